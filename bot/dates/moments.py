"""A day, a time, or both, in a row of symbols, and what they may mean now."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.dates.clock_times import Minutes, is_time, on_clock, times
from bot.dates.days import Counted, Day, counted, day
from bot.dates.results import When
from bot.dates.rows import splits
from bot.dates.symbols import Kind, Row, Unit, kinds, without
from bot.times.wall import wall


@dataclass(frozen=True)
class Now:
    """The officer's present.

    Attributes:
        moment: aware.
        zone: where the officer is.
    """

    moment: dt.datetime
    zone: ZoneInfo

    @property
    def wall(self) -> dt.datetime:
        """What the officer's clock shows, naive."""
        return wall(self.moment, self.zone)


@dataclass(frozen=True)
class Moment:
    """A day and a time as they were typed; at least one of them.

    Attributes:
        day: None when only a time was typed.
        times: what the time may be; () when none was typed.
        timed: whether a time was typed; with no `times` it is one that does not exist.
    """

    day: Day | None
    times: tuple[Minutes, ...] = ()
    timed: bool = False

    def meanings(self, now: Now) -> Iterator[When]:
        """Yield what it may mean; without a day it is the next time that the clock shows it."""
        for minutes in self.times if self.timed else (None,):
            for date in self._dates(now, minutes):
                yield When(date) if minutes is None else When(*on_clock(date, minutes))

    def _dates(self, now: Now, minutes: Minutes | None) -> Iterator[dt.date]:
        clock = now.wall
        passed = minutes is not None and minutes <= clock.hour * 60 + clock.minute
        chosen = self.day or Counted(int(passed))
        yield from chosen.dates(clock.date(), passed=passed)


def moments(row: Row) -> Iterator[Moment]:
    """Yield the ways to read a row as a day, a time, or a day and a time in either order."""
    bare = without(row, Kind.FILLER)
    for first, second in splits(bare):
        yield from _moments(first, second)
        if first and second:
            yield from _moments(second, first)


def in_a_while(row: Row, now: Now) -> When | None:
    """Return the wall time in so many hours or minutes, None when the row does not say so."""
    length = counted(row)
    if length is None or length[1] >= Unit.DAY:
        return None
    passing = dt.timedelta(**{f"{length[1].name.lower()}s": length[0]})
    shown = wall(now.moment.astimezone(dt.UTC) + passing, now.zone)
    return When(shown.date(), shown.time().replace(second=0, microsecond=0))


def _moments(dated: Row, timed: Row) -> Iterator[Moment]:
    """Yield the reading of one row as a day and another as a time."""
    found = day(dated) if dated else None
    if dated and found is None:
        return
    if not timed:
        yield Moment(found)
    elif is_time(timed, bare_hour=kinds(dated) == Kind.FROM_TODAY):
        yield Moment(found, tuple(times(timed)), timed=True)
