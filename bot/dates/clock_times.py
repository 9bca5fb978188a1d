"""Times of day in a row of symbols."""

import datetime as dt
import re
from collections.abc import Iterator

from bot.dates.symbols import HalfOfDay, Kind, Row, kinds, of_kind, without

FORM = re.compile("A?(?:C|h?n)H?A?|O|Z")
HOURS, MINUTES = range(25), range(60)
DOUBTFUL = range(1, 8)
"""Hours that people also say for the afternoon and evening ("at 5"); office hours begin at 8."""
HALF_DAY, NOON, MIDNIGHT = 12, 12, 24
LATEST_SMALL_HOUR, EARLIEST_NIGHT = 5, 9

Minutes = int
"""A time of day, in minutes since midnight; 1440 is the midnight at the end of the day."""


def is_time(row: Row, *, bare_hour: bool) -> bool:
    """Tell whether a row has the form of a time.

    Args:
        row: without fillers.
        bare_hour: whether a number by itself is an hour, as in "tomorrow 10".
    """
    letters = kinds(without(row, Kind.AT))
    if letters == Kind.NUMBER:
        return bare_hour or len(row) > 1
    return bool(FORM.fullmatch(letters)) and letters.count(Kind.HALF) <= 1


def times(row: Row) -> Iterator[Minutes]:
    """Yield the times that a row of this form may mean, the likeliest first; none for an hour that no clock has."""
    letters = kinds(without(row, Kind.AT))
    if letters == Kind.NOON:
        yield NOON * 60
    elif letters == Kind.MIDNIGHT:
        yield from (MIDNIGHT * 60, 0)
    else:
        hour, minute, doubtful = _clock(row)
        if hour in HOURS and minute in MINUTES and (hour, minute) <= (MIDNIGHT, 0):
            earlier = 30 if Kind.HALF_TO in letters else 0
            yield from (
                60 * each + minute - earlier for each in _hours(hour, of_kind(row, Kind.HALF), doubtful=doubtful)
            )


def on_clock(day: dt.date, minutes: Minutes) -> tuple[dt.date, dt.time]:
    """Return a time of a day as day and wall time; the midnight at its end belongs to the next day."""
    later, rest = divmod(minutes, MIDNIGHT * 60)
    return day + dt.timedelta(days=later), dt.time(*divmod(rest, 60))


def _clock(row: Row) -> tuple[int, int, bool]:
    """Return hour, minute, and whether the hour may be meant twelve hours later."""
    clock = of_kind(row, Kind.CLOCK)
    if clock:
        return clock[0], clock[1], False
    hour, padded = of_kind(row, Kind.NUMBER)
    return hour, 0, hour in DOUBTFUL and not padded


def _hours(hour: int, half: tuple[int, ...], *, doubtful: bool) -> Iterator[int]:
    if not half:
        yield hour
        if doubtful:
            yield hour + HALF_DAY
    elif half[0] == HalfOfDay.PM and hour > 0:
        yield hour if hour >= HALF_DAY else hour + HALF_DAY
    elif half[0] == HalfOfDay.AM and hour <= HALF_DAY:
        yield hour % HALF_DAY
    elif half[0] == HalfOfDay.NIGHT:
        yield from _hours_of_night(hour)


def _hours_of_night(hour: int) -> Iterator[int]:
    if hour < LATEST_SMALL_HOUR or hour >= NOON + EARLIEST_NIGHT:
        yield hour
    elif EARLIEST_NIGHT <= hour < HALF_DAY:
        yield hour + HALF_DAY
    elif hour == HALF_DAY:
        yield from (MIDNIGHT, 0)
