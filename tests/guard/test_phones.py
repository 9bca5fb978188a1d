"""Phone numbers."""

import pytest

from bot.guard import Kind
from bot.guard.phones import is_georgian_mobile, is_international, is_local, is_with_code
from tests.guard import kinds, values


@pytest.mark.parametrize(
    "number",
    [
        "+36 20 555 0142",
        "+40.721.555.019",
        "+381 (64) 555-0123",
        "+38 (067) 555-01-24",
        "+44 (0)20 7946 0958",
        "00381 64 555 012",
        "380675550123",
        "06-30-555-0117",
        "0721 555 014",
        "0721.555.014",
        "069 555 016",
        "063/555-012",
        "070 555 012",
        "(050) 555-01-25",
        "０７２１５５５０１３",
        "599 55 01 23",
    ],
)
def test_numbers_are_found_without_a_word(number: str) -> None:
    assert kinds(f"who is {number}?") == [Kind.PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "tel.0721555012",
        "tel0721555012",
        "tel. 20/555-0142",
        "tel: 555-0144",
        "call me at 555-0142",
        "моб 67 555 01 23",
        "დარეკეთ 577550128",
        "ნომერი 577550128-დან",
        "99 555 01 23 is her Viber, 595550123",
    ],
)
def test_numbers_are_found_beside_a_word(text: str) -> None:
    assert Kind.PHONE in kinds(text)


def test_what_follows_a_number_is_not_taken_along() -> None:
    assert values("call +36 20 555 0142 12.03.2027 9:30") == ["+36 20 555 0142"]
    assert values("0721555012 0722555013") == ["0721555012", "0722555013"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("112, 192, 116 000, call 116 000", id="public numbers"),
        pytest.param("12.03.2027 9:30, 05.09.2026-06.09.2026", id="dates and hours"),
        pytest.param("ref 0721555012", id="a reference"),
        pytest.param("phone records, case 201234567", id="a reference beside a word"),
        pytest.param("our ref. RS-2026-00123, 12/2026, EIO 45/26", id="references"),
        pytest.param("1 250 000 EUR, 12.500,00, 348 642 498", id="amounts and codes"),
        pytest.param("0.12345678 and 47.4979, 19.0402", id="decimals"),
        pytest.param("0800 123 456", id="a free number"),
        pytest.param("may I send a phone number in 2027, 3 days", id="talk of it"),
        pytest.param("UTC+02:00, +5, -12", id="signs"),
        pytest.param("595550123", id="nine digits without a word"),
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert kinds(text) == []


def test_a_number_of_any_country_needs_its_length_only() -> None:
    assert is_international("12025550143")
    assert not is_international("1202555")
    assert not is_international("9991234567890")
    assert not is_international("11234567890", by_plus=False)


@pytest.mark.parametrize(
    ("digits", "expected"), [("0721555012", True), ("721555012", True), ("0000000000", False), ("07", False)]
)
def test_a_local_number_is_valid_in_one_of_the_countries(digits: str, *, expected: bool) -> None:
    assert is_local(digits) is expected


@pytest.mark.parametrize(
    ("digits", "expected"), [("36205550142", True), ("3612345", False), ("36", False), ("4912345678", False)]
)
def test_with_the_code_only_mobile_numbers_count(digits: str, *, expected: bool) -> None:
    assert is_with_code(digits) is expected


def test_a_georgian_mobile_number_needs_groups_or_a_georgian_text() -> None:
    assert is_georgian_mobile("599 55 01 23", is_georgian_text=False)
    assert is_georgian_mobile("599550123", is_georgian_text=True)
    assert not is_georgian_mobile("599550123", is_georgian_text=False)
