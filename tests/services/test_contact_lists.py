"""Cells that hold several values."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.models import Function
from bot.models.opening_hours import Span
from bot.services import contact_cells as cells
from bot.services import contact_lists as lists
from bot.services.contact_records import Labelled, PointKey, SubstituteDays
from bot.services.schedules import DayException

EVE, LAST = dt.date(2026, 12, 24), dt.date(2026, 12, 26)
phones = lists.addresses(cells.phone)


def test_addresses_have_words_in_brackets() -> None:
    found = phones(" +1 202 555 0123 (front desk) ;+12025550124; ")
    assert found == (Labelled("+12025550123", "front desk"), Labelled("+12025550124"))
    assert lists.write_addresses(cells.shown_phone)(found) == "+1 202-555-0123 (front desk); +1 202-555-0124"


def test_exceptions_are_put_in_order() -> None:
    found = lists.exceptions("2026-12-31 9:00-12:00; 2026-12-24..2026-12-26 closed (stocktaking)")
    assert found == (
        DayException(EVE, LAST, (), "stocktaking"),
        DayException(dt.date(2026, 12, 31), dt.date(2026, 12, 31), (Span(540, 720),)),
    )
    assert lists.write_exceptions(found) == "2026-12-24..2026-12-26 closed (stocktaking); 2026-12-31 09:00-12:00"


def test_a_substitute_is_named_by_its_key() -> None:
    found = lists.substitutes("2026-12-24 hu-unit/liaison/Port of Example")
    assert found == (SubstituteDays(EVE, EVE, PointKey("hu-unit", Function.LIAISON, "Port of Example")),)
    assert lists.write_substitutes(found) == "2026-12-24 hu-unit/liaison/Port of Example"


@pytest.mark.parametrize("read", [phones, lists.exceptions, lists.substitutes, lists.codes(cells.country)])
def test_nothing_is_none(read: Callable[[str], tuple[object, ...]]) -> None:
    assert read("") == ()


@pytest.mark.parametrize(
    ("read", "typed", "message"),
    [
        (phones, "+12025550123; 5", "found '5'; expected an international phone number"),
        (phones, "+12025550123, +12025550124", "expected an international phone number"),
        (phones, "+12025550123 (a) (b)", "expected an address, and words in brackets after it"),
        (phones, "+12025550123; +1 202 555 0123 (again)", "expected each value once"),
        (phones, "+12025550123;;+12025550124", "found ''; expected an international"),
        (phones, ";".join(f"+120255501{number:02}" for number in range(21)), "expected at most 20 values"),
        (phones, f"+12025550123 ({'x' * 61})", "expected at most 60 characters"),
        (lists.exceptions, "2026-12-24", "expected 2026-12-24..2026-12-26 closed (stocktaking)"),
        (lists.exceptions, "2026-12-24 whenever", "found 'whenever'; expected hours"),
        (lists.exceptions, "2026-13-24 closed", "found '2026-13-24'; expected a day"),
        (lists.exceptions, "2026-12-26..2026-12-24 closed", "expected a last day that is not before the first"),
        (lists.exceptions, "2026-12-24..2026-12-26 closed; 2026-12-26 closed", "expected each day once"),
        (lists.exceptions, "2026-12-24 closed (a) b", "expected 2026-12-24..2026-12-26 closed"),
        (lists.substitutes, "2026-12-24 hu-unit", "found 'hu-unit'; expected a contact point such as"),
        (lists.substitutes, "2026-12-24 hu-unit/chief", "found 'chief'; expected one of ilecu"),
        (lists.substitutes, "2026-12-24 hu-unit/liaison/a/b", "expected text without any of ();/"),
        (lists.codes(cells.country), "HU,hu", "expected each value once"),
        (lists.codes(cells.country), "HU;RO", "found 'HU;RO'; expected an ISO 3166 code"),
    ],
)
def test_what_cannot_be_read_is_explained(read: Callable[[str], object], typed: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the message is compared below
        read(typed)
    assert message in str(caught.value)
