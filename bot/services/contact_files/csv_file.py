"""Contact files as CSV in UTF-8, with commas or, as spreadsheets here write them, semicolons."""

import csv
import io
from collections.abc import Iterable, Mapping

from bot.services.contact_columns import COLUMNS
from bot.services.contact_files.tables import MAX_ROWS, Row, check_header, check_size, make_rows, refuse
from bot.services.spreadsheets import disarm, restore

DELIMITERS = ",;\t"


def read(content: bytes) -> list[Row]:
    """Return the rows of a file.

    Raises:
        FileProblemsError: it is no such file.
    """
    check_size(len(content))
    text = _decoded(content)
    lines = _lines(text)
    if not lines:
        raise refuse(1, f"found an empty file; expected the columns {', '.join(COLUMNS)}")
    line, names = lines[0]
    header = [name.strip().casefold() for name in names]
    check_header(header, line)
    return make_rows(header, [(number, list(map(restore, cells))) for number, cells in lines[1:]])


def write(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return a file with all columns; a byte order mark tells spreadsheets that it is UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    writer.writerows([disarm(row.get(column, "")) for column in COLUMNS] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise refuse(line, "found bytes that are no UTF-8; expected a file saved as “CSV UTF-8”") from None
    if "\0" in text:
        raise refuse(text[: text.index("\0")].count("\n") + 1, "found a zero byte; expected text")
    return text


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Return each record with the line on which it begins."""
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            found.append((begins, cells))
            begins = reader.line_num + 1
            if len(found) > MAX_ROWS + 1:
                break
    except csv.Error as error:
        raise refuse(begins, f"found a line that is no CSV ({error}); expected quotes in pairs") from None
    return found
