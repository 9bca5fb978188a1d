"""Events -> an iCalendar file (RFC 5545), in UTF-8 with folded lines."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from icalendar import Alarm as AlarmComponent
from icalendar import Calendar, Event, vCalAddress, vDDDLists, vDDDTypes, vGeo, vRecur, vUri

from bot.calendars.event import Alarm, CalendarEvent, Method, Organizer, Status
from bot.calendars.recurrence import Series, wall_times
from bot.calendars.rules import Rule
from bot.calendars.texts import LONGEST_TITLE, clean
from bot.calendars.timezones import timezone_component
from bot.times.wall import instant, read_wall
from bot.times.zones import zone

PRODUCER = "-//ILECU assistant//Calendar//EN"
MOST_EVENTS = 500


def write(events: Sequence[CalendarEvent], method: Method = Method.PUBLISH, name: str = "") -> bytes:
    """Return a calendar file.

    Args:
        events: at least one. In a cancellation they are all cancelled, with the UID they had and a SEQUENCE above it.
        method: REQUEST and CANCEL are messages about one event or series; calendars take PUBLISH for a collection.
        name: of the calendar; "" for none.

    Raises:
        ValueError: no event or too many, an event that ends before it starts, an instant without zone.
    """
    if not 0 < len(events) <= MOST_EVENTS:
        raise ValueError(f"{len(events)} events; expected 1 to {MOST_EVENTS}")
    calendar = Calendar()
    calendar.add("PRODID", PRODUCER)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", str(method))
    if name:
        calendar.add("X-WR-CALNAME", _line(name))
    for key in sorted({event.zone for event in events if not event.whole_days}):
        years = [year for event in events if event.zone == key for year in _years(event)]
        calendar.add_component(timezone_component(zone(key), min(years), max(years)))
    for event in events:
        calendar.add_component(_component(event, cancelled=method == Method.CANCEL))
    return bytes(calendar.to_ical())


def _component(event: CalendarEvent, *, cancelled: bool) -> Event:
    if event.starts_at >= event.ends_at:
        raise ValueError(f"{event.uid}: the end {event.end} is not after the start {event.start}")
    if event.stamp.tzinfo is None:
        raise ValueError(f"{event.uid}: the stamp {event.stamp} needs a zone")
    found = Event()
    found.add("UID", _line(event.uid))
    found.add("SEQUENCE", event.sequence)
    found.add("DTSTAMP", event.stamp.astimezone(dt.UTC))
    found["DTSTART"] = _time(event.start, event)
    found["DTEND"] = _time(event.end, event)
    found.add("SUMMARY", _line(event.title))
    off = cancelled or event.status == Status.CANCELLED
    found.add("STATUS", str(Status.CANCELLED if off else event.status))
    _add_details(found, event)
    _add_recurrence(found, event)
    for alarm in () if off else event.alarms:
        found.add_component(_alarm(alarm))
    return found


def _add_details(found: Event, event: CalendarEvent) -> None:
    """Add what an event may have."""
    for name, text in (
        ("DESCRIPTION", clean(event.description)),
        ("LOCATION", _line(event.location, len(event.location))),
    ):
        if text:
            found.add(name, text)
    if event.position:
        found["GEO"] = vGeo(event.position)
    if event.url.startswith(("https://", "http://")):
        found["URL"] = vUri(_line(event.url, len(event.url)).replace(" ", "%20"))
    if event.organizer:
        found["ORGANIZER"] = _organizer(event.organizer)


def _add_recurrence(found: Event, event: CalendarEvent) -> None:
    if event.rule:
        found["RRULE"] = vRecur.from_ical(str(_until_in_utc(event.rule, event)))
    days = event.rule.excluded if event.rule else ()
    excluded = {*event.excluded, *(dt.datetime.combine(day, event.start.time()) for day in days)}
    if excluded:
        listed = vDDDLists([_shown(time, event) for time in sorted(excluded)])
        _mark_zone(listed.params, event)
        found["EXDATE"] = listed
    if event.instance:
        found["RECURRENCE-ID"] = _time(event.instance, event)


def _time(time: dt.datetime, event: CalendarEvent) -> vDDDTypes:
    """Return a wall time with its zone, or a day."""
    found = vDDDTypes(_shown(time, event))
    _mark_zone(found.params, event)
    return found


def _shown(time: dt.datetime, event: CalendarEvent) -> dt.datetime | dt.date:
    """Return a wall time as clocks show it: not all calendars know what a missing one means."""
    return time.date() if event.whole_days else read_wall(time, zone(event.zone)).shown


def _mark_zone(parameters: dict[str, str], event: CalendarEvent) -> None:
    if event.whole_days:
        parameters["VALUE"] = "DATE"
    else:
        parameters["TZID"] = zone(event.zone).key


def _until_in_utc(rule: Rule, event: CalendarEvent) -> Rule:
    """Return the rule with its end as RFC 5545 wants it: a day for whole days, else an instant in UTC.

    What it excludes is a property of its own.
    """
    until = rule.until
    if until is None:
        return replace(rule, excluded=())
    if event.whole_days:
        day = until.date() if isinstance(until, dt.datetime) else until
        return Rule(rule.frequency, rule.interval, until=day, by=rule.by)
    if not isinstance(until, dt.datetime):
        until = dt.datetime.combine(until, dt.time(23, 59, 59))
    moment = until.astimezone(dt.UTC) if until.tzinfo else instant(until, zone(event.zone))
    return Rule(rule.frequency, rule.interval, until=moment, by=rule.by)


def _organizer(organizer: Organizer) -> vCalAddress:
    found = vCalAddress(f"mailto:{_line(organizer.address)}")
    found.params["CN"] = _line(organizer.name).replace('"', "'")
    return found


def _alarm(alarm: Alarm) -> AlarmComponent:
    found = AlarmComponent()
    found.add("ACTION", "DISPLAY")
    found.add("DESCRIPTION", _line(alarm.text))
    found.add("TRIGGER", -(dt.timedelta(days=alarm.lead.days) + alarm.lead.elapsed))
    return found


def _years(event: CalendarEvent) -> list[int]:
    """Return the years of the first start and the last end."""
    last = event.end.year
    if event.rule:
        last = max(last, wall_times(Series(event.start, zone(event.zone), event.rule))[-1].year + 1)
    return [event.start.year, last]


def _line(text: str, longest: int = LONGEST_TITLE) -> str:
    return " ".join(clean(text).split())[:longest]
