"""Two times of day as officers type them for a span: "22-6", "22:00–06:30", "from 10 pm to 6"."""

from collections.abc import Iterator

from bot.dates.clock_times import MIDNIGHT, Minutes, is_time, times
from bot.dates.results import NotUnderstood
from bot.dates.rows import rows
from bot.dates.symbols import Kind, Row

DAY = MIDNIGHT * 60
ASIDE = frozenset({Kind.FILLER, Kind.FROM, Kind.UNTIL, Kind.UNTIL_AFTER_FROM, Kind.AT, Kind.HOUR_MARK})
"""What may stand around two times and says nothing more: there are two of them, and no day."""


def read_hours(text: str, locale: str) -> tuple[Minutes, Minutes] | None:
    """Return begin and end of a span of hours, in minutes since midnight (0-1439); None where it is none.

    The end may be before the begin: the span is one over midnight. An hour that could be meant in the afternoon is
    taken as it stands.

    Args:
        text: as typed, in any of our languages.
        locale: of the officer: its words count before those of other languages.
    """
    found = rows(text, locale)
    spans = () if isinstance(found, NotUnderstood) else (span for row in found for span in _spans(row))
    return next(iter(spans), None)


def _spans(row: Row) -> Iterator[tuple[Minutes, Minutes]]:
    bare = tuple(symbol for symbol in row if symbol.kind not in ASIDE)
    for place in reversed(range(1, len(bare))):  # "10 pm 6" is 10 pm and 6, not 10 and pm 6
        left, right = bare[:place], bare[place:]
        if is_time(left, bare_hour=True) and is_time(right, bare_hour=True):
            yield from ((begin % DAY, end % DAY) for begin in _first(left) for end in _first(right))


def _first(row: Row) -> list[Minutes]:
    """Return the likeliest time; [] for an hour that no clock has."""
    return list(times(row))[:1]
