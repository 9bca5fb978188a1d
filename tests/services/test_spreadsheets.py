"""Tables for spreadsheets."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.services.spreadsheets import csv_file, disarm, restore, xlsx_file

ROWS = [("note", "country"), ("=1+1", "RS"), ("Дякую, «до» зустрічі", ""), ("a\nb;c", "'x")]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])
def test_what_starts_a_formula_is_disarmed(cell: str) -> None:
    assert disarm(cell) == "'" + cell


@given(st.text())
def test_nothing_is_lost(cell: str) -> None:
    assert restore(disarm(cell)) == cell


@pytest.mark.parametrize("cell", ["", "plain", "a=b", "1-2", "’quoted"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert disarm(cell) == cell


def test_csv_is_utf_8_with_a_mark_and_reads_back() -> None:
    content = csv_file(ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [tuple(map(restore, row)) for row in found] == ROWS


def test_xlsx_holds_text_and_no_formula() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_file("answers", [*ROWS, ("bad\x0bcharacter", "")]))).worksheets[0]
    assert sheet.title == "answers"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}  # n: an empty cell
    found = [tuple(restore(cell.value or "") for cell in row) for row in sheet.iter_rows()]
    assert found == [*ROWS, ("badcharacter", "")]
