"""Names of zones in calendar files."""

import datetime as dt

import pytest
from babel.core import get_global

from bot.calendars.components import Component, Property
from bot.calendars.zone_names import zone_defined, zone_named
from bot.times import zone


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Europe/Budapest", "Europe/Budapest"),
        ("europe/budapest", "Europe/Budapest"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("/mozilla.org/20070129_1/Europe/Skopje", "Europe/Skopje"),
        ("/softwarestudio.org/Tzfile/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("Central Europe Standard Time", "Europe/Budapest"),
        ("Georgian Standard Time", "Asia/Tbilisi"),
        ("FLE Standard Time", "Europe/Kyiv"),
        ("E. Europe Standard Time", "Europe/Chisinau"),
        ('"GTB Standard Time"', "Europe/Bucharest"),
        ("(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague", "Europe/Belgrade"),
        ("(UTC+04:00) Tbilisi", "Asia/Tbilisi"),
        ("UTC", "Etc/UTC"),
        ("GMT", "Etc/UTC"),
    ],
)
def test_a_name_is_that_of_a_zone(name: str, key: str) -> None:
    found = zone_named(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "name", ["", "/", "Nowhere", "../../etc/passwd", "Customized Time Zone", "(UTC+01:00) ", "x" * 9999]
)
def test_another_name_is_of_none(name: str) -> None:
    assert zone_named(name) is None


@pytest.mark.parametrize("windows", sorted(get_global("windows_zone_mapping")))
def test_every_windows_name_of_cldr_is_known(windows: str) -> None:
    assert zone_named(windows) is not None


def defined(*offsets: str, **properties: str) -> Component:
    listed = [Property(1, offset) for offset in offsets]
    return Component(1, {"TZOFFSETTO": listed} | {name: [Property(1, value)] for name, value in properties.items()})


@pytest.mark.parametrize(
    ("offsets", "preferred", "key"),
    [
        (["+0100", "+0200"], "Europe/Belgrade", "Europe/Belgrade"),
        (["+0100", "+0200"], "Asia/Tbilisi", "Europe/Budapest"),
        (["+0400"], "Europe/Belgrade", "Asia/Tbilisi"),
        (["+0000"], "Europe/Belgrade", "Etc/UTC"),
    ],
)
def test_a_zone_of_its_own_making_is_the_one_that_keeps_its_time(offsets: list[str], preferred: str, key: str) -> None:
    found = zone_defined(defined(*offsets), dt.datetime(2027, 3, 12), zone(preferred))  # noqa: DTZ001 - wall time
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("offsets", [[], ["+0530"], ["-0100", "+0200"], ["soon"]])
def test_times_that_nobody_here_keeps_are_no_zone(offsets: list[str]) -> None:
    assert zone_defined(defined(*offsets), dt.datetime(2027, 3, 12), zone("Europe/Belgrade")) is None  # noqa: DTZ001


def test_a_zone_may_say_where_it_is() -> None:
    component = defined("+0530", **{"X-LIC-LOCATION": "Europe/Skopje"})
    found = zone_defined(component, dt.datetime(2027, 3, 12), zone("Asia/Tbilisi"))  # noqa: DTZ001 - wall time
    assert found is zone("Europe/Skopje")
