"""One VEVENT -> an event that can be looked at, corrected and made ours."""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.calendars.components import Component, Property
from bot.calendars.problems import CalendarFileError, Problem
from bot.calendars.recurrence import Series, check_takes_place
from bot.calendars.rules import Rule, RuleError, read_rule
from bot.calendars.texts import LONGEST_TITLE, one_line, plain
from bot.calendars.times_of_event import Clocks, on_clock
from bot.calendars.values import address_value, duration_value, position_value, text_value, time_value
from bot.times.wall import instant

LONGEST = dt.timedelta(days=366)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
MOST_EXCLUDED = 500
SEQUENCE = re.compile(r"\s*([0-9]{1,6})\s*", re.ASCII)


@dataclass(frozen=True)
class ImportedEvent:
    """An event as a file has it; its texts are foreign, in plain lines.

    Attributes:
        line: where it begins in the file.
        uid: "" when it has none; kept to know the event again when a newer file comes.
        sequence: of this version, 0 when it does not say.
        title: one line, "" without.
        description: may have several lines.
        location: one line.
        start: naive wall time in `zone`.
        end: naive wall time in `zone`, after the start; of whole days, midnight after the last.
        end_given: whether the file says it; else a day for whole days, and an hour.
        zone: IANA name.
        zone_given: whether the file names it; else it was a floating time, an instant in UTC or a zone of its own
            making, and `zone` is to be confirmed.
        whole_days: the times of day do not count.
        cancelled: whether it does not take place (any more).
        url: http or https, not fetched.
        position: latitude and longitude in degrees.
        rule: how it comes again.
        excluded: naive wall times of the series that do not take place.
        instance: naive wall time of the one event of a series that this is about.
    """

    line: int
    uid: str
    sequence: int
    title: str
    description: str
    location: str
    start: dt.datetime
    end: dt.datetime
    end_given: bool
    zone: str
    zone_given: bool
    whole_days: bool
    cancelled: bool
    url: str
    position: tuple[float, float] | None
    rule: Rule | None
    excluded: tuple[dt.datetime, ...]
    instance: dt.datetime | None


def read_event(component: Component, clocks: Clocks, *, cancelled: bool) -> ImportedEvent:
    """Return the event of a component.

    Args:
        component: a VEVENT.
        clocks: the zones of its file.
        cancelled: whether the file cancels what it holds.

    Raises:
        CalendarFileError: its times or its rule cannot be read.
    """
    begins = component.first("DTSTART")
    if begins is None:
        raise CalendarFileError(Problem.NO_START, component.line)
    place, given = clocks.zone_of(begins)
    start = on_clock(time_value(begins), place, place)
    whole_days = not isinstance(time_value(begins), dt.datetime)
    end, end_given = _end(component, clocks, start, place, whole_days=whole_days)
    excluded = tuple(_excluded(component, clocks, place, start))
    instance = component.first("RECURRENCE-ID")
    return ImportedEvent(
        line=component.line,
        uid=one_line(text_value(component.value("UID"))),
        sequence=_sequence(component.value("SEQUENCE")),
        title=one_line(text_value(component.value("SUMMARY"))),
        description=plain(text_value(component.value("DESCRIPTION"))),
        location=one_line(text_value(component.value("LOCATION")), 2 * LONGEST_TITLE),
        start=start,
        end=end,
        end_given=end_given,
        zone=place.key,
        zone_given=given,
        whole_days=whole_days,
        cancelled=cancelled or component.value("STATUS").strip().upper() == "CANCELLED",
        url=address_value(component.value("URL")),
        position=position_value(component.value("GEO")),
        rule=_rule(component, start, place),
        excluded=excluded,
        instance=on_clock(time_value(instance), clocks.zone_of(instance)[0], place) if instance else None,
    )


def _end(
    component: Component, clocks: Clocks, start: dt.datetime, place: ZoneInfo, *, whole_days: bool
) -> tuple[dt.datetime, bool]:
    """Return the end and whether it is given."""
    ends, lasts = component.first("DTEND"), component.first("DURATION")
    if ends:
        end, line = on_clock(time_value(ends), clocks.zone_of(ends)[0], place), ends.line
    elif lasts:
        end, line = _after(start, duration_value(lasts), place, lasts), lasts.line
    else:
        return start + (DAY if whole_days else HOUR), False
    if end == start:  # a moment, or a whole day that is said to end on itself
        return start + (DAY if whole_days else HOUR), False
    if instant(end, place) <= instant(start, place):
        raise CalendarFileError(Problem.END_BEFORE_START, line)
    if end - start > LONGEST:
        raise CalendarFileError(Problem.TOO_LONG, line)
    return end, True


def _after(start: dt.datetime, length: dt.timedelta, place: ZoneInfo, lasts: Property) -> dt.datetime:
    """Return the wall time after a duration: days by the calendar, the rest as it passes (RFC 5545 3.3.6)."""
    if length > LONGEST:
        raise CalendarFileError(Problem.TOO_LONG, lasts.line)
    days = dt.timedelta(days=length.days)
    return on_clock(instant(start + days, place) + (length - days), place, place)


def _rule(component: Component, start: dt.datetime, place: ZoneInfo) -> Rule | None:
    found = component.first("RRULE")
    if found is None:
        return None
    try:
        rule = read_rule(found.value)
        check_takes_place(Series(start, place, rule))
    except RuleError as wrong:
        raise CalendarFileError(Problem.BAD_RULE, found.line, found.value) from wrong
    return rule


def _excluded(component: Component, clocks: Clocks, place: ZoneInfo, start: dt.datetime) -> list[dt.datetime]:
    """Return the wall times that are excluded; a day excludes what starts on it."""
    found: list[dt.datetime] = []
    for listed in component.properties.get("EXDATE", ()):
        for value in listed.value.split(",")[:MOST_EXCLUDED]:
            one = Property(listed.line, value, listed.parameters)
            time = on_clock(time_value(one), clocks.zone_of(one)[0], place)
            found.append(time if isinstance(time_value(one), dt.datetime) else dt.datetime.combine(time, start.time()))
    return found[:MOST_EXCLUDED]


def _sequence(value: str) -> int:
    number = SEQUENCE.fullmatch(value)
    return int(number[1]) if number else 0
