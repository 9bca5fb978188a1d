"""Events written in one message: how to write one, and what became of it."""

import datetime as dt
from dataclasses import replace

from bot.callbacks import ShowPlan
from bot.callbacks.event_drafting import SetKind
from bot.i18n import Translator
from bot.models import EventKind
from bot.services.events.fields import FieldProblem
from bot.services.events.plan_lines import Unread
from bot.services.events.plan_message import Doubtful, Refused, Why, Written
from bot.services.events.plan_words import PlanWord, shown, shown_kind
from bot.services.events.typed_fields import Unclear
from bot.views import Button, View, event_questions, in_pairs
from bot.views.event_changes import field_name
from bot.views.event_names import kind_name
from bot.views.html import bold, escape

COMMAND = "/newevent"
EXAMPLE = "example.org"
TO_COPY = (
    PlanWord.KIND,
    PlanWord.TITLE,
    PlanWord.TIMES,
    PlanWord.ZONE,
    PlanWord.VENUE,
    PlanWord.ADDRESS,
    PlanWord.LINK,
    PlanWord.CAPACITY,
    PlanWord.ANSWER_BY,
    PlanWord.LANGUAGES,
    PlanWord.INVITE,
    PlanWord.CONTACT,
    PlanWord.DESCRIPTION,
)
"""The fields of the message to copy, in their order."""


def template(first: dt.date, translator: Translator) -> View:
    """Show a message to copy, and an example of it.

    Args:
        first: the day of the example, ahead.
        translator: of the reader.
    """
    _ = translator.gettext
    locale = translator.locale
    filled = {
        PlanWord.KIND: shown_kind(EventKind.STUDY_VISIT, locale),
        PlanWord.TITLE: _("Visit of the joint centre"),
        PlanWord.TIMES: f"{first:%d.%m.%Y} 9:30-16:00",
        PlanWord.ZONE: translator.city(event_questions.EXAMPLE_ZONE),
        PlanWord.LINK: f"https://{EXAMPLE}/room",
        PlanWord.CAPACITY: "20",
        PlanWord.ANSWER_BY: f"{first - dt.timedelta(days=14):%d.%m.%Y}",
        PlanWord.LANGUAGES: "en, ka",
        PlanWord.INVITE: "HU, RO",
    }
    return View(
        (
            bold(_("An event in one message")),
            escape(_("For example:")),
            _copyable([f"{shown(word, locale)}: {value}" for word, value in filled.items()]),
            escape(
                _(
                    "Press the message below to copy it, fill it in and send it. Leave out what you do not need; the "
                    "order does not matter, and English words are understood too."
                )
            ),
            _copyable([f"{shown(word, locale)}: " for word in TO_COPY]),
        )
    )


def written(of: Written, plan: View | None, translator: Translator) -> View:
    """Show the draft that a message became, and each line that is not in it with the reason.

    Args:
        of: what became of it.
        plan: the draft field by field; None where there is none.
        translator: of the reader.
    """
    _ = translator.gettext
    refused = [_refused(each, translator) for each in of.refused]
    if refused:
        refused.insert(0, bold(_("These lines are not in the draft:")))
    if plan is None:
        return View((escape(_("I found no event in this message.")), *refused))
    blocks = [*plan.blocks, escape(_("Times are those of {city}.").format(city=translator.city(of.zone)))]
    if of.by_number:
        text = translator.ngettext(
            "{count} member is invited by name, as roles count for all countries.",
            "{count} members are invited by name, as roles count for all countries.",
            of.by_number,
        )
        blocks.append(escape(text.format(count=of.by_number)))
    return replace(plan, blocks=(*blocks, *refused))


def choose_kind(event_id: int, translator: Translator) -> View:
    """Ask of which kind an event is."""
    _ = translator.gettext
    kinds = [Button(kind_name(kind, translator), SetKind(event_id, kind)) for kind in EventKind]
    return View((bold(_("What do you plan?")),), (*in_pairs(kinds), (Button(_("‹ Back"), ShowPlan(event_id)),)))


def _refused(of: Refused, translator: Translator) -> str:
    """Return a line as it was typed, with the reason below it."""
    reason = _reason(of.why, translator)
    text = translator.gettext("{field}: {value}")
    said = text.format(field=field_name(of.field, translator), value=reason) if of.field else reason
    return f"<code>{escape(of.quoted)}</code>\n⚠️ {escape(said)}"


def _reason(why: Why, translator: Translator) -> str:
    _ = translator.gettext
    if isinstance(why, Unclear):
        if not why.meanings:
            return _("I do not understand this time.")
        return _("This can mean several times: {times}").format(times=event_questions.meanings_listed(why.meanings))
    if isinstance(why, FieldProblem):
        return event_questions.problem_named(why, translator)
    texts: dict[Unread | Doubtful, str] = {
        Unread.NO_FIELD: _("I do not know to which field this belongs."),
        Unread.TWICE: _("This field stands there twice; the first one counts."),
        Doubtful.KIND: _("I do not know this kind of event; I took a meeting."),
        Doubtful.PLACE: _("I do not know in which time zone this is. Write a city or a country."),
        Doubtful.INVITED: _("I do not know who is meant, or there is nobody. Name countries and roles."),
        Doubtful.NOT_YOURS: _("You do not plan the events of this country."),
        Doubtful.NO_TITLE: _("A description needs a title."),
    }
    return texts[why]


def _copyable(lines: list[str]) -> str:
    return f"<pre>{escape(chr(10).join([COMMAND, *lines]))}</pre>"
