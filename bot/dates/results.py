"""What a typed date turns out to be: understood, ambiguous, or not understood and why."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")
Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True)
class When:
    """A day or a range of days, with wall times where they were typed.

    Attributes:
        day: the first or only day.
        time: naive; None when none was typed.
        end_day: last day of a range, the same as `day` for a range of hours; None without a range.
        end_time: None when none was typed.
    """

    day: dt.date
    time: dt.time | None = None
    end_day: dt.date | None = None
    end_time: dt.time | None = None

    def __str__(self) -> str:
        """Return it as in ISO 8601, a range with `..`."""
        start = _iso(self.day, self.time)
        return start if self.end_day is None else f"{start}..{_iso(self.end_day, self.end_time)}"


class Reason(StrEnum):
    """Why a text is no date."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    UNKNOWN_WORD = "unknown word"
    NO_DATE = "no date"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Understood(Generic[Value_co]):
    """It means one thing."""

    value: Value_co


@dataclass(frozen=True)
class Ambiguous(Generic[Value_co]):
    """It means one of several things, the likeliest first; ask."""

    candidates: tuple[Value_co, ...]


@dataclass(frozen=True)
class NotUnderstood:
    """It means nothing, or nothing that exists.

    Attributes:
        reason: IMPOSSIBLE is 31 June, 25:00, a weekday that is not that day's, an end before the start.
        piece: the word or character that was not understood, with UNKNOWN_WORD; it is foreign text.
    """

    reason: Reason
    piece: str = ""


def conclude(values: Sequence[Value], *, readable: bool) -> Understood[Value] | Ambiguous[Value] | NotUnderstood:
    """Return what follows from everything that a text can mean.

    Args:
        values: in the order of likelihood; repetitions do not count.
        readable: whether the text has the form of a date, so that without values it is one that does not exist.
    """
    distinct = tuple(dict.fromkeys(values))
    if not distinct:
        return NotUnderstood(Reason.IMPOSSIBLE if readable else Reason.NO_DATE)
    return Understood(distinct[0]) if len(distinct) == 1 else Ambiguous(distinct)


def _iso(day: dt.date, time: dt.time | None) -> str:
    return day.isoformat() if time is None else f"{day.isoformat()}T{time.isoformat('minutes')}"
