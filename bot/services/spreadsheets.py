"""Tables for spreadsheets, as CSV and XLSX, in which no cell is run as a formula (CSV injection, CWE-1236).

A cell that begins with what starts a formula gets an apostrophe before it, as OWASP advises. So does one that begins
with an apostrophe, so that what was put there can be told from what was there before.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the last four: full-width forms, also taken
MARK = "'"
TEXT_FORMAT = "@"
LONGEST_NAME = 31
"""Characters of the name of a sheet."""


def disarm(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return MARK + cell if cell.startswith((*STARTS, MARK)) else cell


def restore(cell: str) -> str:
    """Return what `disarm` was given; other cells stay as they are."""
    return cell[1:] if cell.startswith(MARK) and cell[1:].startswith((*STARTS, MARK)) else cell


def csv_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a file; a byte order mark tells spreadsheets that it is UTF-8."""
    target = io.StringIO(newline="")
    csv.writer(target).writerows([disarm(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def xlsx_file(name: str, rows: Iterable[Sequence[str]]) -> bytes:
    """Return a file with one sheet, of which the first row stays in sight; every cell is text.

    Args:
        name: of the sheet, a code of ours.
        rows: the head first; characters that the format cannot hold are left out.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name[:LONGEST_NAME]
    for row in rows:
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("", disarm(cell)) or None for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.number_format = TEXT_FORMAT
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
