"""One instant on two clocks."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bot.times import both_times, instant, zone
from tests.times.strategies import any_wall_time, zones

TBILISI, BUDAPEST, BELGRADE = zone("Asia/Tbilisi"), zone("Europe/Budapest"), zone("Europe/Belgrade")


@pytest.mark.parametrize(("month", "hours"), [(1, -3), (7, -2)])
def test_the_distance_of_two_clocks_changes_with_summer_time(month: int, hours: int) -> None:
    both = both_times(dt.datetime(2027, month, 12, 6, tzinfo=dt.UTC), TBILISI, BUDAPEST)
    assert both.ahead == dt.timedelta(hours=hours)


def test_clocks_that_agree_need_one_time() -> None:
    assert both_times(dt.datetime(2027, 3, 12, 6, tzinfo=dt.UTC), BELGRADE, BUDAPEST).same_clock


def test_late_in_budapest_is_the_next_day_in_tbilisi() -> None:
    both = both_times(dt.datetime(2027, 3, 12, 21, tzinfo=dt.UTC), BUDAPEST, TBILISI)
    assert not both.same_day


def test_a_naive_time_is_no_instant() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        both_times(dt.datetime(2027, 3, 12, 6), BUDAPEST, TBILISI)  # noqa: DTZ001 - what is tested


@given(any_wall_time, zones, zones)
def test_both_are_the_same_instant(time: dt.datetime, venue: ZoneInfo, receiver: ZoneInfo) -> None:
    moment = instant(time, venue)
    both = both_times(moment, venue, receiver)
    assert both.venue.astimezone(dt.UTC) == both.receiver.astimezone(dt.UTC) == moment
    assert both.ahead == (both.receiver.utcoffset() or dt.timedelta()) - (both.venue.utcoffset() or dt.timedelta())
