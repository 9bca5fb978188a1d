"""Wall times and instants, through the changes of clocks."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from bot.times import WallKind, instant, read_wall, wall, zone
from tests.times.strategies import any_wall_time, zones

BUDAPEST = zone("Europe/Budapest")


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "missing", "shown"),
    [
        ("Europe/Budapest", "2027-03-28T02:30", "2027-03-28T03:30"),
        ("Europe/Bucharest", "2027-03-28T03:30", "2027-03-28T04:30"),
        ("Europe/Chisinau", "2027-03-28T03:30", "2027-03-28T04:30"),
        ("Europe/Kyiv", "2027-03-28T03:00", "2027-03-28T04:00"),
    ],
)
def test_a_missing_time_is_moved_forward_by_the_gap(name: str, missing: str, shown: str) -> None:
    read = read_wall(at(missing), zone(name))
    assert (read.kind, read.shown) == (WallKind.MISSING, at(shown))


def test_a_doubled_time_is_the_first_of_the_two() -> None:
    read = read_wall(at("2027-10-31T02:30"), BUDAPEST)
    assert (read.kind, read.instant) == (WallKind.DOUBLED, at("2027-10-31T00:30+00:00"))


def test_the_fold_of_a_wall_time_does_not_count() -> None:
    assert read_wall(at("2027-10-31T02:30").replace(fold=1), BUDAPEST) == read_wall(at("2027-10-31T02:30"), BUDAPEST)


def test_an_aware_time_is_no_wall_time() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        instant(at("2027-03-12T09:00+00:00"), BUDAPEST)


def test_a_naive_time_is_no_instant() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        wall(at("2027-03-12T09:00"), BUDAPEST)


@given(any_wall_time, zones)
def test_every_wall_time_comes_back_unless_it_is_missing(time: dt.datetime, place: ZoneInfo) -> None:
    read = read_wall(time, place)
    assert wall(read.instant, place) == read.shown
    assert (read.shown == time) == (read.kind is not WallKind.MISSING)


@given(any_wall_time, zones)
def test_a_missing_time_moves_by_the_gap_and_never_backward(time: dt.datetime, place: ZoneInfo) -> None:
    read = read_wall(time, place)
    after, before = (read.instant + dt.timedelta(hours=hours) for hours in (1, -2))
    gap = (after.astimezone(place).utcoffset() or dt.timedelta()) - (
        before.astimezone(place).utcoffset() or dt.timedelta()
    )
    assert read.shown - time == (gap if read.kind is WallKind.MISSING else dt.timedelta())


@given(any_wall_time, zones)
def test_nobody_sees_a_doubled_time_before_its_first_instant(time: dt.datetime, place: ZoneInfo) -> None:
    read = read_wall(time, place)
    hour_before, hour_after = (read.instant + dt.timedelta(hours=hours) for hours in (-1, 1))
    assert wall(hour_before, place) != read.shown
    assert (wall(hour_after, place) == read.shown) == (read.kind is WallKind.DOUBLED)
