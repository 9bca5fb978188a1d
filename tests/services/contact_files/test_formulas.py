"""Text that spreadsheets would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.contact_files.formulas import STARTS, disarm, restore


@given(st.sampled_from(["", *STARTS, "'", "'="]), st.text())
def test_no_cell_begins_a_formula_and_none_loses_a_letter(start: str, rest: str) -> None:
    cell = start + rest
    assert not disarm(cell).startswith(STARTS)
    assert restore(disarm(cell)) == cell


@pytest.mark.parametrize("cell", ["", "+381 11 555", "'s-Hertogenbosch", "a=b", "-"])
def test_what_people_type_stays_as_it_is(cell: str) -> None:
    assert restore(cell) == cell
