"""Ranges of days and hours in a row of symbols."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from bot.dates.days import CalendarDay, ComingWeekday
from bot.dates.moments import Moment, Now, moments
from bot.dates.results import When
from bot.dates.symbols import Kind, Row, Symbol, kinds, of_kind, without

AT = Symbol(Kind.AT)
FORM = re.compile("(?P<left>(?P<begun>[^-~F]*F)?[^-~F]+)(?:-|(?(begun)~|(?!)))(?P<right>[^-~F]+)")
LONGEST = dt.timedelta(days=366)
"""Of a range: what is longer is a slip."""
HALF_A_YEAR = dt.timedelta(days=183)
"""Over the end of a year, without years: "30 December - 2 January" is meant, "14 - 12 March" is not."""


@dataclass(frozen=True)
class Range:
    """Two ends as they were typed; each has a day, or the second has a time only."""

    start: Moment
    end: Moment

    def meanings(self, now: Now) -> Iterator[When]:
        """Yield the ranges that begin before they end; a day without year is in the year of the other end."""
        if self.start.day is None:
            yield from Range(replace(self.start, day=self.end.day), replace(self.end, day=None)).meanings(now)
            return
        for start in self._starts(now):
            if self.end.day is None:
                same = replace(self.end, day=_On(start.day))
                yield from (_joined(start, end) for end in same.meanings(now) if _follows(start, end))
            else:
                yield from (_joined(start, end) for end in self._ends(start, now) if _follows(start, end))

    def _starts(self, now: Now) -> Iterator[When]:
        start, end = self.start.day, self.end.day
        if not (isinstance(start, CalendarDay) and isinstance(end, CalendarDay) and start.year is None and end.year):
            yield from self.start.meanings(now)
            return
        for year in (end.year, end.year - 1):
            found = list(replace(self.start, day=replace(start, year=year)).meanings(now))
            if found and found[0].day <= dt.date(end.year, end.month, 1) + dt.timedelta(days=end.number - 1):
                yield from found
                return

    def _ends(self, start: When, now: Now) -> Iterator[When]:
        """Yield the ends; one without year, and a weekday, is the first after the start."""
        end = self.end.day
        if isinstance(end, ComingWeekday) or (isinstance(end, CalendarDay) and end.year is None):
            following = [date for date in end.dates(start.day, passed=False) if date - start.day <= HALF_A_YEAR][:1]
            yield from (when for date in following for when in replace(self.end, day=_On(date)).meanings(now))
        else:
            yield from self.end.meanings(now)


@dataclass(frozen=True)
class _On:
    """A day that is known."""

    date: dt.date

    def dates(self, today: dt.date, *, passed: bool) -> Iterator[dt.date]:
        """Yield it."""
        del today, passed
        yield self.date


def ranges(row: Row) -> Iterator[Range]:
    """Yield the ways to read a row as a range."""
    bare = without(row, Kind.FILLER)
    form = FORM.fullmatch(kinds(bare))
    if form is None:
        return
    left, right = bare[: form.end("left")], bare[form.start("right") :]
    begun = Kind.FROM in kinds(left)
    for start, end in _ends(without(left, Kind.FROM), right, begun=begun):
        for one, two in product(moments(start), moments(end)):
            if one.day and two.day and two.timed and not one.timed:
                yield Range(replace(one, times=two.times, timed=True), Moment(two.day))
            if one.day or (two.day and one.timed and two.timed):
                yield Range(one, two)


def _ends(left: Row, right: Row, *, begun: bool) -> Iterator[tuple[Row, Row]]:
    """Yield both ends as they stand, and with what the one lends to the other."""
    yield left, right
    yield _month_from_the_right(left, right)
    yield _month_from_the_left(left, right)
    if begun or kinds(right).endswith(Kind.HOUR_MARK):
        yield _hours(left, right)


def _month_from_the_right(left: Row, right: Row) -> tuple[Row, Row]:
    """Return "12" and "14 March" as two days; empty rows when they are not so."""
    bare = without(left, Kind.AT)
    written, in_figures = of_kind(right, Kind.MONTH), of_kind(right, Kind.DAY_MONTH) or of_kind(right, Kind.DATE)[1:]
    if kinds(bare) != Kind.NUMBER or not (written or in_figures):
        return (), ()
    month = written[0] if written else in_figures[0]
    year = of_kind(right, Kind.DATE)[:1] or of_kind(right, Kind.YEAR)
    return _numbered(bare, month, year), right


def _month_from_the_left(left: Row, right: Row) -> tuple[Row, Row]:
    """Return "March 12" and "14" as two days; empty rows when they are not so."""
    month, number = of_kind(left, Kind.MONTH), of_kind(right, Kind.NUMBER)
    if not month or not number or right[0].kind != Kind.NUMBER:
        return (), ()
    year = of_kind(left, Kind.YEAR) or of_kind(right, Kind.YEAR)
    return left, (*_numbered(right[:1], month[0], year), *without(right[1:], Kind.YEAR))


def _hours(left: Row, right: Row) -> tuple[Row, Row]:
    """Return "3 May from 9" and "to 12" as a day with an hour, and an hour; empty rows when they are not so."""
    if len(left) == 1 or left[-1].kind != Kind.NUMBER or right[0].kind != Kind.NUMBER:
        return (), ()
    return (*left[:-1], AT, left[-1]), (AT, *right)


def _numbered(row: Row, month: int, year: tuple[int, ...]) -> Row:
    """Return a number as a day of a month."""
    from_number = of_kind(row, Kind.NUMBER)[0]
    if year:
        return (row[0]._replace(kind=Kind.DATE, numbers=(year[0], month, from_number)),)
    return (row[0]._replace(kind=Kind.DAY_MONTH, numbers=(month, from_number)),)


def _joined(start: When, end: When) -> When:
    return When(start.day, start.time, end.day, end.time)


def _follows(start: When, end: When) -> bool:
    """Tell whether the end is after the start and not too far."""
    if start.day == end.day:
        return start.time is not None and end.time is not None and start.time < end.time
    return dt.timedelta() < end.day - start.day <= LONGEST
