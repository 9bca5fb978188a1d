"""Rules of recurring meetings by their plain form: what a first day suggests, and until when."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.calendars.recurrence import Series, wall_times
from bot.calendars.rules import Frequency, Rule
from bot.times.months import add_months

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = "MO,TU,WE,TH,FR"
WEEK = 7
MOST_WEEKS = 4
"""A fifth such weekday is not in every month; it is offered as the last one."""


class Pattern(StrEnum):
    """How a meeting comes again; the values are packed into buttons."""

    WORKING_DAYS = "d"
    WEEKLY = "w"
    FORTNIGHTLY = "f"
    MONTHLY_DAY = "m"
    MONTHLY_WEEKDAY = "n"
    MONTHLY_LAST = "l"
    QUARTERLY = "q"
    YEARLY = "y"


INTERVALS: Mapping[Pattern, int] = MappingProxyType({Pattern.FORTNIGHTLY: 2, Pattern.QUARTERLY: 3})


def patterns_of(first: dt.date) -> list[Pattern]:
    """Return the patterns that a first day fits, in their order."""
    unfit = set()
    if first.weekday() >= WEEKDAYS.index("SA"):
        unfit.add(Pattern.WORKING_DAYS)
    if week_of_month(first) > MOST_WEEKS:
        unfit.add(Pattern.MONTHLY_WEEKDAY)
    if not _is_last(first):
        unfit.add(Pattern.MONTHLY_LAST)
    return [pattern for pattern in Pattern if pattern not in unfit]


def week_of_month(day: dt.date) -> int:
    """Return as which of its weekday a day comes in its month: 2 for the second Tuesday."""
    return (day.day - 1) // WEEK + 1


def rule_of(pattern: Pattern, first: dt.date, *, count: int | None = None, until: dt.date | None = None) -> Rule:
    """Return the rule of a pattern.

    Args:
        pattern: one that the day fits.
        first: the first day; weekday and day of the month are its own.
        count: how many times in all.
        until: the last day on which it may take place; only without a count.
    """
    weekday = WEEKDAYS[first.weekday()]
    forms: Mapping[Pattern, tuple[Frequency, tuple[tuple[str, str], ...]]] = {
        Pattern.WORKING_DAYS: (Frequency.WEEKLY, (("BYDAY", WORKING_DAYS),)),
        Pattern.WEEKLY: (Frequency.WEEKLY, (("BYDAY", weekday),)),
        Pattern.FORTNIGHTLY: (Frequency.WEEKLY, (("BYDAY", weekday),)),
        Pattern.MONTHLY_DAY: (Frequency.MONTHLY, (("BYMONTHDAY", str(first.day)),)),
        Pattern.MONTHLY_WEEKDAY: (Frequency.MONTHLY, (("BYDAY", f"{week_of_month(first)}{weekday}"),)),
        Pattern.MONTHLY_LAST: (Frequency.MONTHLY, (("BYDAY", f"-1{weekday}"),)),
        Pattern.QUARTERLY: (Frequency.MONTHLY, (("BYMONTHDAY", str(first.day)),)),
        Pattern.YEARLY: (Frequency.YEARLY, ()),
    }
    frequency, by = forms[pattern]
    return Rule(frequency, INTERVALS.get(pattern, 1), count, until, by)


def ends_of(first: dt.date) -> list[dt.date]:
    """Return days that are offered as the last: three, six and twelve months on, and the end of the year."""
    found = {add_months(first, months) for months in (3, 6, 12)}
    return sorted(found | {first.replace(month=12, day=31)} - {first})


def first_times(start: dt.datetime, place: ZoneInfo, rule: Rule, after: dt.datetime, number: int) -> list[dt.datetime]:
    """Return the next wall times of a series.

    Args:
        start: naive wall time of the first.
        place: zone of the venue.
        rule: how it comes again.
        after: naive wall time; earlier ones are left out.
        number: how many at most.
    """
    return [time for time in wall_times(Series(start, place, rule)) if time >= after][:number]


def _is_last(day: dt.date) -> bool:
    return (day + dt.timedelta(days=WEEK)).month != day.month
