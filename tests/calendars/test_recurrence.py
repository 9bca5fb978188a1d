"""When recurring events take place."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.recurrence import HORIZON, Series, check_takes_place, occurrences, wall_times
from bot.calendars.rules import MOST_OCCURRENCES, RuleError, RuleProblem, read_rule
from bot.times import WallKind, read_wall, wall, zone
from tests.times.strategies import any_wall_time, zones

BUDAPEST = zone("Europe/Budapest")


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def series(rule: str, start: str = "2027-03-12T09:30", excluded: frozenset[dt.datetime] = frozenset()) -> Series:
    return Series(at(start), BUDAPEST, read_rule(rule), excluded)


def test_a_weekly_meeting_keeps_its_hour_over_the_change_of_clocks() -> None:
    weekly = series("FREQ=WEEKLY;COUNT=3", "2027-03-22T09:30")
    starts = occurrences(weekly, at("2027-01-01T00:00+00:00"), at("2028-01-01T00:00+00:00"))
    assert starts == [at("2027-03-22T08:30+00:00"), at("2027-03-29T07:30+00:00"), at("2027-04-05T07:30+00:00")]


def test_a_window_has_its_first_instant_and_not_its_last() -> None:
    daily = series("FREQ=DAILY")
    found = occurrences(daily, at("2027-03-13T08:30+00:00"), at("2027-03-15T08:30+00:00"))
    assert found == [at("2027-03-13T08:30+00:00"), at("2027-03-14T08:30+00:00")]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;UNTIL=20270326", ["2027-03-12", "2027-03-19", "2027-03-26"]),
        ("FREQ=WEEKLY;UNTIL=20270326T083000Z", ["2027-03-12", "2027-03-19", "2027-03-26"]),
        ("FREQ=WEEKLY;UNTIL=20270326T082959Z", ["2027-03-12", "2027-03-19"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["2027-03-12", "2027-03-26", "2027-04-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", ["2027-03-12", "2027-03-31", "2027-05-31"]),
    ],
)
def test_a_rule_says_the_days(rule: str, days: list[str]) -> None:
    assert [time.date().isoformat() for time in wall_times(series(rule))] == days


def test_what_is_excluded_does_not_take_place() -> None:
    left = wall_times(series("FREQ=DAILY;COUNT=3", excluded=frozenset({at("2027-03-13T09:30")})))
    assert left == [at("2027-03-12T09:30"), at("2027-03-14T09:30")]


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_a_day_that_never_comes_is_an_error_and_not_an_endless_search(frequency: str) -> None:
    with pytest.raises(RuleError) as raised:
        check_takes_place(series(f"FREQ={frequency};BYMONTH=2;BYMONTHDAY=30"))
    assert raised.value.problem is RuleProblem.NEVER


def test_an_event_without_end_is_followed_within_bounds() -> None:
    found = wall_times(series("FREQ=DAILY"))
    assert len(found) == MOST_OCCURRENCES
    assert wall_times(series("FREQ=YEARLY"))[-1] <= at("2027-03-12T09:30") + HORIZON


def test_the_end_of_time_is_no_failure() -> None:
    assert wall_times(series("FREQ=YEARLY", "9998-01-01T09:30")) == [at("9998-01-01T09:30"), at("9999-01-01T09:30")]


@given(
    st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2150, 12, 31)).map(lambda time: time.replace(microsecond=0)),  # noqa: DTZ001 - wall times
    st.sampled_from(
        ["FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR"]
    ),
)
def test_the_days_are_those_that_dateutil_finds_by_itself(start: dt.datetime, rule: str) -> None:
    end = start + dt.timedelta(days=4 * 366)
    alone = rrulestr(rule, dtstart=start).between(start, end, inc=True)
    assert [day for day in wall_times(Series(start, BUDAPEST, read_rule(rule)))[1:] if day <= end] == [
        day for day in alone if day > start
    ]


@given(any_wall_time, zones, st.sampled_from(["DAILY", "WEEKLY"]), st.integers(1, 40))
def test_every_occurrence_shows_the_hour_of_the_first(
    start: dt.datetime, place: ZoneInfo, frequency: str, count: int
) -> None:
    recurring = Series(start, place, read_rule(f"FREQ={frequency};COUNT={count}"))
    found = occurrences(recurring, start.replace(tzinfo=dt.UTC) - HORIZON, start.replace(tzinfo=dt.UTC) + HORIZON)
    assert len(found) == count
    for expected, moment in zip(wall_times(recurring), found, strict=True):
        if read_wall(expected, place).kind is not WallKind.MISSING:
            assert wall(moment, place).time() == start.time()
