"""Rows of contact files as records."""

import pytest

from bot.models import Function
from bot.services.contact_files.tables import Row
from bot.services.contact_records import Directory, PointKey
from bot.services.contact_rows import read_rows, rows_of
from tests.contacts import NCB, OFFICE, directory, point, two_countries, unit

UNIT = {"unit": "rs-unit", "country": "RS", "name": "Unit", "zone": "Europe/Belgrade", "holidays": "RS"}
CHATS = frozenset({7})


def problems(*rows: dict[str, str], stored: Directory | None = None, remove_missing: bool = False) -> list[str]:
    """Return what is wrong with rows, the first of which stands on line 2."""
    numbered = [Row(line, cells) for line, cells in enumerate(rows, start=2)]
    found = read_rows(numbered, stored or Directory(), CHATS, remove_missing=remove_missing)
    return [str(problem) for problem in found.problems]


def test_what_a_file_has_no_column_for_stays_as_it_is() -> None:
    (wanted, found) = read_rows([Row(2, {"unit": "rs-unit", "function": "ncb", "phones": ""})], two_countries(), CHATS)
    assert (wanted, found) == (directory(unit(), point(phones=())), ())


def test_an_empty_cell_says_that_there_is_nothing() -> None:
    stored = directory(unit(city="Example"), point())
    (wanted, _) = read_rows([Row(2, {"unit": "rs-unit", "city": "", "function": "ncb", "hours": ""})], stored, CHATS)
    assert (wanted.units["rs-unit"].city, wanted.points[NCB].hours) == (None, None)


def test_a_new_contact_point_begins_empty() -> None:
    (wanted, _) = read_rows([Row(2, {"unit": "rs-unit", "function": "selec"})], two_countries(), CHATS)
    added = wanted.points[PointKey("rs-unit", Function.SELEC)]
    assert (added.hours, added.phones, added.confirmed_on) == (None, (), None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [UNIT | {"function": "chief", "phones": "5"}],
            ["line 2, function: found 'chief'; expected one of ilecu, ncb"],
            id="an unknown function",
        ),
        pytest.param(
            [UNIT | {"unit": ""}], ["line 2, unit: found ''; expected a key such as"], id="a row without unit"
        ),
        pytest.param(
            [{"unit": "rs-unit", "name": "Unit", "country": "RS"}],
            [f"line 2, {name}: found no such column; expected it for a new unit" for name in ("holidays", "zone")],
            id="a new unit without all it needs",
        ),
        pytest.param(
            [UNIT | {"zone": "Mars", "holidays": "", "name": ""}],
            ["line 2, holidays: found ''", "line 2, name: found ''; expected a value", "line 2, zone: found 'Mars'"],
            id="all wrong cells of a row",
        ),
        pytest.param(
            [UNIT | {"function": "ncb", "phones": "5"}, UNIT | {"function": "europol", "hours": "always"}],
            ["line 2, phones: found '5'", "line 3, hours: found 'always'"],
            id="all wrong rows",
        ),
        pytest.param(
            [UNIT | {"function": "ncb"}, UNIT | {"function": "selec", "name": "Other"}],
            ["line 3, name: found 'Other'; expected 'Unit' as in line 2"],
            id="a unit that says two things",
        ),
        pytest.param(
            [UNIT | {"function": "ncb"}, UNIT | {"function": "ncb"}],
            ["line 3: found rs-unit/ncb again; expected it once, it is in line 2"],
            id="a contact point that comes twice",
        ),
        pytest.param(
            [UNIT | {"function": "", "phones": "+12025550123", "open_on_holidays": "no", "label": "x"}],
            [f"line 2, {name}: found a value; expected a function beside it" for name in ("label", "phones")],
            id="a phone of no function",
        ),
        pytest.param(
            [UNIT | {"function": "ncb", "phones": "+12025550123", "duty_phones": "+1 202 555 0123 (night)"}],
            ["line 2, duty_phones: found +12025550123 among phones too"],
            id="a phone in both columns",
        ),
        pytest.param(
            [UNIT | {"function": "ncb", "substitutes": "2026-12-24 hu-unit/ilecu"}],
            ["line 2, substitutes: found hu-unit/ilecu; expected a contact point that is there"],
            id="a substitute that is not there",
        ),
        pytest.param(
            [UNIT | {"function": "ncb", "substitutes": "2026-12-24 rs-unit/ncb"}],
            ["line 2, substitutes: found rs-unit/ncb; expected another contact point"],
            id="a substitute of itself",
        ),
        pytest.param(
            [UNIT | {"function": "ncb", "owner": "8"}],
            ["line 2, owner: found 8; expected the chat of a member"],
            id="an owner who is no member",
        ),
    ],
)
def test_what_is_wrong_is_named_by_line_and_column(rows: list[dict[str, str]], expected: list[str]) -> None:
    found = problems(*rows)
    assert len(found) == len(expected)
    assert all(message.startswith(start) for message, start in zip(found, expected, strict=True))


def test_who_goes_answers_for_nobody() -> None:
    row = UNIT | {"function": "ncb", "substitutes": "2026-12-24 hu-unit/ilecu", "owner": "7"}
    assert problems(row, stored=two_countries()) == []
    assert len(problems(row, stored=two_countries(), remove_missing=True)) == 1


def test_rows_are_in_order_of_country_and_unit() -> None:
    assert [(row["country"], row["function"], row["hours"]) for row in rows_of(two_countries())] == [
        ("HU", "ilecu", str(OFFICE)),
        ("RS", "europol", str(OFFICE)),
        ("RS", "ncb", str(OFFICE)),
    ]
