"""Contact files: CSV, XLSX and vCard, told by the end of their names; rows in, rows out."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.services.contact_files import csv_file, vcards, xlsx_file
from bot.services.contact_files.tables import Row, check_size, refuse


class Format(NamedTuple):
    """How files of one kind are read and written."""

    read: Callable[[bytes], list[Row]]
    write: Callable[[Iterable[Mapping[str, str]]], bytes]


FORMATS: Mapping[str, Format] = {
    ".csv": Format(csv_file.read, csv_file.write),
    ".xlsx": Format(xlsx_file.read, xlsx_file.write),
    ".vcf": Format(vcards.read, vcards.write),
}
SUFFIXES = tuple(FORMATS)


def read_file(path: Path) -> list[Row]:
    """Return the rows of a file.

    Raises:
        FileProblemsError: it has another ending, is too large, or cannot be read as what it says it is.
        OSError: it is not there or cannot be opened.
    """
    chosen = _format(path)
    check_size(path.stat().st_size)
    return chosen.read(path.read_bytes())


def written(path: Path, rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return the content of a file of that name.

    Raises:
        FileProblemsError: it has another ending.
    """
    return _format(path).write(rows)


def _format(path: Path) -> Format:
    suffix = path.suffix.casefold()
    if suffix not in FORMATS:
        raise refuse(1, f"found {path.name!r}; expected a file that ends in {', '.join(SUFFIXES)}")
    return FORMATS[suffix]
