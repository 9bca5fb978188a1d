"""Zones of places that were typed."""

import pytest

from bot.services.events.plan_places import zone_of_place


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Tbilisi", "Asia/Tbilisi"),
        ("Грузія", "Asia/Tbilisi"),
        ("House of the Example, Tbilisi", "Asia/Tbilisi"),
        ("Batumi", "Asia/Tbilisi"),
        ("Novi Sad (Srbija)", "Europe/Belgrade"),
        ("Hága", "Europe/Amsterdam"),
    ],
)
def test_a_place_has_the_zone_of_its_city_or_country(typed: str, name: str) -> None:
    found = zone_of_place(typed)
    assert found is not None
    assert found.key == name


@pytest.mark.parametrize("typed", ["-", "House of the Example", "Tbilisi, Budapest"])
def test_no_place_and_several_have_none(typed: str) -> None:
    assert zone_of_place(typed) is None
