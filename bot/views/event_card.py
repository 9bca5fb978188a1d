"""One event as whoever is invited sees it: when, where, what for, one's answer, what is to be done before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.callbacks import (
    ListDocuments,
    ListEvents,
    ListRatings,
    NominateColleague,
    SendCalendar,
    ShowEvent,
    ShowLeads,
    ShowParticipants,
    ShowPlan,
    TickItem,
    WriteNote,
)
from bot.callbacks.event_drafting import CopyEvent
from bot.callbacks.event_map import ShowMap
from bot.i18n import Translator, own_name
from bot.models import Answer, Event, EventState, Member
from bot.services.events.answers import AnswerRefusal
from bot.services.events.checklist import Ticked
from bot.services.events.listing import Listed
from bot.services.events.texts import in_language, stands_in
from bot.views import Button, Link, View
from bot.views.event_names import (
    SIGNS,
    kind_name,
    own_answer,
    quotas_listed,
    refused,
    repetition,
    task_name,
)
from bot.views.event_times import lines, moment
from bot.views.event_wishes import wish_rows
from bot.views.html import bold, escape

LONGEST_LABEL = 60


@dataclass(frozen=True)
class Reader:
    """Who reads, and what of it is theirs.

    Attributes:
        zone: in which they read times.
        place: on the waiting list; None for who does not wait.
        checklist: as they have ticked it.
        plans: whether they coordinate the event.
        answers: whether answers are taken from them now.
        quotas: seats by country; empty where only the capacity counts.
        rates: whether ratings are taken from them now.
        is_over: whether it is over, or does not take place.
        documents: how many there are.
    """

    zone: ZoneInfo
    place: int | None = None
    checklist: Sequence[Ticked] = ()
    plans: bool = False
    answers: bool = True
    quotas: Mapping[str, int] = field(default_factory=dict)
    rates: bool = False
    is_over: bool = False
    documents: int = 0


def card(listed: Listed, reader: Reader, translator: Translator) -> View:
    """Show an event."""
    event = listed.event
    blocks = [
        _heading(listed, translator),
        "\n".join(escape(line) for line in lines(event, listed.next, reader.zone, translator)),
        _where(event, translator),
        *_text(listed, translator),
        _about(event, reader, translator),
        _checklist(listed, reader, translator),
        _answer(listed, reader, translator),
    ]
    return View(tuple(block for block in blocks if block), _rows(listed, reader, translator))


def title(listed: Listed, translator: Translator) -> str:
    """Return the title for a reader; not escaped."""
    return in_language(listed.texts, translator.locale).title


def nominate(listed: Listed, colleagues: Sequence[Member], translator: Translator) -> View:
    """Ask whom to send instead."""
    _ = translator.gettext
    event_id = listed.event.id or 0
    back = (Button(_("‹ Back"), ShowEvent(event_id)),)
    if not colleagues:
        text = _("No colleague of your unit is a member yet. Ask your coordinator to invite them.")
        return View((bold(title(listed, translator)), escape(text)), (back,))
    text = _("Who shall come instead of you? They get the invitation and decide themselves; you cancel by this.")
    rows = [
        (Button(_("Member {number}").format(number=each.id), NominateColleague(event_id, each.id)),)
        for each in colleagues[:20]
    ]
    return View((bold(title(listed, translator)), escape(text)), (*rows, back))


def ask_note(translator: Translator) -> View:
    """Ask for a note to the coordinator."""
    text = translator.gettext(
        "Write your note to the coordinator, at most 300 characters, without personal data of others."
    )
    return View((escape(text),))


def note_kept(event_id: int, translator: Translator) -> View:
    """Confirm a note."""
    _ = translator.gettext
    shown = (Button(_("Show the event"), ShowEvent(event_id)),)
    return View((escape(_("Your note is with the coordinator.")),), (shown,))


def note_refused(refusal: AnswerRefusal, translator: Translator) -> View:
    """Say why a note is not taken, and what to do."""
    return View((escape(refused(refusal, translator)),))


def nominated(translator: Translator) -> str:
    """Confirm that a colleague is invited; plain text, at most 200 characters."""
    return translator.gettext("Your colleague gets the invitation.")


def gone(translator: Translator) -> View:
    """Say that an event is not there, or not for the reader."""
    _ = translator.gettext
    return View((escape(_("This event is no longer here.")),), ((Button(_("📅 All events"), ListEvents()),),))


def _heading(listed: Listed, translator: Translator) -> str:
    _ = translator.gettext
    event = listed.event
    found = [bold(title(listed, translator)), escape(kind_name(event.kind, translator))]
    if event.state is EventState.CANCELLED:
        reason = event.cancel_reason or ""
        found.append(escape(_("🚫 Cancelled. Reason: {reason}")).format(reason=escape(reason)))
    elif event.rule is not None:
        found.append("🔁 " + escape(repetition(event.rule, translator)))
    return "\n".join(found)


def _text(listed: Listed, translator: Translator) -> list[str]:
    """Return the description, and in which language it and the title are where they are not in the reader's."""
    shown = in_language(listed.texts, translator.locale)
    mark = translator.gettext("There is no text in your language, so this one is in: {language}")
    told = [f"<i>{escape(mark.format(language=own_name(shown.locale)))}</i>"]
    return [escape(shown.description), *(told if stands_in(shown, translator.locale) else [])]


def _where(event: Event, translator: Translator) -> str:
    place = [escape(part) for part in (event.venue, event.address) if part]
    if not place:
        return escape(translator.gettext("Online")) if event.link else ""
    return "📍 " + "\n".join(place)


def _about(event: Event, reader: Reader, translator: Translator) -> str:
    """Say who is the host, in which languages, until when to answer, and whom to ask."""
    _ = translator.gettext
    found = []
    if event.host_unit:
        country = translator.country(event.host_country) if event.host_country else ""
        host = ", ".join(part for part in (event.host_unit, country) if part)
        found.append(escape(_("Host: {host}")).format(host=escape(host)))
    if event.languages:
        names = translator.listed(translator.language(code) for code in event.languages)
        found.append(escape(_("Working languages: {languages}").format(languages=names)))
    if event.answer_by is not None and not reader.is_over:
        when = moment(event.answer_by, reader.zone, translator)
        found.append(escape(_("Please answer by {when}.").format(when=when)))
    if reader.quotas:
        found.append(escape(_("Seats by country: {seats}").format(seats=quotas_listed(reader.quotas, translator))))
    if event.contact:
        found.append(escape(_("Questions to: {contact}")).format(contact=escape(event.contact)))
    return "\n".join(found)


def _checklist(listed: Listed, reader: Reader, translator: Translator) -> str:
    has_declined = listed.invitee is not None and listed.invitee.answer is Answer.NO
    if not reader.checklist or has_declined:
        return ""
    _ = translator.gettext
    found = [escape(_("Before you come:"))]
    for each in reader.checklist:
        text = _("{task}, by {date}").format(
            task=task_name(each.item, translator),
            date=translator.date(each.item.due_at.astimezone(reader.zone).date()),
        )
        found.append(f"{_box(each)} {escape(text)}")
    return "\n".join(found)


def _answer(listed: Listed, reader: Reader, translator: Translator) -> str:
    _ = translator.gettext
    if listed.invitee is None or listed.event.state is EventState.CANCELLED:
        return ""
    found = [bold(own_answer(listed.invitee.answer, reader.place, translator))]
    if listed.unconfirmed:
        found.append(escape(_("Date or place has changed since. Please answer again.")))
    if listed.invitee.note:
        found.append(escape(_("Your note: {note}")).format(note=escape(listed.invitee.note)))
    return "\n".join(found)


def _rows(listed: Listed, reader: Reader, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    _ = translator.gettext
    event_id = listed.event.id or 0
    rows: list[tuple[Button, ...]] = []
    if reader.answers and listed.invitee is not None:
        rows += _answer_rows(listed, translator)
    if reader.answers and listed.invitee is not None and listed.invitee.answer is not Answer.NO:
        rows += [
            (Button(_tick_label(each, translator), TickItem(each.item.id or 0, not each.done)),)
            for each in reader.checklist
        ]
    rows.append((*_links(listed.event, translator), Button(_("📅 Calendar file"), SendCalendar(event_id))))
    if not reader.is_over and listed.invitee is not None and listed.invitee.answer is not Answer.NO:
        rows.append((Button(_("⏰ My reminders"), ShowLeads(event_id)),))
    if reader.documents or (reader.plans and listed.event.state is EventState.PUBLISHED):
        label = _("📎 Documents: {count}").format(count=reader.documents)
        rows.append((Button(label, ListDocuments(event_id)),))
    if reader.rates:
        rows.append((Button(_("⭐ Rate it"), ListRatings(event_id)),))
    if reader.plans:
        change = [Button(_("✏️ Change"), ShowPlan(event_id))] if not reader.is_over and _is_planned(listed.event) else []
        rows.append((Button(_("👥 Who comes"), ShowParticipants(event_id)), *change))
        rows.append((Button(_("📋 Copy as a new draft"), CopyEvent(event_id)),))
    rows.append((Button(_("« All events"), ListEvents()),))
    return tuple(rows)


def _answer_rows(listed: Listed, translator: Translator) -> list[tuple[Button, ...]]:
    _ = translator.gettext
    event_id = listed.event.id or 0
    others = (
        Button(_("👤 Somebody else from my unit"), NominateColleague(event_id)),
        Button(_("✏️ Note"), WriteNote(event_id)),
    )
    return [*wish_rows(event_id, translator), others]


def _links(event: Event, translator: Translator) -> list[Button]:
    _ = translator.gettext
    found = []
    if event.latitude is not None:
        found.append(Button(_("🗺 Map"), ShowMap(event.id or 0)))
    if event.link:
        found.append(Button(_("🔗 Join online"), Link(event.link)))
    return found


def _is_planned(event: Event) -> bool:
    return event.state is EventState.PUBLISHED


def _tick_label(each: Ticked, translator: Translator) -> str:
    label = task_name(each.item, translator)
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return f"{_box(each)} {short}"


def _box(each: Ticked) -> str:
    return SIGNS[Answer.YES] if each.done else "⬜"
