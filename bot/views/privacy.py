"""What is held about the person, as a page and as a document, and the questions before it is erased."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.callbacks import ForgetMe, ForgetStep, ShowOwnData
from bot.i18n import Translator
from bot.services.holdings import HOLDINGS, Erasure, Holding, Subject
from bot.services.periods import Keep, Periods
from bot.views import Attachment, Button, View
from bot.views.holdings import length_of, name, period, purpose
from bot.views.html import bold, escape

FILE_NAME = "my-data.json"
FORMAT = 1
"""Of the document; a change that readers would stumble over makes it another one."""
MINUTE = dt.timedelta(minutes=1)
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
PATIENCE = 10
"""Minutes that a question before erasure can be answered."""


@dataclass(frozen=True)
class Notice:
    """What the page says of this installation.

    Attributes:
        periods: how long things are kept.
        operator: who runs it and where, as they call themselves; empty where they do not say.
    """

    periods: Periods
    operator: str = ""


def page(counts: Mapping[Subject, int], notice: Notice, now: dt.datetime, translator: Translator) -> View:
    """Say what is held about the person, what for, for how long and where, and what can be done about it.

    Args:
        counts: how many rows there are of each; what is missing is 0.
        notice: of the installation.
        now: aware; an offer to erase grows old.
        translator: of the person.
    """
    _ = translator.gettext
    held = [holding for holding in HOLDINGS if counts.get(holding.subject)]
    absent = [holding for holding in HOLDINGS if not counts.get(holding.subject)]
    blocks = [bold(_("What I hold about you"))]
    blocks += [_entry(holding, counts[holding.subject], notice.periods, translator) for holding in held]
    if not held:
        blocks.append(escape(_("Nothing.")))
    blocks += (
        [bold(_("What else I may hold, if you use it")), _list(absent, notice.periods, translator)] if absent else []
    )
    blocks += [bold(_("Where, and who can see it")), *map(escape, _places(notice, translator))]
    blocks.append(escape(_inactivity(notice.periods, translator)))
    return View(tuple(blocks), ((_get_button(translator),), (_forget_button(now, translator),)))


def document(found: Mapping[Subject, Sequence[Mapping[str, object]]], now: dt.datetime, translator: Translator) -> View:
    """Return all that is held about the person as a JSON document.

    Args:
        found: rows by what they are.
        now: aware, stands in the document.
        translator: of the person; what each holding is for stands in the document in their language.
    """
    _ = translator.gettext
    holdings = {
        str(subject): {"about": purpose(subject, translator), "rows": [dict(row) for row in rows]}
        for subject, rows in found.items()
    }
    content = {"format": FORMAT, "made_at": now, "holdings": holdings}
    text = json.dumps(content, ensure_ascii=False, indent=2, default=_plain)
    total = sum(map(len, found.values()))
    heading = translator.ngettext(
        "This is all that I hold about you: {count} entry.",
        "This is all that I hold about you: {count} entries.",
        total,
    ).format(count=total)
    blocks = (escape(heading), escape(_("The document is personal data: keep it where it is safe.")))
    return View(blocks, attachment=Attachment(FILE_NAME, text.encode()))


def forget(now: dt.datetime, translator: Translator) -> View:
    """Explain what is erased and what stays, and ask."""
    _ = translator.gettext
    kept = [name(holding.subject, translator) for holding in HOLDINGS if holding.erasure is Erasure.KEEP]
    blocks = (
        bold(_("Erase what I hold about you")),
        escape(
            _(
                "I erase your roles, language, questions, verdicts and requests, and all else that I hold about you. "
                "Your invitations and what was still to be sent to you end. You lose access at once."
            )
        ),
        escape(
            _("These stay until their time is over, under a code or pseudonym: {list}. /privacy says why.").format(
                list=translator.listed(kept)
            )
        ),
        escape(_("The messages of this chat are at Telegram: delete the chat there.")),
        escape(_("This cannot be undone. To come back you need a new invitation.")),
    )
    return View(blocks, ((_forget_button(now, translator),), (_keep_button(now, translator),)))


def confirm(now: dt.datetime, translator: Translator) -> View:
    """Ask a second time."""
    _ = translator.gettext
    text = _("Are you sure? What I hold about you is gone with the next press, and you lose access.")
    erase = Button(_("🗑 Yes, erase it now"), ForgetMe(ForgetStep.ERASE, minutes(now)))
    return View((escape(text),), ((erase,), (_keep_button(now, translator),)))


def kept(translator: Translator) -> View:
    """Say that nothing was erased."""
    return View((escape(translator.gettext("Nothing was erased.")),))


def erased(translator: Translator) -> View:
    """Say that all is gone."""
    return View((escape(translator.gettext("I have erased what I held about you. To come back, send /start.")),))


def nothing_held(translator: Translator) -> View:
    """Say that there was nothing to erase."""
    return View((escape(translator.gettext("I hold nothing about you that could be erased.")),))


def last_administrator(translator: Translator) -> View:
    """Refuse, because nobody could let people in any more."""
    text = translator.gettext(
        "You are the only administrator: without you nobody could let people in. Make somebody else administrator "
        "first, then send /forgetme again. Nothing was erased."
    )
    return View((escape(text),))


def private_only(translator: Translator) -> View:
    """Refuse in a group, where everybody would read it."""
    return View((escape(translator.gettext("This is between you and me: send it to me in our private chat.")),))


def inactivity_notice(periods: Periods, translator: Translator) -> View:
    """Tell a member that they will be erased if they stay away."""
    text = translator.gettext(
        "You have not been here for a long time. In {duration} I will erase what I hold about you, and you will lose "
        "access. To stay, send me anything, such as /start."
    ).format(duration=length_of(periods.notice, translator))
    return View((escape(text),))


def minutes(now: dt.datetime) -> int:
    """Return an instant as buttons carry it."""
    return (now - EPOCH) // MINUTE


def is_fresh(asked_at: int, now: dt.datetime) -> bool:
    """Say whether a question was asked so lately that its answer counts."""
    return 0 <= minutes(now) - asked_at <= PATIENCE


def _entry(holding: Holding, count: int, periods: Periods, translator: Translator) -> str:
    """Return a holding with its number of entries, what for, and for how long."""
    entries = translator.ngettext("{count} entry", "{count} entries", count).format(count=count)
    texts = (purpose(holding.subject, translator), period(holding, periods, translator))
    return f"{bold(name(holding.subject, translator))} · {escape(entries)}\n{escape(' '.join(texts))}"


def _list(absent: Sequence[Holding], periods: Periods, translator: Translator) -> str:
    """Return holdings without entries, one a line."""
    return "\n".join(
        f"• {escape(name(holding.subject, translator))}. {escape(period(holding, periods, translator))}"
        for holding in absent
    )


def _places(notice: Notice, translator: Translator) -> list[str]:
    _ = translator.gettext
    texts = [
        _(
            "All of this is in the database of this installation. Who runs the machine can read it; coordinators and "
            "administrators see name, country, unit and roles of members; nobody else sees anything of it."
        ),
        _(
            "The messages of this chat go through Telegram, which can read them: there is no end-to-end encryption "
            "with bots. I do not keep them."
        ),
    ]
    if notice.operator:
        texts.insert(1, _("This installation is run by: {operator}").format(operator=notice.operator))
    return texts


def _inactivity(periods: Periods, translator: Translator) -> str:
    text = translator.gettext(
        "Who is not here for {duration} is told, and {notice} later all that can be erased about them is erased."
    )
    silence = periods.kept[Keep.INACTIVE] - periods.notice
    return text.format(duration=length_of(silence, translator), notice=length_of(periods.notice, translator))


def _get_button(translator: Translator) -> Button:
    return Button(translator.gettext("📄 Send it to me as a document"), ShowOwnData())


def _forget_button(now: dt.datetime, translator: Translator) -> Button:
    return Button(translator.gettext("🗑 Erase what you hold about me"), ForgetMe(ForgetStep.CONFIRM, minutes(now)))


def _keep_button(now: dt.datetime, translator: Translator) -> Button:
    return Button(translator.gettext("Keep it"), ForgetMe(ForgetStep.KEEP, minutes(now)))


def _plain(value: object) -> str:
    """Write an instant or a day as ISO 8601 has it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"found {type(value).__name__}; expected a day or an instant")
