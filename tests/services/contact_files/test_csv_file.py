"""Contact files as CSV."""

import pytest

from bot.services.contact_files import csv_file
from bot.services.contact_files.tables import MAX_CELL, MAX_ROWS, FileProblemsError


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"unit,name\nrs-a,A\n\nrs-b,B\n", id="commas"),
        pytest.param(b"\xef\xbb\xbfUnit; NAME\r\nrs-a; A\r\n;\r\nrs-b;B\r\n", id="as spreadsheets here write it"),
        pytest.param(b"unit\tname\nrs-a\tA\n\t\nrs-b\tB", id="tabulators"),
    ],
)
def test_rows_know_their_lines(content: bytes) -> None:
    rows = csv_file.read(content)
    assert [(row.line, dict(row.cells)) for row in rows] == [
        (2, {"unit": "rs-a", "name": "A"}),
        (4, {"unit": "rs-b", "name": "B"}),
    ]


def test_a_cell_that_goes_over_lines_does_not_shift_the_lines_after_it() -> None:
    rows = csv_file.read(b'unit,notes\nrs-a,"one\ntwo"\nrs-b,x\n')
    assert [row.line for row in rows] == [2, 4]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "line 1: found an empty file; expected the columns unit, country"),
        (b"unit,phone\n", "line 1: found the column 'phone'; expected unit, country"),
        (b"unit,name,name\n", "line 1, name: found the column twice; expected each once"),
        (b"name\nA\n", "line 1, unit: found no such column; expected the key of the unit in each row"),
        (b"unit,name\nrs-a\n", "line 2: found 1 cells; expected 2 as in the header"),
        (b"unit,name\nrs-a,A,B\n", "line 2: found 3 cells; expected 2 as in the header"),
        (b'unit,name\nrs-a,"A\nrs-b,B\n', "line 2: found a line that is no CSV (unexpected end of data)"),
        (b'unit,name\nrs-a,"A"x\n', "line 2: found a line that is no CSV"),
        ("unit,name\nrs-a,Ő\n".encode("cp1250"), "line 2: found bytes that are no UTF-8"),
        (b"unit,name\nrs-a,\0\n", "line 2: found a zero byte; expected text"),
        (b"unit,name\nrs-a," + b"A" * (MAX_CELL + 1), "line 2, name: found 1001 characters; expected at most 1000"),
        (b"unit\n" + b"rs-a\n" * (MAX_ROWS + 1), "line 5002: found more rows; expected at most 5000"),
        (b"unit,name\n" + b"A" * 200_000, "line 2: found a line that is no CSV (field larger than field limit"),
    ],
)
def test_what_is_no_table_is_explained(content: bytes, message: str) -> None:
    with pytest.raises(FileProblemsError) as caught:
        csv_file.read(content)
    assert str(caught.value).startswith(message)


def test_every_wrong_line_is_named() -> None:
    with pytest.raises(FileProblemsError) as caught:
        csv_file.read(b"unit,name\nrs-a\nrs-b,B\nrs-c\n")
    assert [problem.line for problem in caught.value.problems] == [2, 4]


def test_what_is_written_is_no_formula() -> None:
    text = csv_file.write([{"unit": "rs-a", "notes": '=HYPERLINK("https://example.org")'}]).decode("utf-8-sig")
    assert '"\'=HYPERLINK(""https://example.org"")"' in text
