"""Typed lengths of time: "3d", "2 weeks", "2 napot", "3 дні"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.dates.moments import Now
from bot.dates.results import Ambiguous, NotUnderstood, Understood, conclude
from bot.dates.rows import rows
from bot.dates.symbols import Kind, Row, Unit, kinds, of_kind, without
from bot.times.months import add_months
from bot.times.wall import instant

FORM = re.compile("i?(?:(?:n[uv])+|[uv]|C)j?")
YEAR_MONTHS, WEEK_DAYS, HOUR_MINUTES = 12, 7, 60
LONGEST_MONTHS, LONGEST_DAYS = 5 * 12, 5 * 366
"""Five years: what is longer is a slip."""


@dataclass(frozen=True)
class Length:
    """A length of time; not all zero.

    Attributes:
        months: counted on the calendar; years are twelve.
        days: counted on the calendar, so the hour stays when clocks change; weeks are seven.
        minutes: that really pass.
    """

    months: int = 0
    days: int = 0
    minutes: int = 0

    def after(self, now: Now) -> dt.datetime:
        """Return the instant (UTC) so long after the officer's present: months, then days, then minutes."""
        clock = now.wall
        day = add_months(clock.date(), self.months) + dt.timedelta(days=self.days)
        if day == clock.date():
            return now.moment.astimezone(dt.UTC) + dt.timedelta(minutes=self.minutes)
        return instant(dt.datetime.combine(day, clock.time()), now.zone) + dt.timedelta(minutes=self.minutes)

    def __str__(self) -> str:
        """Return it as in ISO 8601."""
        hours, minutes = divmod(self.minutes, HOUR_MINUTES)
        parts = ((self.months, "M"), (self.days, "D"), (0, ""), (hours, "H"), (minutes, "M"))
        written = ["".join(f"{count}{letter}" for count, letter in part if count) for part in (parts[:2], parts[3:])]
        return f"P{written[0]}" + (f"T{written[1]}" if written[1] else "")


def read_length(text: str, locale: str) -> Understood[Length] | Ambiguous[Length] | NotUnderstood:
    """Return what a typed length of time means; "3m" is ambiguous, nothing or more than five years impossible.

    Args:
        text: as typed, in any of our languages; several units stand from the longest to the shortest.
        locale: of the officer: its words count before those of other languages.
    """
    found = rows(text, locale)
    if isinstance(found, NotUnderstood):
        return found
    bare = [without(row, Kind.FILLER) for row in found]
    readable = [row for row in bare if FORM.fullmatch(kinds(row)) and _descending(row)]
    lengths = [length for row in readable if _sensible(length := _length(row))]
    return conclude(lengths, readable=bool(readable))


def _descending(row: Row) -> bool:
    units = [symbol.numbers[0] for symbol in row if symbol.kind in {Kind.UNIT, Kind.UNIT_IN}]
    return units == sorted(set(units), reverse=True)


def _length(row: Row) -> Length:
    clock = of_kind(row, Kind.CLOCK)
    if clock:
        return Length(minutes=clock[0] * HOUR_MINUTES + clock[1])
    found = dict.fromkeys(Unit, 0) | dict(_counts(row))
    return Length(
        months=found[Unit.YEAR] * YEAR_MONTHS + found[Unit.MONTH],
        days=found[Unit.WEEK] * WEEK_DAYS + found[Unit.DAY],
        minutes=found[Unit.HOUR] * HOUR_MINUTES + found[Unit.MINUTE],
    )


def _counts(row: Row) -> Iterator[tuple[Unit, int]]:
    """Yield each unit with its number, one where none stands before it."""
    count = 1
    for symbol in row:
        if symbol.kind == Kind.NUMBER:
            count = symbol.numbers[0]
        elif symbol.kind in {Kind.UNIT, Kind.UNIT_IN}:
            yield Unit(symbol.numbers[0]), count


def _sensible(length: Length) -> bool:
    return (
        length != Length()
        and length.months <= LONGEST_MONTHS
        and length.days <= LONGEST_DAYS
        and length.minutes <= LONGEST_DAYS * 24 * HOUR_MINUTES
    )
