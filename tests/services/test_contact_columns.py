"""The columns of contact files."""

import re
from pathlib import Path

from bot.services.contact_columns import COLUMNS, CORRECTABLE, POINT_COLUMNS, UNIT_COLUMNS, point_cells, unit_cells
from bot.services.contact_records import PointRecord, UnitRecord
from tests.contacts import point, unit

GUIDE = Path(__file__).parents[2] / "docs" / "contacts.md"


def test_the_guide_explains_all_columns_in_their_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name, _ in rows] == list(COLUMNS)
    assert {name for name, about in rows if about.endswith("✎")} == set(CORRECTABLE)


def test_every_field_has_a_column() -> None:
    assert {column.field for column in UNIT_COLUMNS} | {"key"} == set(UnitRecord.__dataclass_fields__)
    assert {column.field for column in POINT_COLUMNS} | {"key"} == set(PointRecord.__dataclass_fields__)


def test_a_row_has_all_columns() -> None:
    assert set(unit_cells(unit()) | point_cells(point())) == set(COLUMNS)


def test_nobody_corrects_who_may_see_or_who_confirms() -> None:
    assert not {"visibility", "owner", "confirmed_on"} & set(CORRECTABLE)
