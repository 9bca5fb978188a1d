"""Keeps spreadsheets from running text as formulas (CSV injection, CWE-1236), without losing a character.

A cell that begins with what starts a formula gets an apostrophe before it, as OWASP advises. So does one that begins
with an apostrophe, so that what was put there can be told from what was there before.
"""

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the last four: full-width forms, also taken
MARK = "'"


def disarm(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return MARK + cell if cell.startswith((*STARTS, MARK)) else cell


def restore(cell: str) -> str:
    """Return what `disarm` was given; other cells stay as they are."""
    return cell[1:] if cell.startswith(MARK) and cell[1:].startswith((*STARTS, MARK)) else cell
