"""What a typed date is made of: symbols, each a kind and its numbers. A text becomes a row of them."""

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Kinds of symbols; one letter each, so that a row of symbols can be matched by a regular expression."""

    NUMBER = "n"  # value, whether it was written with a leading zero
    YEAR = "y"  # year
    DATE = "D"  # year, month, day
    DAY_MONTH = "d"  # month, day
    CLOCK = "C"  # hour, minute
    MONTH = "M"  # 1-12
    WEEKDAY = "W"  # 0-6, Monday first
    SUNDAY_OR_WEEK = "Y"  # 6; the same word means "week"
    FROM_TODAY = "o"  # days
    NEXT = "x"
    THIS = "t"
    IN = "i"
    AFTER = "j"
    UNIT = "u"  # a Unit
    UNIT_IN = "v"  # a Unit, with the case ending for "in"
    WEEK = "k"
    FROM = "F"
    UNTIL = "-"
    UNTIL_AFTER_FROM = "~"  # ends a range only if a word began it
    AT = "p"
    FILLER = "q"
    HOUR_MARK = "H"
    HALF = "A"  # a HalfOfDay
    NOON = "O"
    MIDNIGHT = "Z"
    HALF_TO = "h"


class Unit(IntEnum):
    """Units of time."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


class HalfOfDay(IntEnum):
    """Which twelve hours an hour belongs to; at night it is the late evening or the small hours."""

    AM = 0
    PM = 1
    NIGHT = 2


class Symbol(NamedTuple):
    """One piece of a typed date.

    Attributes:
        kind: what it is.
        numbers: what its kind says; none for words that carry no number.
    """

    kind: Kind
    numbers: tuple[int, ...] = ()


Row = tuple[Symbol, ...]
"""One way to read a text."""


def kinds(row: Row) -> str:
    """Return the letters of a row's kinds."""
    return "".join(symbol.kind for symbol in row)


def of_kind(row: Row, kind: Kind) -> tuple[int, ...]:
    """Return the numbers of the first symbol of a kind; () where there is none."""
    return next((symbol.numbers for symbol in row if symbol.kind == kind), ())


def without(row: Row, *dropped: Kind) -> Row:
    """Return a row without the symbols of some kinds."""
    return tuple(symbol for symbol in row if symbol.kind not in dropped)
