"""The columns of contact files: names, order, and how each is read and written.

A row is a contact point with its unit, or a unit alone; the columns of the unit are repeated in each of its rows.
Corrections in the chat are changes of one column too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.models import Function, Visibility
from bot.models.contacts import MAX_LABEL, MAX_NAME, MAX_NOTES
from bot.models.opening_hours import WeeklyHours
from bot.services import contact_cells as cells
from bot.services import contact_lists as lists
from bot.services.contact_records import PointRecord, UnitRecord

Value = TypeVar("Value")


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: in files.
        field: of the record.
        about: what it holds, for documentation; English.
        read: from the text of a cell without blanks around it; raises ValueError with "found …; expected …".
        write: to the text that `read` reads as the same.
        is_correctable: officers may propose another value.
    """

    name: str
    field: str
    about: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    is_correctable: bool = False


def _optional(read: Callable[[str], Value]) -> Callable[[str], Value | None]:
    return lambda cell: read(cell) if cell else None


def _or_nothing(value: object) -> str:
    return "" if value is None else str(value)


def _write_answer(value: object) -> str:
    return "yes" if value else "no"


def _read_visibility(cell: str) -> Visibility:
    return cells.code(Visibility)(cell) if cell else Visibility.MEMBERS


UNIT = "unit"
FUNCTION = "function"
LABEL = "label"
KEY_COLUMNS = (UNIT, FUNCTION, LABEL)
"""They say which contact point a row is about."""
NOTES = _optional(cells.text(MAX_NOTES))
NAME = _optional(cells.text(MAX_NAME))
UNIT_COLUMNS = (
    Column("country", "country", "ISO 3166 code of where it is", cells.country),
    Column("serves", "serves", "codes of other countries whose unit it is too", lists.codes(cells.country), ",".join),
    Column("name", "name", "English name", cells.required(cells.text(MAX_NAME))),
    Column("name_national", "name_national", "name in the national language", NAME, _or_nothing),
    Column("parent", "parent", "body that it belongs to", NAME, _or_nothing),
    Column("city", "city", "where it is", _optional(cells.text(MAX_LABEL)), _or_nothing),
    Column("zone", "zone", "IANA time zone", cells.zone),
    Column(
        "holidays",
        "holiday_calendar",
        "whose public holidays count, or none where they are working days or suspended",
        cells.holiday_calendar,
        lambda code: code or cells.NONE,
    ),
    Column("web", "web", "public page about it", _optional(cells.web), _or_nothing),
    Column("unit_notes", "notes", "anything else about the unit", NOTES, _or_nothing),
)
REQUIRED = ("country", "name", "zone", "holidays")
"""Columns without which there is no new unit."""
POINT_COLUMNS = (
    Column(
        "phones",
        "phones",
        "international numbers",
        lists.addresses(cells.phone),
        lists.write_addresses(cells.shown_phone),
        is_correctable=True,
    ),
    Column(
        "duty_phones",
        "duty_phones",
        "numbers that are answered at any hour",
        lists.addresses(cells.phone),
        lists.write_addresses(cells.shown_phone),
        is_correctable=True,
    ),
    Column(
        "emails",
        "emails",
        "e-mail addresses",
        lists.addresses(cells.email),
        lists.write_addresses(),
        is_correctable=True,
    ),
    Column(
        "secure",
        "secure",
        "addresses on secure channels, the channel in brackets",
        lists.addresses(cells.required(cells.text(MAX_NAME))),
        lists.write_addresses(),
        is_correctable=True,
    ),
    Column(
        "languages",
        "languages",
        "ISO 639 codes of languages spoken, best first",
        lists.codes(cells.language),
        ",".join,
        is_correctable=True,
    ),
    Column(
        "hours",
        "hours",
        "opening hours of a week, local; empty: not known",
        _optional(WeeklyHours.parse),
        _or_nothing,
        is_correctable=True,
    ),
    Column("open_on_holidays", "open_on_holidays", "yes where holidays do not close it", cells.answer, _write_answer),
    Column("point_zone", "zone", "IANA time zone where it is not the unit's", _optional(cells.zone), _or_nothing),
    Column(
        "exceptions",
        "exceptions",
        "days with other hours",
        lists.exceptions,
        lists.write_exceptions,
        is_correctable=True,
    ),
    Column(
        "substitutes",
        "substitutes",
        "days on which others answer",
        lists.substitutes,
        lists.write_substitutes,
        is_correctable=True,
    ),
    Column("visibility", "visibility", "members, coordinators or country", _read_visibility),
    Column("notes", "notes", "anything else", NOTES, _or_nothing, is_correctable=True),
    Column("confirmed_on", "confirmed_on", "day it was last confirmed", _optional(cells.day), _or_nothing),
    Column("owner", "owner", "chat of the member who confirms it", _optional(cells.chat), _or_nothing),
)
COLUMNS = (UNIT, *(column.name for column in UNIT_COLUMNS), FUNCTION, LABEL, *(column.name for column in POINT_COLUMNS))
"""Names of all columns in their order."""
CORRECTABLE: Mapping[str, Column] = {column.name: column for column in POINT_COLUMNS if column.is_correctable}


def unit_cells(unit: UnitRecord) -> dict[str, str]:
    """Return the cells of a unit, by column."""
    return {UNIT: unit.key} | {column.name: column.write(getattr(unit, column.field)) for column in UNIT_COLUMNS}


def point_cells(point: PointRecord) -> dict[str, str]:
    """Return the cells of a contact point without those of its unit, by column."""
    key = {FUNCTION: str(point.key.function), LABEL: point.key.label}
    return key | {column.name: column.write(getattr(point, column.field)) for column in POINT_COLUMNS}


def read_function(cell: str) -> Function:
    """Read what a contact point is for."""
    return cells.code(Function)(cell)
