"""Vehicle identification numbers."""

import pytest

from bot.guard import Kind
from bot.guard.vins import has_check_digit, is_vin
from tests.guard import kinds


@pytest.mark.parametrize("number", ["1M8GDM9AXKP042788", "2HGT6G0V4AF135895", "11111111111111111"])
def test_north_american_numbers_have_a_check_digit(number: str) -> None:
    assert has_check_digit(number)
    assert not has_check_digit(number[:8] + "7" + number[9:])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("WDB203046FC814542", True, id="European, four digits at the end"),
        pytest.param("1M8GDM9AXKP042788", True, id="check digit"),
        pytest.param("12026000000000123", False, id="digits only"),
        pytest.param("WDBABCDEFGHJKLM1N", False, id="hardly a digit"),
        pytest.param("WDB203046FC81454X", False, id="a letter near the end, wrong check digit"),
    ],
)
def test_a_number_stands_for_itself_by_shape_or_check_digit(number: str, *, expected: bool) -> None:
    assert is_vin(number) is expected


@pytest.mark.parametrize(
    "text",
    [
        "WDB203046FC814542 - stolen?",
        "wdb203046fc814542",
        "VIN: WDB 203046 FC 814542",
        "alvázszám WDB203046FC81454X",
        "број шасије WDB203046FC81454X",
        "ძარის ნომერი WDB203046FC81454X",
        "ВИН код ЕРС203046КХ814542",
    ],
)
def test_numbers_are_found_in_sentences(text: str) -> None:
    assert kinds(text) == [Kind.VIN]


@pytest.mark.parametrize(
    "text",
    [
        "ЄРДР 12026000000000123",
        "WDB203046FC81454X",
        "WDB203046FC8145421",
        "a VIN has 17 characters",
        "WDB 203046 FC 814542",
        "VIN of 3 cars and 12 lorries, 40 officers",
    ],
)
def test_other_text_passes(text: str) -> None:
    assert Kind.VIN not in kinds(text)
