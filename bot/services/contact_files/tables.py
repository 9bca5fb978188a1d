"""What every contact file comes down to: rows of named cells, each with the line it stands on.

A column that a file does not have says nothing; an empty cell says that there is nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.services.contact_cells import SHOWN
from bot.services.contact_columns import COLUMNS, UNIT

MAX_BYTES = 4_000_000
MAX_ROWS = 5000
MAX_CELL = 1000
"""Characters."""


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong in a file; written as `line 4, hours: found …; expected …`.

    Attributes:
        line: from 1; of a card in a vCard file the line on which it begins.
        column: empty where it is the whole line.
        message: what was found and what was expected.
    """

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"line {self.line}, {self.column}" if self.column else f"line {self.line}"
        return f"{place}: {self.message}"


class FileProblemsError(Exception):
    """A file cannot be read as a table.

    Attributes:
        problems: at least one, in the order of lines.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Row:
    """One row: cells by column, without blanks around them."""

    line: int
    cells: Mapping[str, str]


def refuse(line: int, message: str, column: str = "") -> FileProblemsError:
    """Return what is to be raised for a file with one problem."""
    return FileProblemsError([Problem(line, column, message)])


def check_size(size: int) -> None:
    """Make sure that a file is not too large to be read at all.

    Raises:
        FileProblemsError: it is.
    """
    if size > MAX_BYTES:
        raise refuse(1, f"found {size} bytes; expected at most {MAX_BYTES}")


def check_header(names: Sequence[str], line: int) -> None:
    """Make sure that all columns are known, there once, and say which contact point a row is about.

    Raises:
        FileProblemsError: they do not.
    """
    unknown = [name for name in names if name not in COLUMNS]
    problems = [
        Problem(line, "", f"found the column {_shown(name)}; expected {', '.join(COLUMNS)}") for name in unknown
    ]
    twice = sorted({name for name in names if names.count(name) > 1} - set(unknown))
    problems += [Problem(line, name, "found the column twice; expected each once") for name in twice]
    if UNIT not in names:
        problems.append(Problem(line, UNIT, "found no such column; expected the key of the unit in each row"))
    if problems:
        raise FileProblemsError(problems)


def make_rows(header: Sequence[str], lines: Sequence[tuple[int, Sequence[str]]]) -> list[Row]:
    """Return rows from lines of cells; lines without any text are left out.

    Raises:
        FileProblemsError: there are too many lines, or one has more or fewer cells than the header, or too long ones.
    """
    filled = [(line, cells) for line, cells in lines if any(cell.strip() for cell in cells)]
    problems = [problem for line, cells in filled for problem in _line_problems(header, line, cells)]
    if len(filled) > MAX_ROWS:
        problems.insert(0, Problem(filled[MAX_ROWS][0], "", f"found more rows; expected at most {MAX_ROWS}"))
    if problems:
        raise FileProblemsError(problems)
    return [Row(line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}) for line, cells in filled]


def _line_problems(header: Sequence[str], line: int, cells: Sequence[str]) -> list[Problem]:
    if len(cells) != len(header):
        return [Problem(line, "", f"found {len(cells)} cells; expected {len(header)} as in the header")]
    return [
        Problem(line, name, f"found {len(cell)} characters; expected at most {MAX_CELL}")
        for name, cell in zip(header, cells, strict=True)
        if len(cell) > MAX_CELL
    ]


def _shown(name: str) -> str:
    return repr(name if len(name) <= SHOWN else f"{name[:SHOWN]}…")
