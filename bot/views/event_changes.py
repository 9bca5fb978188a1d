"""What an event was and what it is now, for everybody who is invited; and that it does not take place."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.callbacks import SendCalendar, ShowEvent
from bot.i18n import Translator
from bot.models import Answer, EventKind, Task
from bot.models.events import ChecklistItem
from bot.services.events.edits import EXCLUDED, Difference, read_times
from bot.services.events.fields import Field
from bot.services.events.listing import Listed
from bot.services.events.plan_changes import CHECKLIST, QUOTAS
from bot.services.events.texts import in_language
from bot.services.events.timing import Occurrence
from bot.times import instant, zone
from bot.views import Button, View
from bot.views.event_card import Reader, title
from bot.views.event_names import (
    days_listed,
    kind_name,
    lead_name,
    own_answer,
    quotas_listed,
    repetition,
    task_name,
)
from bot.views.event_times import lines, moment
from bot.views.event_wishes import wish_rows
from bot.views.html import bold, escape

TEXTS = (Field.TITLE, Field.DESCRIPTION)
NOTHING = "–"


def changed(listed: Listed, differences: Sequence[Difference], reader: Reader, translator: Translator) -> View:
    """Show what has changed: before and now, times by both clocks; and ask again where that is needed.

    Of texts only those in the language that the reader sees are shown. No difference is a change that was taken back.
    """
    _ = translator.gettext
    heading = escape(_("🔄 Changed: {title}")).format(title=bold(title(listed, translator)))
    told = [block for each in differences if (block := _block(each, listed, reader.zone, translator))]
    if not differences:
        told = [escape(_("Something was changed and changed back. It is as you knew it."))]
    elif not told:
        told = [escape(_("The texts in other languages have changed."))]
    blocks = [heading, *told]
    if listed.invitee is not None and listed.invitee.answer is not Answer.NONE:
        blocks.append(escape(own_answer(listed.invitee.answer, None, translator)) if not _waits(listed) else "")
    if listed.unconfirmed:
        blocks.append(bold(_("Date or place has changed since. Please answer again.")))
    return View(tuple(filter(None, blocks)), _rows(listed, reader, translator))


def cancelled(listed: Listed, own: ZoneInfo, translator: Translator) -> View:
    """Say that an event does not take place, why, and when it would have been."""
    _ = translator.gettext
    event = listed.event
    blocks = (
        escape(_("🚫 Cancelled: {title}")).format(title=bold(title(listed, translator))),
        "\n".join(f"<s>{escape(line)}</s>" for line in lines(event, listed.next, own, translator)),
        escape(_("Reason: {reason}")).format(reason=escape(event.cancel_reason or NOTHING)),
        escape(_("The calendar file takes it out of your calendar.")),
    )
    return View(blocks, ((Button(_("📅 Calendar file"), SendCalendar(event.id or 0)),),))


def _waits(listed: Listed) -> bool:
    return listed.invitee is not None and listed.invitee.answer is Answer.WAITING


def _rows(listed: Listed, reader: Reader, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    _ = translator.gettext
    event_id = listed.event.id or 0
    below = (Button(_("Show the event"), ShowEvent(event_id)), Button(_("📅 Calendar file"), SendCalendar(event_id)))
    is_asked = reader.answers and (listed.unconfirmed or _is_open(listed))
    return (*(wish_rows(event_id, translator) if is_asked else ()), below)


def _is_open(listed: Listed) -> bool:
    return listed.invitee is not None and listed.invitee.answer is Answer.NONE


def _block(of: Difference, listed: Listed, own: ZoneInfo, translator: Translator) -> str:
    """Return one field before and now; "" where the reader does not see it."""
    _ = translator.gettext
    field, _colon, locale = of.field.partition(":")
    if field in TEXTS and locale != _locale_of(listed, translator):
        return ""
    if field == CHECKLIST:
        return "\n".join([bold(field_name(field, translator)), *_items_changed(of, own, translator)])
    show = writer(field, listed, own, translator)
    before, now = (escape(show(value)) if value else NOTHING for value in (of.old, of.new))
    return "\n".join(
        [
            bold(field_name(field, translator)),
            escape(_("Before: {value}")).format(value=before),
            escape(_("Now: {value}")).format(value=now),
        ]
    )


def _locale_of(listed: Listed, translator: Translator) -> str:
    """Return the language of the text that the reader sees; of Serbian in Latin letters it is that of its origin."""
    shown = in_language(listed.texts, translator.locale)
    known = {text.locale for text in listed.texts}
    return shown.locale if shown.locale in known else shown.locale.partition("_")[0]


def writer(field: str, listed: Listed, own: ZoneInfo, translator: Translator) -> Callable[[str], str]:
    """Return what writes a value of a field out, as plain text."""
    writers: Mapping[str, Callable[[str], str]] = {
        Field.TIMES: lambda value: _times(value, listed, own, translator),
        Field.ANSWER_BY: lambda value: moment(dt.datetime.fromisoformat(value), own, translator),
        Field.KIND: lambda value: kind_name(EventKind(value), translator),
        Field.HOST_COUNTRY: translator.country,
        Field.LANGUAGES: lambda value: translator.listed(map(translator.language, value.split(","))),
        Field.RULE: lambda value: repetition(value, translator),
        Field.LEADS: lambda value: translator.listed(lead_name(lead, translator) for lead in value.split(",")),
        Field.POSITION: lambda value: value.replace(",", ", "),
        QUOTAS: lambda value: _quotas(value, translator),
        EXCLUDED: lambda value: days_listed([dt.date.fromisoformat(day) for day in value.split(",")], translator),
    }
    return writers.get(field, str)


def _times(value: str, listed: Listed, own: ZoneInfo, translator: Translator) -> str:
    times = read_times(value)
    if times is None:
        return NOTHING
    place = zone(times.zone)
    found = Occurrence(times.start, instant(times.start, place), instant(times.end, place))
    event = listed.event.model_copy(update={"zone": times.zone})
    return "\n".join(lines(event, found, own, translator))


def _quotas(value: str, translator: Translator) -> str:
    pairs = (part.split("=") for part in value.split(","))
    return quotas_listed({country: int(seats) for country, seats in pairs}, translator)


def _items_changed(of: Difference, own: ZoneInfo, translator: Translator) -> list[str]:
    """Return what came onto a checklist and what went, a line of HTML each; what stays is not repeated."""
    _ = translator.gettext
    old, new = of.old.split("\n"), of.new.split("\n")
    gone = _items([line for line in old if line not in new], own, translator)
    come = _items([line for line in new if line not in old], own, translator)
    return [
        *(escape(_("No longer: {item}").format(item=item)) for item in gone),
        *(escape(_("New: {item}").format(item=item)) for item in come),
    ]


def _items(written: Iterable[str], own: ZoneInfo, translator: Translator) -> list[str]:
    """Return items of a checklist with their days, plain text; what was cut off is left out."""
    found = []
    for line in written:
        task, due, text = [*line.split("/", 2), "", ""][:3]
        if task in set(Task) and due:
            due_at = dt.datetime.fromisoformat(due)
            item = ChecklistItem(event_id=0, task=Task(task), text=text or None, due_at=due_at)
            date = translator.date(due_at.astimezone(own).date())
            found.append(translator.gettext("{task}, by {date}").format(task=task_name(item, translator), date=date))
    return found


def field_name(field: str, translator: Translator) -> str:
    """Return what people call a field."""
    _ = translator.gettext
    names: Mapping[str, str] = {
        Field.KIND: _("Kind"),
        Field.HOST_COUNTRY: _("Country of the host"),
        Field.HOST_UNIT: _("Host"),
        Field.VENUE: _("Place"),
        Field.ADDRESS: _("Address"),
        Field.POSITION: _("Point on the map"),
        Field.LINK: _("Link to join online"),
        Field.TIMES: _("Date and time"),
        Field.RULE: _("Repetition"),
        Field.ANSWER_BY: _("Answer by"),
        Field.LANGUAGES: _("Working languages"),
        Field.CAPACITY: _("Seats"),
        Field.CONTACT: _("Contact"),
        Field.LEADS: _("Reminders before the start"),
        Field.TITLE: _("Title"),
        Field.DESCRIPTION: _("Description"),
        QUOTAS: _("Seats by country"),
        EXCLUDED: _("Does not take place on"),
        CHECKLIST: _("Checklist"),
    }
    return names[field]
