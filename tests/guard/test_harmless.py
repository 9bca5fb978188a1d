"""Blanking out what is no phone number."""

import pytest

from bot.guard.harmless import BLANK, without_harmless
from bot.guard.plaintext import PlainText


@pytest.mark.parametrize(
    "number",
    [
        "12.03.2027",
        "9:30",
        "10:15:00",
        "2023/977",
        "12/2026",
        "45/26",
        "24/7",
        "03-1245/26",
        "1 250 000,00",
        "47.4979, 19.0402",
        "1985. május 4",
    ],
)
def test_harmless_numbers_are_blanked(number: str) -> None:
    assert without_harmless(PlainText.read(f"x {number} x")) == f"x {BLANK * len(number)} x"


@pytest.mark.parametrize("number", ["064/123-4567", "06-30-555-0117", "02/3555-014", "0721.555.012", "112"])
def test_what_may_be_a_phone_number_stays(number: str) -> None:
    assert without_harmless(PlainText.read(number)) == number
