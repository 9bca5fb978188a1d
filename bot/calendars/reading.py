"""A calendar file -> events, from whatever producer; what cannot be read is reported by kind and line.

Nothing that a file names is fetched, and what people would see is plain text. Alarms and attendees are not taken:
an invitation of ours has its own.
"""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.calendars.components import Component, Components, components
from bot.calendars.content_lines import content_lines
from bot.calendars.event import Method
from bot.calendars.imported import ImportedEvent, read_event
from bot.calendars.problems import CalendarFileError, Finding, Problem
from bot.calendars.times_of_event import Clocks
from bot.calendars.zone_names import zone_named

ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
"""Methods of files that answer an invitation."""

MOST_SERIES = 50
"""Each takes up to 0.02 s to see whether it ever takes place."""


@dataclass(frozen=True)
class CalendarFile:
    """What could be read of a file.

    Attributes:
        method: what it asks for; PUBLISH when it does not say.
        events: in the order of the file; none when each has a finding.
        findings: what was left out and why, in the order of the file.
    """

    method: Method
    events: tuple[ImportedEvent, ...]
    findings: tuple[Finding, ...]


def read_file(file: bytes, default: ZoneInfo) -> CalendarFile:
    """Return the events of a calendar file.

    Args:
        file: as it came.
        default: the zone for times without one, unless the file names its own.

    Raises:
        CalendarFileError: it is no calendar, an answer to an invitation, has no event, or more of something than
            any calendar of meetings has.
    """
    found = components(content_lines(file))
    method = found.calendar.value("METHOD").strip().upper()
    if method in ANSWERS:
        raise CalendarFileError(Problem.ANSWER, detail=method)
    if not found.events:
        raise CalendarFileError(Problem.NO_EVENT)
    series = [rule for event in found.events if (rule := event.first("RRULE"))]
    if len(series) > MOST_SERIES:
        raise CalendarFileError(Problem.TOO_MANY_PARTS, series[MOST_SERIES].line, "RRULE")
    asked = Method(method) if method in Method.__members__ else Method.PUBLISH
    clocks = _clocks(found, default)
    events: list[ImportedEvent] = []
    findings: list[Finding] = []
    for component in found.events:
        try:
            events.append(read_event(component, clocks, cancelled=asked == Method.CANCEL))
            findings.extend(_left_out(component))
        except CalendarFileError as wrong:
            findings.append(wrong.finding)
    return CalendarFile(asked, tuple(events), tuple(findings))


def _clocks(found: Components, default: ZoneInfo) -> Clocks:
    own = found.calendar.value("X-WR-TIMEZONE")
    named = zone_named(own) if own else None
    return Clocks({each.value("TZID").strip(): each for each in found.zones}, named or default)


def _left_out(component: Component) -> list[Finding]:
    extra = component.first("RDATE")
    return [Finding(Problem.EXTRA_DATES, extra.line)] if extra else []
