"""Quiet hours, also the nights the clocks change."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import Channel, Member
from bot.services.deliveries.quiet import DAY, HOUR, Hours, quiet_end, quiet_end_of
from tests.conftest import NOW

BUDAPEST, TBILISI = ZoneInfo("Europe/Budapest"), ZoneInfo("Asia/Tbilisi")


def local(text: str, zone: ZoneInfo = BUDAPEST) -> dt.datetime:
    """Return an instant from a local time."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        pytest.param("2026-11-24 20:59", None, id="evening"),
        pytest.param("2026-11-24 21:00", "2026-11-25 07:00", id="begin"),
        pytest.param("2026-11-25 06:59", "2026-11-25 07:00", id="before the end"),
        pytest.param("2026-11-25 07:00", None, id="end"),
        pytest.param("2027-03-27 23:00", "2027-03-28 07:00", id="the night that is an hour shorter"),
        pytest.param("2026-10-24 23:00", "2026-10-25 07:00", id="the night that is an hour longer"),
    ],
)
def test_the_night_is_quiet_by_the_clock_on_the_wall(now: str, end: str | None) -> None:
    assert quiet_end(local(now), BUDAPEST) == (local(end) if end else None)


def test_the_short_night_is_an_hour_shorter() -> None:
    evening = local("2027-03-27 21:00")
    assert quiet_end(evening, BUDAPEST) == evening.astimezone(dt.UTC) + dt.timedelta(hours=9)


def test_the_same_instant_is_night_in_one_zone_only() -> None:
    now = local("2026-11-24 19:00")
    assert quiet_end(now, BUDAPEST) is None
    assert quiet_end(now, TBILISI) == local("2026-11-25 07:00", TBILISI)


def at(begin: int, end: int) -> Hours:
    """Return full hours."""
    return Hours(begin * HOUR, end * HOUR)


def test_they_end_to_the_minute() -> None:
    hours = Hours(22 * HOUR + 15, 6 * HOUR + 30)
    assert quiet_end(local("2026-11-24 22:14"), BUDAPEST, hours) is None
    assert quiet_end(local("2026-11-24 22:15"), BUDAPEST, hours) == local("2026-11-25 06:30")
    assert quiet_end(local("2026-11-25 06:29"), BUDAPEST, hours) == local("2026-11-25 06:30")
    assert quiet_end(local("2026-11-25 06:30"), BUDAPEST, hours) is None


def test_in_the_hour_that_comes_twice_the_end_is_still_to_come() -> None:
    second = dt.datetime(2026, 10, 25, 1, 15, tzinfo=dt.UTC)
    assert quiet_end(second, BUDAPEST, Hours(0, 2 * HOUR + 30)) == second + dt.timedelta(minutes=15)


def test_hours_within_a_day_are_kept_and_equal_ones_mean_never() -> None:
    assert quiet_end(local("2026-11-24 13:30"), BUDAPEST, at(13, 14)) == local("2026-11-24 14:00")
    assert quiet_end(local("2026-11-24 14:00"), BUDAPEST, at(13, 14)) is None
    assert quiet_end(local("2026-11-24 23:00"), BUDAPEST, at(5, 5)) is None


def test_a_member_chooses_their_own_and_has_the_usual_ones_else() -> None:
    night = local("2026-11-24 23:00")
    member = Member(channel=Channel.TELEGRAM, chat_id=11, created_at=NOW)
    assert quiet_end_of(member, BUDAPEST, night) == local("2026-11-25 07:00")
    member.quiet_from, member.quiet_until = 0, 360
    assert quiet_end_of(member, BUDAPEST, night) is None


@given(st.integers(0, 2 * 365 * 24 * 4), st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_quiet_hours_always_end_later_and_within_a_day(quarters: int, begin: int, end: int) -> None:
    now = NOW + dt.timedelta(minutes=15 * quarters)
    until = quiet_end(now, BUDAPEST, Hours(begin, end))
    assert until is None or now < until <= now + dt.timedelta(hours=25)
