"""Content lines -> the parts of a calendar file that are read: its events and its zones.

Nesting is followed with a counter and not by recursion. Alarms, attachments, tasks and whatever else a file has are
passed over; nothing is fetched.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.calendars.content_lines import ContentLine
from bot.calendars.problems import CalendarFileError, Problem

DEEPEST = 4
"""Components in one another: calendar, event, alarm, and one more for what producers add."""
MOST_COMPONENTS = 2_000
MOST_EVENTS = 200
NAME = re.compile(r"[A-Za-z0-9-]+")
REST = re.compile(r'(?P<head>(?:[^":]|"[^"]*")*):(?P<value>.*)', re.DOTALL)
PARAMETER = re.compile(r';\s*(?P<name>[A-Za-z0-9-]+)\s*=\s*(?P<value>"[^"]*"|[^;"]*)')
TIMES = re.compile(r"(?P<head>.*?):(?P<value>\d{4}.*)", re.DOTALL)
TIMED = frozenset({"DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"})
"""Names of zones have colons (`tzone://Microsoft/Custom`), and some producers write them without quotes."""
OF_CALENDAR = frozenset({"METHOD", "X-WR-TIMEZONE"})
OF_EVENT = frozenset({"UID", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL", "STATUS"}) | {
    *("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"),
}
OF_ZONE = frozenset({"TZID", "X-LIC-LOCATION", "TZOFFSETTO"})
REPEATED = frozenset({"EXDATE", "TZOFFSETTO"})
"""Properties of which each counts; of the others the first."""


@dataclass(frozen=True)
class Property:
    """A property that is read.

    Attributes:
        line: its number.
        value: as it stands, escaped.
        parameters: by name in capital letters.
    """

    line: int
    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Component:
    """A component with its properties by name; those of parts inside it that are read count as its own.

    Attributes:
        line: where it begins.
        properties: in the order of the file.
    """

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        return next(iter(self.properties.get(name, ())), None)

    def value(self, name: str) -> str:
        """Return the value of the first property of a name, "" without one."""
        found = self.first(name)
        return found.value if found else ""


@dataclass
class Components:
    """What a file has: the calendar's own properties, events, and zones."""

    calendar: Component = field(default_factory=lambda: Component(1))
    events: list[Component] = field(default_factory=list)
    zones: list[Component] = field(default_factory=list)


def components(lines: Iterable[ContentLine]) -> Components:
    """Return the components of a file.

    Raises:
        CalendarFileError: it is no calendar, has too many or too deep parts, or parts that do not end.
    """
    reader = _Reader()
    for line in lines:
        reader.read(line)
    if reader.open:
        raise CalendarFileError(Problem.UNBALANCED, reader.last, f"END:{reader.open[-1]}")
    if not reader.begun:
        raise CalendarFileError(Problem.NO_CALENDAR)
    return reader.found


class _Reader:
    """Reads a file line by line."""

    def __init__(self) -> None:
        self.found = Components()
        self.open: list[str] = []
        self.begun = 0
        self.last = 0

    def read(self, line: ContentLine) -> None:
        """Take the next line."""
        self.last = line.number
        name = match[0].upper() if (match := NAME.match(line.text.strip())) else ""
        if name in {"BEGIN", "END"}:
            kind = line.text.partition(":")[2].strip().upper()
            (self._begin if name == "BEGIN" else self._end)(kind, line.number)
        elif not self.open:
            raise CalendarFileError(Problem.NO_CALENDAR, line.number, line.text)
        else:
            self._keep(name, line)

    def _begin(self, kind: str, line: int) -> None:
        self.begun += 1
        if bool(self.open) == (kind == "VCALENDAR"):
            raise CalendarFileError(Problem.NO_CALENDAR if not self.open else Problem.TOO_DEEP, line, kind)
        if len(self.open) >= DEEPEST:
            raise CalendarFileError(Problem.TOO_DEEP, line, kind)
        self.open.append(kind)
        if self.open == ["VCALENDAR", "VEVENT"]:
            self.found.events.append(Component(line))
        elif self.open == ["VCALENDAR", "VTIMEZONE"]:
            self.found.zones.append(Component(line))
        if self.begun > MOST_COMPONENTS or len(self.found.events) > MOST_EVENTS:
            raise CalendarFileError(Problem.TOO_MANY_PARTS, line)

    def _end(self, kind: str, line: int) -> None:
        if not self.open or self.open.pop() != kind:
            raise CalendarFileError(Problem.UNBALANCED, line, f"END:{kind}")

    def _keep(self, name: str, line: ContentLine) -> None:
        """Keep a property if it is one that is read here."""
        if self.open == ["VCALENDAR"] and name in OF_CALENDAR:
            _add(self.found.calendar, name, line)
        elif self.open == ["VCALENDAR", "VEVENT"] and name in OF_EVENT:
            _add(self.found.events[-1], name, line)
        elif self.open[:2] == ["VCALENDAR", "VTIMEZONE"] and name in OF_ZONE:
            _add(self.found.zones[-1], name, line)


def _add(component: Component, name: str, line: ContentLine) -> None:
    if name in component.properties and name not in REPEATED:
        return
    component.properties.setdefault(name, []).append(_property(name, line))


def _property(name: str, line: ContentLine) -> Property:
    """Return a line's property; one that breaks the grammar keeps what follows its first colon."""
    rest = line.text.strip()[len(name) :]
    form = (TIMES.fullmatch(rest) if name in TIMED else None) or REST.fullmatch(rest)
    head, _, value = (form["head"], ":", form["value"]) if form else rest.partition(":")
    parameters = {each["name"].upper(): each["value"].strip('"') for each in PARAMETER.finditer(head)}
    return Property(line.number, value, parameters)
