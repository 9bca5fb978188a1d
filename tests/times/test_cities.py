"""Zones by the names of cities."""

import pytest

from bot.times.cities import zone_of_city


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Tbilisi", "Asia/Tbilisi"),
        ("თბილისი", "Asia/Tbilisi"),
        ("asia/tbilisi", "Asia/Tbilisi"),
        ("Київ", "Europe/Kyiv"),
        ("Kiev", "Europe/Kyiv"),
        ("Chisinau", "Europe/Chisinau"),
        ("Beograd", "Europe/Belgrade"),
        ("Bécs", "Europe/Vienna"),
        ("Варшава", "Europe/Warsaw"),
    ],
)
def test_a_city_is_known_in_all_languages(typed: str, name: str) -> None:
    found = zone_of_city(typed)
    assert found is not None
    assert found.key == name


@pytest.mark.parametrize("typed", ["", "Atlantis", "House of the Example, Tbilisi", "../etc/passwd"])
def test_what_is_no_city_has_no_zone(typed: str) -> None:
    assert zone_of_city(typed) is None
