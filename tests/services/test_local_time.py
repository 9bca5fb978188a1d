"""Wall clocks in the nights in which they are changed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.local_time import instant

ZONES = ("Europe/Budapest", "Europe/Kyiv", "Asia/Tbilisi", "Europe/Chisinau")
SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
TIMES = st.tuples(st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)), st.integers(0, 2879))
NEAR_CHANGES = st.tuples(st.sampled_from([SPRING, AUTUMN]), st.integers(0, 2879))


def utc(day: dt.date, minutes: int, zone: str) -> str:
    """Return the instant as `day hour:minute` in UTC."""
    return f"{instant(day, minutes, ZoneInfo(zone)):%d %H:%M:%S}"


@pytest.mark.parametrize(
    ("day", "minutes", "zone", "expected"),
    [
        pytest.param(dt.date(2026, 11, 24), 540, "Europe/Budapest", "24 08:00:00", id="any day"),
        pytest.param(dt.date(2026, 11, 24), 540, "Asia/Tbilisi", "24 05:00:00", id="a zone without summer time"),
        pytest.param(dt.date(2026, 11, 24), 1500, "Europe/Kyiv", "24 23:00:00", id="after midnight"),
        pytest.param(SPRING, 119, "Europe/Budapest", "29 00:59:00", id="just before the jump"),
        pytest.param(SPRING, 150, "Europe/Budapest", "29 01:00:00", id="skipped: when the clocks jump"),
        pytest.param(SPRING, 210, "Europe/Kyiv", "29 01:00:00", id="skipped an hour later on the wall"),
        pytest.param(SPRING, 180, "Europe/Budapest", "29 01:00:00", id="the end of the jump"),
        pytest.param(AUTUMN, 150, "Europe/Budapest", "25 00:30:00", id="twice: the first one"),
        pytest.param(AUTUMN, 180, "Europe/Budapest", "25 02:00:00", id="after the hour that comes twice"),
    ],
)
def test_a_wall_clock_has_one_instant(day: dt.date, minutes: int, zone: str, expected: str) -> None:
    assert utc(day, minutes, zone) == expected


@given(TIMES | NEAR_CHANGES, st.sampled_from(ZONES), st.integers(0, 1440))
def test_a_later_time_is_never_an_earlier_instant(time: tuple[dt.date, int], zone: str, more: int) -> None:
    day, minutes = time
    assert instant(day, minutes, ZoneInfo(zone)) <= instant(day, minutes + more, ZoneInfo(zone))


@given(TIMES | NEAR_CHANGES, st.sampled_from(ZONES))
def test_midnight_belongs_to_both_days(time: tuple[dt.date, int], zone: str) -> None:
    day, minutes = time
    assert instant(day, minutes + 1440, ZoneInfo(zone)) == instant(day + dt.timedelta(days=1), minutes, ZoneInfo(zone))
