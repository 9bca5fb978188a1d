"""Calendars: recurrence, iCalendar files out and in, and the month of a picker (pure).

Plain values in and out: no clock, no database, no network. Wall times are naive and stand beside the IANA name of
their zone, as `bot.times` says.
"""

from bot.calendars.event import Alarm, CalendarEvent, Method, Organizer, Status, event_uid
from bot.calendars.export import write
from bot.calendars.imported import ImportedEvent
from bot.calendars.month_grid import MonthGrid, month_grid
from bot.calendars.problems import CalendarFileError, Finding, Problem
from bot.calendars.reading import CalendarFile, read_file
from bot.calendars.recurrence import Series, check_takes_place, occurrences, wall_times
from bot.calendars.rules import Frequency, Rule, RuleError, RuleProblem, read_rule

__all__ = [
    "Alarm",
    "CalendarEvent",
    "CalendarFile",
    "CalendarFileError",
    "Finding",
    "Frequency",
    "ImportedEvent",
    "Method",
    "MonthGrid",
    "Organizer",
    "Problem",
    "Rule",
    "RuleError",
    "RuleProblem",
    "Series",
    "Status",
    "check_takes_place",
    "event_uid",
    "month_grid",
    "occurrences",
    "read_file",
    "read_rule",
    "wall_times",
    "write",
]
