"""Contact files as spreadsheets (XLSX): the first sheet, columns named in its first row, text in every cell."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from bot.services.contact_columns import COLUMNS
from bot.services.contact_files.tables import (
    MAX_ROWS,
    FileProblemsError,
    Problem,
    Row,
    check_header,
    check_size,
    make_rows,
    refuse,
)
from bot.services.spreadsheets import disarm, restore

MAX_UNPACKED = 40_000_000
"""Bytes of all parts: a packed file of a few kilobytes can unpack to gigabytes."""
MAX_PARTS = 200
MAX_WIDTH = 100
"""Columns that are looked at; ours are fewer."""
TEXT_FORMAT = "@"
NOT_A_SPREADSHEET = "found no spreadsheet; expected an XLSX file"


def read(content: bytes) -> list[Row]:
    """Return the rows of a file.

    Raises:
        FileProblemsError: it is no such file, is made to harm, or holds formulas.
    """
    check_size(len(content))
    _check_parts(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        lines = _lines(book.worksheets[0])
    except (InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, IndexError, TypeError):
        raise refuse(1, NOT_A_SPREADSHEET) from None
    if not lines:
        raise refuse(1, f"found an empty sheet; expected the columns {', '.join(COLUMNS)}")
    line, names = lines[0]
    header = [name.strip().casefold() for name in _without_empty_end(names)]
    check_header(header, line)
    return make_rows(header, [(number, _fitted(cells, len(header))) for number, cells in lines[1:]])


def write(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return a file with all columns; every cell is text, so that phones keep their plus."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "contacts"
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append([disarm(row.get(column, "")) or None for column in COLUMNS])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.number_format = TEXT_FORMAT
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _check_parts(content: bytes) -> None:
    """Refuse what unpacks to too much, and XML that declares entities, before anything parses it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
                raise refuse(1, f"found a file that unpacks to too much; expected at most {MAX_UNPACKED} bytes")
            # without zero bytes UTF-16 reads as ASCII
            if any(b"<!DOCTYPE" in parts.read(info).replace(b"\0", b"") for info in infos):
                raise refuse(1, "found a document type declaration; expected a plain spreadsheet")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise refuse(1, NOT_A_SPREADSHEET) from None


def _lines(sheet: Worksheet) -> list[tuple[int, list[str]]]:
    """Return the cells of each row that has any, as text."""
    problems: list[Problem] = []
    found = []
    rows = sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_WIDTH)
    for number, cells in enumerate(rows, start=1):
        problems += [Problem(number, "", "found a formula; expected text") for cell in cells if cell.data_type == "f"]
        texts = [restore(_text(cell.value)) for cell in cells]
        if any(texts):
            found.append((number, texts))
    if problems:
        raise FileProblemsError(problems)
    return found


def _text(value: object) -> str:
    """Return what a cell shows: spreadsheets turn days and numbers into values of their own."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _without_empty_end(cells: list[str]) -> list[str]:
    """Return cells up to the last one that has text."""
    filled = [position for position, cell in enumerate(cells) if cell.strip()]
    return cells[: filled[-1] + 1] if filled else []


def _fitted(cells: list[str], width: int) -> list[str]:
    """Return as many cells as the header has; text beyond it stays, and is found to be too much."""
    return [*cells, *[""] * width][:width] + _without_empty_end(cells[width:])
