"""Zones of the network."""

import datetime as dt

import pytest

from bot.times import ZONES, UnknownZoneError, find_zone, zone, zone_of
from knowledge import Country


@pytest.mark.parametrize("country", list(Country))
def test_every_country_of_the_network_has_a_zone(country: Country) -> None:
    assert zone_of(country).key == ZONES[country]


@pytest.mark.parametrize("name", ["", "Budapest", "europe/budapest", "../etc/passwd", "CEST", "Europe/Budapest\n"])
def test_what_tzdata_does_not_list_is_no_zone(name: str) -> None:
    with pytest.raises(UnknownZoneError, match="expected an IANA name"):
        zone(name)


@pytest.mark.parametrize("typed", ["europe/budapest", " Europe/BUDAPEST "])
def test_a_typed_name_is_found_in_any_case(typed: str) -> None:
    assert find_zone(typed) is zone("Europe/Budapest")


def test_spaces_of_a_typed_name_are_underscores() -> None:
    assert find_zone("america/new york").key == "America/New_York"


def test_a_typed_name_that_is_none_is_named_in_the_error() -> None:
    with pytest.raises(UnknownZoneError) as raised:
        find_zone("Europe/Nowhere")
    assert raised.value.name == "Europe/Nowhere"


@pytest.mark.parametrize("old", ["Europe/Kiev", "Europe/Uzhgorod"])
def test_an_outdated_name_is_the_zone_of_today(old: str) -> None:
    assert zone(old) is zone("Europe/Kyiv")


def test_tbilisi_keeps_its_clocks_all_year() -> None:
    days = [dt.datetime(2027, month, 1, tzinfo=zone("Asia/Tbilisi")) for month in range(1, 13)]
    assert {day.utcoffset() for day in days} == {dt.timedelta(hours=4)}
