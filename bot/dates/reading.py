"""A typed date -> what it means, relative to an officer's present."""

from collections.abc import Iterator

from bot.dates.moments import Moment, Now, in_a_while, moments
from bot.dates.ranges import Range, ranges
from bot.dates.results import Ambiguous, NotUnderstood, Understood, When, conclude
from bot.dates.rows import rows
from bot.dates.symbols import Row


def read(text: str, now: Now, locale: str) -> Understood[When] | Ambiguous[When] | NotUnderstood:
    """Return what a typed date, time or range means.

    Every word and number of it must have its place in what is understood. What has two meanings is ambiguous: 3/4,
    03.12. in Hungarian, "at 5", "next Friday" on a Wednesday. A year that was not typed is that of the next such day;
    one that was typed may be past, which is for the caller to judge. Two figures of a year are of this century.

    Args:
        text: as typed, in any of our languages, scripts and romanisations.
        now: from which relative dates are counted.
        locale: of the officer: its words count before those of other languages.
    """
    found = rows(text, locale)
    if isinstance(found, NotUnderstood):
        return found
    readings = list(_readings(found))
    values = [value for reading in readings for value in reading.meanings(now)]
    soon = [value for row in found if (value := in_a_while(row, now))]
    return conclude([*values, *soon], readable=bool(readings))


def _readings(found: list[Row]) -> Iterator[Moment | Range]:
    for row in found:
        yield from moments(row)
        yield from ranges(row)
