"""Contact files as spreadsheets, also hostile ones."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from bot.services.contact_files import xlsx_file
from bot.services.contact_files.tables import FileProblemsError


def book(*rows: list[object]) -> bytes:
    """Return a spreadsheet."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def packed(**parts: bytes) -> bytes:
    """Return a packed file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def with_entities(encoding: str = "utf-8") -> bytes:
    """Return a spreadsheet whose sheet declares entities that grow."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(["unit"]))) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("sheet1.xml"):
                content = ('<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content.decode()).encode(encoding)
            archive.writestr(name, content)
    return target.getvalue()


def test_values_that_spreadsheets_make_of_text_are_text_again() -> None:
    content = book(
        ["Unit ", "confirmed_on", "owner", "open_on_holidays", "hours", None],
        ["rs-a", dt.datetime(2026, 11, 24), 7.0, True, None],  # noqa: DTZ001  # spreadsheets know no zones
        [],
        ["rs-b", "2026-11-25", 8, False, "24/7"],
    )
    assert [(row.line, list(row.cells.values())) for row in xlsx_file.read(content)] == [
        (2, ["rs-a", "2026-11-24", "7", "yes", ""]),
        (4, ["rs-b", "2026-11-25", "8", "no", "24/7"]),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "line 1: found no spreadsheet", id="nothing"),
        pytest.param(b"unit,name", "line 1: found no spreadsheet", id="another kind"),
        pytest.param(packed(mimetype=b"text"), "line 1: found no spreadsheet", id="another packed file"),
        pytest.param(book(["unit"])[:2000], "line 1: found no spreadsheet", id="cut off"),
        pytest.param(book(), "line 1: found an empty sheet", id="an empty sheet"),
        pytest.param(book(["unit", "phone"]), "line 1: found the column 'phone'", id="unknown column"),
        pytest.param(book(["unit"], ["rs-a", "x"]), "line 2: found 2 cells; expected 1", id="more cells"),
        pytest.param(book(["unit"], ["rs-a"], ["=1+1"]), "line 3: found a formula; expected text", id="a formula"),
        pytest.param(
            packed(bomb=bytes(xlsx_file.MAX_UNPACKED + 1)), "line 1: found a file that unpacks to too much", id="a bomb"
        ),
        pytest.param(
            packed(**{f"part{number}": b"" for number in range(xlsx_file.MAX_PARTS + 1)}),
            "line 1: found a file that unpacks to too much",
            id="many parts",
        ),
        pytest.param(with_entities(), "line 1: found a document type declaration", id="entities"),
        pytest.param(with_entities("utf-16"), "line 1: found a document type declaration", id="entities in UTF-16"),
    ],
)
def test_what_is_no_plain_spreadsheet_is_explained(content: bytes, message: str) -> None:
    with pytest.raises(FileProblemsError) as caught:
        xlsx_file.read(content)
    assert str(caught.value).startswith(message)


def test_every_cell_that_is_written_is_text() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_file.write([{"unit": "rs-a", "phones": "+1 202-555-0123", "notes": "=1+1"}])))
    cells = [cell for row in sheet.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert [cell.value for cell in cells] == ["rs-a", "'+1 202-555-0123", "'=1+1"]
