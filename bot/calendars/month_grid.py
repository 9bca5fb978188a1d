"""The days of a month as a calendar shows them, for a picker with buttons."""

import calendar
import datetime as dt
from dataclasses import dataclass

from babel import Locale

from bot.times.months import add_months

WEEK = 7


@dataclass(frozen=True)
class MonthGrid:
    """One month.

    Attributes:
        first: the first of the month.
        weekdays: 0-6 (Monday is 0) in the order of the columns.
        weeks: rows of seven; None where a day belongs to another month.
        choosable: the days of the month that may be chosen.
        previous: the first of the month before; None when nothing of it may be chosen.
        following: the first of the month after; None when nothing of it may be chosen.
    """

    first: dt.date
    weekdays: tuple[int, ...]
    weeks: tuple[tuple[dt.date | None, ...], ...]
    choosable: frozenset[dt.date]
    previous: dt.date | None
    following: dt.date | None


def month_grid(month: dt.date, earliest: dt.date, latest: dt.date, locale: str) -> MonthGrid:
    """Return a month; a month out of the bounds is replaced by the nearest within them.

    Args:
        month: any day of it.
        earliest: first day that may be chosen, as today where the venue is.
        latest: last day that may be chosen, not before the earliest.
        locale: whose week begins as CLDR says: on Sunday in plain English, on Monday in our other languages.

    Raises:
        ValueError: the bounds are the wrong way round.
    """
    if latest < earliest:
        raise ValueError(f"no day between {earliest} and {latest}")
    first = min(max(month, earliest), latest).replace(day=1)
    column = Locale.parse(locale).first_week_day
    length = calendar.monthrange(first.year, first.month)[1]
    days = [first.replace(day=number) for number in range(1, length + 1)]
    return MonthGrid(
        first,
        tuple((column + place) % WEEK for place in range(WEEK)),
        _weeks(days, column),
        frozenset(day for day in days if earliest <= day <= latest),
        previous=add_months(first, -1) if earliest < first else None,
        following=add_months(first, 1) if latest > days[-1] else None,
    )


def _weeks(days: list[dt.date], column: int) -> tuple[tuple[dt.date | None, ...], ...]:
    """Return the days in rows that begin with a weekday."""
    before = (days[0].weekday() - column) % WEEK
    after = -(before + len(days)) % WEEK
    cells = [*[None] * before, *days, *[None] * after]
    return tuple(tuple(cells[place : place + WEEK]) for place in range(0, len(cells), WEEK))
