"""When a contact point is open."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.models.opening_hours import WeeklyHours
from bot.services.schedules import Interval, Schedule, intervals, merged
from tests.models.test_opening_hours import WEEKS
from tests.schedules import at, schedule

NIGHTS = "Mo-Su 22:00-06:00"
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 20))
ZONES = st.sampled_from(["Europe/Budapest", "Europe/Kyiv", "Asia/Tbilisi"])


def found(shown: Schedule, first: str, last: str | None = None) -> list[str]:
    """Return the intervals of some days, as the wall shows them."""
    days = [dt.date.fromisoformat(day) for day in (first, last or first)]
    local = ((one.start.astimezone(shown.zone), one.end.astimezone(shown.zone)) for one in intervals(shown, *days))
    return [f"{start:%d %H:%M} - {end:%d %H:%M}" for start, end in local]


def hours(shown: Schedule, day: str) -> float:
    """Return for how many hours somebody is there by what begins on a day."""
    date = dt.date.fromisoformat(day)
    return sum((one.end - one.start) / dt.timedelta(hours=1) for one in intervals(shown, date, date))


def test_a_day_has_several_spans() -> None:
    assert found(schedule("Tu 08:00-12:00,13:00-16:30"), "2026-11-24") == ["24 08:00 - 24 12:00", "24 13:00 - 24 16:30"]


def test_nights_that_meet_days_are_one_interval() -> None:
    both = schedule("Mo-Su 06:00-22:00,22:00-06:00")
    assert found(both, "2026-11-24", "2026-11-26") == ["24 06:00 - 27 06:00"]


def test_a_holiday_takes_the_shift_that_begins_on_it_and_no_other() -> None:
    assert found(schedule(NIGHTS), "2026-10-22", "2026-10-24") == ["22 22:00 - 23 06:00", "24 22:00 - 25 06:00"]


def test_an_exception_counts_in_place_of_a_holiday() -> None:
    assert found(schedule(calendar="HU", d20261023="10:00-12:00"), "2026-10-23") == ["23 10:00 - 23 12:00"]


def test_an_exception_closes() -> None:
    assert found(schedule(d20261124="closed"), "2026-11-23", "2026-11-25") == [
        "23 08:00 - 23 16:30",
        "25 08:00 - 25 16:30",
    ]


def test_hours_that_depend_on_unknown_holidays_are_none() -> None:
    assert found(schedule(calendar="XX"), "2026-11-24") == []


def test_a_night_in_which_clocks_go_forward_is_an_hour_shorter() -> None:
    night = schedule(NIGHTS, calendar="")
    assert (hours(night, "2026-03-27"), hours(night, "2026-03-28"), hours(night, "2026-03-29")) == (8, 7, 8)


def test_a_night_in_which_clocks_go_back_is_an_hour_longer() -> None:
    night = schedule(NIGHTS, zone="Europe/Kyiv", calendar="")
    assert (hours(night, "2026-10-23"), hours(night, "2026-10-24"), hours(night, "2026-10-25")) == (8, 9, 8)


def test_nights_are_the_same_where_clocks_are_not_changed() -> None:
    night = schedule(NIGHTS, zone="Asia/Tbilisi", calendar="")
    assert {hours(night, day) for day in ("2026-03-28", "2026-10-24")} == {8}


def test_a_span_within_the_skipped_hour_does_not_happen() -> None:
    assert found(schedule("Su 02:10-02:50", calendar=""), "2026-03-29") == []


def test_a_span_within_the_doubled_hour_is_kept_once() -> None:
    assert hours(schedule("Su 02:10-02:50", calendar=""), "2026-10-25") == 40 / 60


@given(DAYS, ZONES)
def test_around_the_clock_has_no_hole_in_any_week(first: dt.date, zone: str) -> None:
    always = schedule("24/7", zone=zone, calendar="")
    assert len(intervals(always, first, first + dt.timedelta(days=7))) == 1


@given(WEEKS, DAYS, ZONES)
def test_intervals_are_in_order_and_apart(hours: WeeklyHours, first: dt.date, zone: str) -> None:
    shown = Schedule(hours, ZoneInfo(zone), "")
    times = [time for one in intervals(shown, first, first + dt.timedelta(days=9)) for time in one]
    assert times == sorted(set(times))


def test_intervals_that_touch_become_one() -> None:
    first, second, third = (at(f"2026-11-24 {hour}:00") for hour in ("08", "09", "10"))
    assert merged([Interval(second, third), Interval(third, third), Interval(first, second)]) == [
        Interval(first, third)
    ]
