"""VTIMEZONE against the zone database, read by dateutil."""

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.timezones import timezone_component
from bot.times import ZONES, WallKind, read_wall, zone
from tests.times.strategies import any_wall_time, zones


def read(place: ZoneInfo, first: int, last: int) -> dt.tzinfo:
    text = timezone_component(place, first, last).to_ical().decode()
    found = tzical(io.StringIO(text)).get(place.key)
    assert isinstance(found, dt.tzinfo)
    return found


COMPONENTS = {name: read(zone(name), 2026, 2027) for name in ZONES.values()}
"""Written for two years; they hold for ten."""


@given(any_wall_time.filter(lambda time: time.year >= 2026), zones)
def test_it_says_what_the_zone_database_says(time: dt.datetime, place: ZoneInfo) -> None:
    if read_wall(time, place).kind is WallKind.ONCE:
        assert time.replace(tzinfo=COMPONENTS[place.key]).utcoffset() == time.replace(tzinfo=place).utcoffset()


@pytest.mark.parametrize("name", ["America/New_York", "Australia/Sydney", "Africa/Casablanca", "Asia/Tehran"])
@given(day=st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 12, 31)))  # noqa: DTZ001 - wall times
def test_it_holds_for_zones_elsewhere_in_its_years(name: str, day: dt.datetime) -> None:
    place, written = zone(name), read(zone(name), 2026, 2027)
    noon = day.replace(hour=12, minute=0, second=0, microsecond=0)
    assert noon.replace(tzinfo=written).utcoffset() == noon.replace(tzinfo=place).utcoffset()


def test_summer_time_begins_by_the_clock_before_it() -> None:
    text = timezone_component(zone("Europe/Budapest"), 2027, 2027).to_ical().decode()
    assert "DTSTART:20260329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n" in text
