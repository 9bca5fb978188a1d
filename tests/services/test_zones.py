"""The time zone of a person."""

import pytest

from bot.services.zones import zone_of


@pytest.mark.parametrize(
    ("chosen", "country", "zone"),
    [
        (None, "GE", "Asia/Tbilisi"),
        ("Europe/The_Hague", "GE", "Asia/Tbilisi"),
        ("Europe/Amsterdam", "GE", "Europe/Amsterdam"),
        (None, None, "UTC"),
        ("../etc/passwd", "HU", "Europe/Budapest"),
        (None, "AT", "UTC"),
    ],
)
def test_the_chosen_zone_wins_over_that_of_the_country(chosen: str | None, country: str | None, zone: str) -> None:
    assert zone_of(chosen, country).key == zone
