"""Events as calendar files in a reader's language: one as an invitation or a cancellation, all of one's own."""

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.calendars.event import Alarm, CalendarEvent, Method, Status, event_uid
from bot.calendars.export import write
from bot.calendars.rules import read_rule
from bot.models import Answer, Event, EventState, EventText
from bot.services.events.leads import in_order, read_lead
from bot.services.events.listing import Listed
from bot.services.events.texts import in_language


def calendar_event(event: Event, texts: Sequence[EventText], locale: str, installation: str) -> CalendarEvent:
    """Return an event as a calendar holds it.

    Args:
        event: published or cancelled.
        texts: of the event.
        locale: of the reader.
        installation: see `event_uid`.

    Raises:
        ValueError: the event has no times.
    """
    if event.start is None or event.end is None or event.zone is None:
        raise ValueError(f"event {event.id} has no times")
    text = in_language(texts, locale)
    cancelled = event.state is EventState.CANCELLED
    position = (event.latitude, event.longitude)
    return CalendarEvent(
        uid=event_uid(event.id or 0, installation),
        sequence=event.sequence,
        stamp=event.changed_at or event.created_at,
        title=text.title,
        start=event.start,
        end=event.end,
        zone=event.zone,
        description=text.description,
        location=", ".join(part for part in (event.venue, event.address) if part),
        position=position if position[0] is not None and position[1] is not None else None,  # type: ignore[arg-type]  # both
        url=event.link or "",
        status=Status.CANCELLED if cancelled else Status.CONFIRMED,
        rule=read_rule(event.rule) if event.rule else None,
        alarms=() if cancelled else tuple(Alarm(read_lead(lead), text.title) for lead in in_order(event.leads)),
    )


def invitation_file(event: Event, texts: Sequence[EventText], locale: str, installation: str) -> bytes:
    """Return the file of one event: REQUEST, or CANCEL for one that is cancelled."""
    method = Method.CANCEL if event.state is EventState.CANCELLED else Method.REQUEST
    return write([calendar_event(event, texts, locale, installation)], method)


def own_file(events: Iterable[Listed], locale: str, installation: str, name: str) -> bytes | None:
    """Return the file of all events that somebody comes to, or may come to; None when there are none.

    Args:
        events: of `listing.coming`.
        locale: of the reader.
        installation: see `event_uid`.
        name: of the calendar.
    """
    wanted = [
        calendar_event(each.event, each.texts, locale, installation)
        for each in events
        if each.invitee is not None and each.invitee.answer not in {Answer.NO, Answer.NONE}
    ]
    return write(wanted, Method.PUBLISH, name) if wanted else None


def file_name(event: Event, day: dt.date | None = None) -> str:
    """Return a name for the file of an event: `event-7-2027-03-15.ics`."""
    begins = day or (event.start.date() if event.start else None)
    return f"event-{event.id}-{begins.isoformat()}.ics" if begins else f"event-{event.id}.ics"
