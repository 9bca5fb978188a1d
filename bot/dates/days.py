"""Days in a row of symbols: by the calendar, by weekday, counted from today."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.dates.symbols import Kind, Row, Unit, kinds, of_kind, without
from bot.times.months import add_months

WEEK = 7
COUNTED = re.compile("in?u|n?uj|n?v|nu")
LEAP_CYCLE = 8
"""Years in which every day of the calendar comes, 29 February around 2100 too."""


class Day(Protocol):
    """A day that was typed, before it is known which one that is."""

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield the dates that it may be, the likeliest first.

        Args:
            today: where the officer is.
            passed: whether the time that was typed with it has passed today.
        """


@dataclass(frozen=True)
class CalendarDay:
    """A day of a month, perhaps without year: then the next one, and today only if it is not over.

    Attributes:
        month: 1-12, when there is one.
        number: day of the month.
        year: None when it was not typed.
        weekday: 0 for Monday; None when it was not typed. The date must be one.
    """

    month: int
    number: int
    year: int | None = None
    weekday: int | None = None

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield the date, if it exists; without year the next one, and a second when that is today and has passed."""
        found = [self._in(self.year)] if self.year is not None else self._next(today, passed=passed)
        yield from (date for date in found if date and self.weekday in {None, date.weekday()})

    def _next(self, today: dt.date, *, passed: bool) -> list[dt.date]:
        years = range(today.year, today.year + LEAP_CYCLE + 1)
        ahead = [date for date in map(self._in, years) if date and date >= today]
        return ahead[: 2 if passed and today in ahead else 1]

    def _in(self, year: int) -> dt.date | None:
        try:
            return dt.date(year, self.month, self.number)
        except ValueError:
            return None


@dataclass(frozen=True)
class Counted:
    """A day so far from today.

    Attributes:
        count: how many units.
        unit: at least a day.
    """

    count: int
    unit: Unit = Unit.DAY

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield the date; none past the year 9999."""
        del passed
        try:
            if self.unit in {Unit.DAY, Unit.WEEK}:
                yield today + dt.timedelta(days=self.count * (WEEK if self.unit == Unit.WEEK else 1))
            else:
                yield add_months(today, self.count * (12 if self.unit == Unit.YEAR else 1))
        except (OverflowError, ValueError):
            return


@dataclass(frozen=True)
class ComingWeekday:
    """A weekday by itself: the next one.

    Attributes:
        weekday: 0 for Monday.
    """

    weekday: int

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield the next such day; when that is today, today and a week later, unless its time has passed."""
        ahead = (self.weekday - today.weekday()) % WEEK
        if ahead or not passed:
            yield today + dt.timedelta(days=ahead)
        if not ahead:
            yield today + dt.timedelta(days=WEEK)


@dataclass(frozen=True)
class NextWeekday:
    """The "next Friday": the coming one, or that of next week; the same when the coming one is next week's.

    Attributes:
        weekday: 0 for Monday.
    """

    weekday: int

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield the coming one and the one of next week; not today."""
        del passed
        yield today + dt.timedelta(days=(self.weekday - today.weekday() - 1) % WEEK + 1)
        yield _in_week(today, self.weekday, weeks=1)


@dataclass(frozen=True)
class WeekdayOfWeek:
    """A weekday of this week or the next; weeks begin on Monday.

    Attributes:
        weekday: 0 for Monday.
        weeks: 0 for this week.
    """

    weekday: int
    weeks: int

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield the date, none that is before today."""
        date = _in_week(today, self.weekday, self.weeks)
        if date > today or (date == today and not passed):
            yield date


def day(row: Row) -> Day | None:
    """Return the day that a row says, None when it does not have the form of one."""
    bare = without(row, Kind.AT, Kind.FILLER)
    letters = kinds(bare)
    return next((build(bare) for form, build in FORMS if form.fullmatch(letters)), None)


def counted(row: Row) -> tuple[int, Unit] | None:
    """Return how much of what unit a row says from now, "in 3 days" or "3d"; None when it has not that form."""
    bare = without(row, Kind.AT, Kind.FILLER)
    if not COUNTED.fullmatch(kinds(bare)):
        return None
    number = of_kind(bare, Kind.NUMBER)
    unit = of_kind(bare, Kind.UNIT) or of_kind(bare, Kind.UNIT_IN)
    return number[0] if number else 1, Unit(unit[0])


def _written(row: Row) -> Day:
    """Return a day by month and number."""
    year = of_kind(row, Kind.YEAR)
    month, number = of_kind(row, Kind.MONTH)[0], of_kind(row, Kind.NUMBER)[0]
    return CalendarDay(month, number, year[0] if year else None, _weekday(row))


def _in_figures(row: Row) -> Day:
    date, year = of_kind(row, Kind.DATE), of_kind(row, Kind.YEAR)
    if date:
        return CalendarDay(date[1], date[2], date[0], _weekday(row))
    month, number = of_kind(row, Kind.DAY_MONTH)
    return CalendarDay(month, number, year[0] if year else None, _weekday(row))


def _counted(row: Row) -> Day | None:
    length = counted(row)
    return Counted(*length) if length and length[1] >= Unit.DAY else None


def _weekday(row: Row) -> int | None:
    found = of_kind(row, Kind.WEEKDAY) or of_kind(row, Kind.SUNDAY_OR_WEEK)
    return found[0] if found else None


def _in_week(today: dt.date, weekday: int, weeks: int) -> dt.date:
    return today + dt.timedelta(days=weekday - today.weekday() + WEEK * weeks)


def _known_weekday(row: Row) -> int:
    return (of_kind(row, Kind.WEEKDAY) or of_kind(row, Kind.SUNDAY_OR_WEEK))[0]


def _forms() -> Iterator[tuple[str, Callable[[Row], Day | None]]]:
    yield "[WY]?(?:nMy?|Mny?|yMn|ynM)[WY]?", _written
    yield "[WY]?(?:D|dy?)[WY]?", _in_figures
    yield "o", lambda row: Counted(of_kind(row, Kind.FROM_TODAY)[0])
    yield COUNTED.pattern, _counted
    yield "[WY]", lambda row: ComingWeekday(_known_weekday(row))
    yield "xW|Wx", lambda row: NextWeekday(_known_weekday(row))
    yield "tW|Wt", lambda row: WeekdayOfWeek(_known_weekday(row), 0)
    yield "[WY](?:xk|kx)|(?:xk|kx)[WY]", lambda row: WeekdayOfWeek(_known_weekday(row), 1)
    yield "[WY](?:tk|kt)|(?:tk|kt)[WY]", lambda row: WeekdayOfWeek(_known_weekday(row), 0)


FORMS = tuple((re.compile(form), build) for form, build in _forms())
"""Forms of days, as the letters of their symbols without prepositions."""
