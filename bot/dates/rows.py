"""Every way to read a text as a row of symbols, within bounds."""

import math
from collections.abc import Iterator
from itertools import product

from bot.dates.lexer import UnknownPieceError, pieces
from bot.dates.results import NotUnderstood, Reason
from bot.dates.symbols import Row

LONGEST_TEXT = 80
"""Characters; the longest of the collected dates has 40."""
MOST_PIECES, MOST_ROWS = 16, 512
"""Of a text; the collected dates have at most 9 pieces and 96 rows."""


def rows(text: str, locale: str) -> list[Row] | NotUnderstood:
    """Return every row that a text may be, at least one; or why it is none.

    Args:
        text: as typed.
        locale: of the officer; its words count before those of other languages.
    """
    if len(text) > LONGEST_TEXT:
        return NotUnderstood(Reason.TOO_LONG)
    try:
        found = pieces(text, locale)
    except UnknownPieceError as unknown:
        return NotUnderstood(Reason.UNKNOWN_WORD, unknown.piece)
    if not found:
        return NotUnderstood(Reason.EMPTY)
    if not all(found):
        return NotUnderstood(Reason.IMPOSSIBLE)
    if len(found) > MOST_PIECES or math.prod(map(len, found)) > MOST_ROWS:
        return NotUnderstood(Reason.TOO_LONG)
    return list(product(*found))


def splits(row: Row) -> Iterator[tuple[Row, Row]]:
    """Yield a row in two parts, at every place, either of them perhaps empty."""
    for place in range(len(row) + 1):
        yield row[:place], row[place:]
