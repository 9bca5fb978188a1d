"""The time zone of a person."""

import pytest

from bot.services.zones import ZONES, zone_of
from knowledge import Country


@pytest.mark.parametrize(
    ("chosen", "country", "zone"),
    [
        (None, "GE", "Asia/Tbilisi"),
        ("Europe/The_Hague", "GE", "UTC"),
        ("Europe/Amsterdam", "GE", "Europe/Amsterdam"),
        (None, None, "UTC"),
        ("../etc/passwd", "HU", "UTC"),
    ],
)
def test_the_chosen_zone_wins_over_that_of_the_country(chosen: str | None, country: str | None, zone: str) -> None:
    assert zone_of(chosen, country).key == zone


def test_every_country_has_a_zone_that_exists() -> None:
    assert {zone_of(None, country).key for country in Country} == set(ZONES.values())
