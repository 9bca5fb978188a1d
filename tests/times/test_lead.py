"""Times before a start."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.times import Lead, WallKind, instant, read_wall, reminder_at, wall, zone
from tests.times.strategies import any_wall_time, zones


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "lead", "due"),
    [
        pytest.param("2027-03-28T09:00", Lead(days=1), "2027-03-27T09:00", id="clocks forward that night"),
        pytest.param("2027-10-31T09:00", Lead(days=1), "2027-10-30T09:00", id="clocks back that night"),
        pytest.param("2027-03-28T04:00", Lead(elapsed=dt.timedelta(hours=2)), "2027-03-28T01:00", id="hours pass"),
        pytest.param("2027-03-29T02:30", Lead(days=1), "2027-03-28T03:30", id="onto the missing hour"),
    ],
)
def test_days_are_counted_on_the_wall_and_hours_as_they_pass(start: str, lead: Lead, due: str) -> None:
    place = zone("Europe/Budapest")
    assert wall(reminder_at(at(start), place, lead), place) == at(due)


@pytest.mark.parametrize(("days", "hours"), [(-1, 0), (0, -1)])
def test_a_lead_is_not_negative(days: int, hours: int) -> None:
    with pytest.raises(ValueError, match="not negative"):
        Lead(days, dt.timedelta(hours=hours))


@given(any_wall_time, zones, st.integers(0, 60))
def test_days_before_keep_the_hour_of_the_start(start: dt.datetime, place: ZoneInfo, days: int) -> None:
    due = read_wall(start - dt.timedelta(days=days), place)
    assert reminder_at(start, place, Lead(days)) == due.instant
    if due.kind is not WallKind.MISSING:
        assert wall(due.instant, place).time() == start.time()


@given(any_wall_time, zones, st.integers(0, 72))
def test_hours_before_are_hours_that_pass(start: dt.datetime, place: ZoneInfo, hours: int) -> None:
    lead = Lead(elapsed=dt.timedelta(hours=hours))
    assert instant(start, place) - reminder_at(start, place, lead) == dt.timedelta(hours=hours)
