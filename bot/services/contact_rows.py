"""Rows of contact files as records, and records as rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from bot.services import contact_cells as cells
from bot.services import contact_lists as lists
from bot.services.contact_columns import (
    FUNCTION,
    LABEL,
    POINT_COLUMNS,
    REQUIRED,
    UNIT,
    UNIT_COLUMNS,
    Column,
    point_cells,
    read_function,
    unit_cells,
)
from bot.services.contact_files.tables import Problem, Row
from bot.services.contact_records import Directory, PointKey, PointRecord, UnitRecord

Record = TypeVar("Record", UnitRecord, PointRecord)


class Reading(NamedTuple):
    """What a file says, and what is wrong in it; only without problems is the rest of use.

    Attributes:
        directory: the units and contact points of the file, with what is stored of them where it says nothing.
        problems: in the order of lines.
    """

    directory: Directory
    problems: tuple[Problem, ...]


class Reader:
    """Reads row after row; what a file has no column for is taken from what is stored."""

    def __init__(self, stored: Directory) -> None:
        """Take what is stored."""
        self.units: dict[str, UnitRecord] = {}
        self.points: dict[PointKey, PointRecord] = {}
        self.problems: list[Problem] = []
        self._stored = stored
        self._lines: dict[str | PointKey, int] = {}

    def add(self, row: Row) -> None:
        """Read a row."""
        before = len(self.problems)
        unit = self._read_unit(row)
        key = self._read_key(row)
        if key is not None:
            point = self._fill(row, self._stored.points.get(key, PointRecord(key)), POINT_COLUMNS)
            self._add_point(row, point)
        if len(self.problems) == before and unit is not None:
            self._add_unit(row, unit)

    def line_of(self, key: PointKey) -> int:
        """Return the line of a contact point that was read."""
        return self._lines[key]

    def _read_unit(self, row: Row) -> UnitRecord | None:
        key = self._read(row, UNIT, cells.key)
        if key is None:
            return None
        stored = self._stored.units.get(key)
        missing = [name for name in REQUIRED if name not in row.cells] if stored is None else []
        self.problems += [
            Problem(row.line, name, "found no such column; expected it for a new unit") for name in missing
        ]
        blank = stored or UnitRecord(key, "", "", "", "")
        return None if missing else self._fill(row, blank, UNIT_COLUMNS)

    def _read_key(self, row: Row) -> PointKey | None:
        """Return which contact point a row is about; None where it is about the unit alone, or cannot be read."""
        function = row.cells.get(FUNCTION, "")
        if not function:
            filled = [column.name for column in POINT_COLUMNS if _says_something(row, column)]
            filled += [LABEL] if row.cells.get(LABEL) else []
            self.problems += [
                Problem(row.line, name, "found a value; expected a function beside it") for name in filled
            ]
            return None
        read = self._read(row, FUNCTION, read_function)
        label = self._read(row, LABEL, lists.point_label)
        key = row.cells.get(UNIT, "")
        return None if read is None or label is None or not cells.KEY.fullmatch(key) else PointKey(key, read, label)

    def _fill(self, row: Row, record: Record, columns: Sequence[Column]) -> Record:
        """Return a record with what the row says."""
        said: dict[str, Any] = {}
        for column in columns:
            if column.name in row.cells:
                before = len(self.problems)
                value = self._read(row, column.name, column.read)
                if len(self.problems) == before:
                    said[column.field] = value
        return replace(record, **said)

    def _read(self, row: Row, column: str, read: Any) -> Any:  # noqa: ANN401  # each column has a type of its own
        """Return what a cell says; None, with a problem noted, where it cannot be read."""
        try:
            return read(row.cells.get(column, ""))
        except ValueError as error:
            self.problems.append(Problem(row.line, column, str(error)))
            return None

    def _add_unit(self, row: Row, unit: UnitRecord) -> None:
        first = self.units.setdefault(unit.key, unit)
        line = self._lines.setdefault(unit.key, row.line)
        found, expected = unit_cells(unit), unit_cells(first)
        self.problems += [
            Problem(row.line, name, f"found {found[name]!r}; expected {expected[name]!r} as in line {line}")
            for name in expected
            if found[name] != expected[name]
        ]

    def _add_point(self, row: Row, point: PointRecord) -> None:
        if point.key in self.points:
            line = self._lines[point.key]
            self.problems.append(
                Problem(row.line, "", f"found {point.key} again; expected it once, it is in line {line}")
            )
            return
        self.points[point.key] = point
        self._lines[point.key] = row.line
        self.problems += [Problem(row.line, name, message) for name, message in contradictions(point)]


def contradictions(point: PointRecord) -> list[tuple[str, str]]:
    """Return what cannot be true together, as (column, found and expected)."""
    numbers = {phone.value for phone in point.phones}
    twice = [phone.value for phone in point.duty_phones if phone.value in numbers]
    found = [("duty_phones", f"found {number} among phones too; expected it in one column") for number in twice]
    if any(days.point == point.key for days in point.substitutes):
        found.append(("substitutes", f"found {point.key}; expected another contact point"))
    return found


def read_rows(
    rows: Iterable[Row], stored: Directory, chats: frozenset[int], *, remove_missing: bool = False
) -> Reading:
    """Return what rows say.

    Args:
        rows: of a file.
        stored: what is in the database.
        chats: of all members, for owners.
        remove_missing: what the file does not name goes, so it cannot answer for others.
    """
    reader = Reader(stored)
    for row in rows:
        reader.add(row)
    known = {*reader.points} if remove_missing else {*stored.points, *reader.points}
    for key, point in reader.points.items():
        line = reader.line_of(key)
        reader.problems += [
            Problem(line, "substitutes", f"found {days.point}; expected a contact point that is there")
            for days in point.substitutes
            if days.point not in known
        ]
        if point.owner is not None and point.owner not in chats:
            reader.problems.append(Problem(line, "owner", f"found {point.owner}; expected the chat of a member"))
    return Reading(Directory(reader.units, reader.points), tuple(sorted(reader.problems)))


def rows_of(directory: Directory) -> list[Mapping[str, str]]:
    """Return all rows of a directory, by country, unit and function."""
    rows: list[Mapping[str, str]] = []
    for unit in sorted(directory.units.values(), key=lambda unit: (unit.country, unit.key)):
        points = [directory.points[key] for key in sorted(directory.points) if key.unit == unit.key]
        rows += [unit_cells(unit) | point_cells(point) for point in points] or [unit_cells(unit)]
    return rows


def _says_something(row: Row, column: Column) -> bool:
    """Say whether a cell differs from what an empty one means."""
    cell = row.cells.get(column.name, "")
    return bool(cell) and cell.casefold() not in {"no", "members"}
