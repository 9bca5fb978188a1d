"""Personal follow-ups: what one waits for, and the reminder of it."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.callbacks import FinishFollowUp, ListFollowUps, SnoozeFollowUp
from bot.dates import Reason
from bot.i18n import Translator
from bot.models import FollowUp
from bot.services.events.follow_ups import LONGEST_TEXT, FollowUpProblem
from bot.views import Button, View
from bot.views.event_card import LONGEST_LABEL
from bot.views.event_times import moment
from bot.views.html import bold, escape
from knowledge.article import Duration
from knowledge.localise import LocalisedDeadline

SNOOZE_DAYS = (1, 3, 7)
MOST_SHOWN = 20


def listing(found: Sequence[FollowUp], own: ZoneInfo, translator: Translator) -> View:
    """Show what somebody waits for, the earliest first."""
    _ = translator.gettext
    if not found:
        return View((escape(_("You wait for nothing.")), usage(translator)))
    shown = found[:MOST_SHOWN]
    blocks = [bold(_("What you wait for")), *(_line(each, own, translator) for each in shown)]
    rows = [(Button(f"✅ {_label(each)}", FinishFollowUp(each.id or 0)),) for each in shown]
    return View((*blocks, escape(_("A button notes that it is done."))), tuple(rows))


def made(follow_up: FollowUp, own: ZoneInfo, translator: Translator) -> View:
    """Confirm a follow-up."""
    _ = translator.gettext
    text = _("🔔 I will remind you on {when}:").format(when=moment(follow_up.due_at, own, translator))
    return View((escape(text), escape(follow_up.text)), (_others(translator),))


def reminder(follow_up: FollowUp, translator: Translator) -> View:
    """Remind of what somebody waits for."""
    _ = translator.gettext
    number = follow_up.id or 0
    done = (Button("✅ " + _("Done"), FinishFollowUp(number)),)
    label = _("🔔 Again in {length}")
    later = tuple(
        Button(label.format(length=translator.duration(Duration(days, "day"))), SnoozeFollowUp(number, days))
        for days in SNOOZE_DAYS
    )
    return View((bold(_("🔔 You wanted to be reminded:")), escape(follow_up.text)), (done, later))


def snoozed(due_at: dt.datetime, own: ZoneInfo, translator: Translator) -> str:
    """Confirm that a reminder comes later; plain text, at most 200 characters."""
    return translator.gettext("I will remind you on {when}.").format(when=moment(due_at, own, translator))


def done(translator: Translator) -> str:
    """Confirm that somebody waits no longer; plain text, at most 200 characters."""
    return translator.gettext("Noted as done.")


def gone(translator: Translator) -> str:
    """Say that a follow-up is not there any more; plain text, at most 200 characters."""
    return translator.gettext("This was done before.")


def refused(problem: FollowUpProblem, translator: Translator) -> View:
    """Say why a follow-up was not taken."""
    _ = translator.gettext
    texts = {
        FollowUpProblem.EMPTY: _("Write what you wait for behind the time."),
        FollowUpProblem.TOO_LONG: _("This is too long; please use at most 200 characters."),
        FollowUpProblem.PERSONAL_DATA: _(
            "This looks like personal data, so I keep nothing of it. Use a reference number of your file."
        ),
        FollowUpProblem.PAST: _("This time has passed."),
        FollowUpProblem.TOO_FAR: _("This is more than five years away."),
        FollowUpProblem.TOO_MANY: _(
            "You wait for so many things that one more would be lost. Note some as done first."
        ),
    }
    return View((escape(texts[problem]), usage(translator)), (_others(translator),))


def not_understood(reason: Reason, piece: str, translator: Translator) -> View:
    """Say which part of a time was not understood."""
    _ = translator.gettext
    if reason is Reason.IMPOSSIBLE:
        text = escape(_("There is no such time."))
    elif piece:
        text = escape(_("I do not understand “{piece}” as a time.")).format(piece=escape(piece))
    else:
        text = escape(_("I do not see when to remind you."))
    return View((text, usage(translator)))


def deadline_text(title: str, limit: LocalisedDeadline, translator: Translator) -> str:
    """Return the text of a follow-up for a time limit of an article, at most `LONGEST_TEXT` characters; not escaped."""
    label = limit.label.text.format(duration=translator.duration(limit.duration))
    text = f"{title}: {label}"
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def usage(translator: Translator) -> str:
    """Show how a follow-up is set, as HTML."""
    _ = translator.gettext
    example = _("/remind 3d reply from partner, ref 12/2026")
    return escape(_("For example:")) + f"\n<code>{escape(example)}</code>"


def _line(each: FollowUp, own: ZoneInfo, translator: Translator) -> str:
    return f"{escape(moment(each.due_at, own, translator))}\n{escape(each.text)}"


def _label(each: FollowUp) -> str:
    return each.text if len(each.text) <= LONGEST_LABEL else f"{each.text[: LONGEST_LABEL - 1]}…"


def _others(translator: Translator) -> tuple[Button, ...]:
    return (Button(translator.gettext("All that I wait for"), ListFollowUps()),)
