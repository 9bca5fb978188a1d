"""Is somebody there now, in three zones, on holidays, at night, and when clocks are changed."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.opening_hours import WeeklyHours
from bot.services.availability import Availability, Reason, State, availability
from bot.services.schedules import Schedule
from tests.models.test_opening_hours import WEEKS
from tests.schedules import at, schedule

TBILISI, KYIV = "Asia/Tbilisi", "Europe/Kyiv"
INSTANTS = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 12, 31), timezones=st.just(dt.UTC))  # noqa: DTZ001  # the zone is given beside
CALENDARS = st.sampled_from(["HU", "GE", "UA", "MK", ""])
ZONES = st.sampled_from(["Europe/Budapest", TBILISI, KYIV])


def said(shown: Schedule, now: dt.datetime) -> str:
    """Return the state, why, and when it changes on the wall there."""
    found = availability(shown, now)
    changes = f"{found.changes_at.astimezone(shown.zone):%a %H:%M}" if found.changes_at else "?"
    return f"{found.reason or found.state} until {changes}"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-11-24 07:59", "hours until Tue 08:00", id="before it opens"),
        pytest.param("2026-11-24 08:00", "open until Tue 16:30", id="as it opens"),
        pytest.param("2026-11-24 16:29", "open until Tue 16:30", id="just before it closes"),
        pytest.param("2026-11-24 16:30", "hours until Wed 08:00", id="as it closes"),
        pytest.param("2026-11-27 17:00", "hours until Mon 08:00", id="Friday evening"),
        pytest.param("2026-11-28 10:00", "weekend until Mon 08:00", id="Saturday"),
        pytest.param("2026-10-23 10:00", "holiday until Mon 08:00", id="a holiday before a weekend"),
        pytest.param("2026-10-22 17:00", "hours until Mon 08:00", id="the evening before a holiday"),
        pytest.param("2026-12-24 10:00", "holiday until Mon 08:00", id="two holidays and a weekend"),
    ],
)
def test_an_office_in_budapest(now: str, expected: str) -> None:
    assert said(schedule(), at(now)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-11-23 10:00", "holiday until Tue 09:00", id="a holiday of Georgia alone"),
        pytest.param("2026-11-24 10:00", "open until Tue 18:00", id="the day after"),
    ],
)
def test_an_office_in_tbilisi(now: str, expected: str) -> None:
    assert said(schedule("Mo-Fr 09:00-18:00", TBILISI, "GE"), at(now, TBILISI)) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-11-27 23:59", "open until Sat 06:00", id="before midnight"),
        pytest.param("2026-11-28 00:00", "open until Sat 06:00", id="at midnight"),
        pytest.param("2026-11-28 05:59", "open until Sat 06:00", id="before the end"),
        pytest.param("2026-11-28 06:00", "weekend until Mon 22:00", id="the end"),
        pytest.param("2026-11-26 12:00", "hours until Thu 22:00", id="by day"),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Budapest", TBILISI, KYIV])
def test_a_night_shift_in_three_zones(now: str, expected: str, zone: str) -> None:
    assert said(schedule("Mo-Fr 22:00-06:00", zone, ""), at(now, zone)) == expected


def test_a_night_shift_outlives_the_midnight_before_a_holiday() -> None:
    nights = schedule("Mo-Fr 22:00-06:00")
    assert said(nights, at("2026-10-23 02:00")) == "open until Fri 06:00"
    assert said(nights, at("2026-10-24 02:00")) == "holiday until Mon 22:00"


def test_holidays_are_suspended_in_ukraine() -> None:
    assert said(schedule(zone=KYIV, calendar="UA"), at("2026-08-24 10:00", KYIV)) == "open until Mon 16:30"


def test_a_country_can_suspend_its_holidays() -> None:
    assert said(schedule(calendar=""), at("2026-10-23 10:00")) == "open until Fri 16:30"


@pytest.mark.parametrize(
    ("zone", "now", "expected"),
    [
        pytest.param("Europe/Budapest", "2026-03-29 01:59", "open until Sun 06:00", id="before the clocks go forward"),
        pytest.param("Europe/Budapest", "2026-03-29 03:00", "open until Sun 06:00", id="after"),
        pytest.param(KYIV, "2026-10-25 03:30", "open until Sun 06:00", id="the hour that comes twice"),
    ],
)
def test_the_wall_decides_in_nights_of_changed_clocks(zone: str, now: str, expected: str) -> None:
    nights = schedule("Sa 22:00-06:00", zone, "")
    assert said(nights, at(now, zone)) == expected
    assert said(nights, at(now, zone, fold=1)) == expected


def test_it_opens_an_hour_sooner_by_the_sun_the_morning_clocks_went_forward() -> None:
    opens = {
        day: availability(schedule("Mo-Su 08:00-16:00", calendar=""), at(f"2026-03-{day} 00:30")).changes_at
        for day in (28, 29)
    }
    assert [f"{instant:%H:%M}" for instant in opens.values() if instant] == ["07:00", "06:00"]


def test_the_partner_changes_clocks_and_the_reader_does_not() -> None:
    office = schedule("Mo-Fr 09:00-17:00", "Europe/Budapest", "")
    closes = [availability(office, at(f"{day} 12:00")).changes_at for day in ("2026-10-23", "2026-10-26")]
    assert [f"{instant.astimezone(ZoneInfo(TBILISI)):%H:%M}" for instant in closes if instant] == ["19:00", "20:00"]


def test_a_shift_that_ends_in_the_doubled_hour_ends_with_the_first() -> None:
    early = schedule("Su 00:00-02:30", calendar="")
    assert availability(early, at("2026-10-25 02:15")).state is State.OPEN
    assert availability(early, at("2026-10-25 02:15", fold=1)).state is State.CLOSED


def test_a_shift_that_begins_in_the_skipped_hour_begins_when_clocks_jump() -> None:
    late = schedule("Su 02:30-06:00", calendar="")
    assert said(late, at("2026-03-29 03:00")) == "open until Sun 06:00"
    assert availability(late, at("2026-03-29 01:59")).changes_at == at("2026-03-29 03:00")


def test_an_exception_says_why() -> None:
    closed = schedule(d20261124="closed")
    assert availability(closed, at("2026-11-24 10:00")) == Availability(
        State.CLOSED, Reason.EXCEPTION, at("2026-11-25 08:00"), "stocktaking"
    )
    assert said(schedule(d20261124="10:00-12:00"), at("2026-11-24 13:00")) == "exception until Wed 08:00"
    assert said(schedule(d20261124="10:00-12:00"), at("2026-11-24 20:00")) == "hours until Wed 08:00"
    assert said(schedule(d20261224="10:00-12:00"), at("2026-12-24 11:00")) == "open until Thu 12:00"


def test_around_the_clock_never_closes() -> None:
    assert availability(schedule("24/7", calendar=""), at("2026-11-24 10:00")) == Availability(State.OPEN)


def test_what_opens_too_late_has_no_opening_hour() -> None:
    closed = schedule("Mo 08:00-09:00", calendar="", **{f"d2026{m:02}{d:02}": "closed" for m, d in MONDAYS})
    assert availability(closed, at("2026-10-06 10:00")).changes_at is None


MONDAYS = [(10, 12), (10, 19), (10, 26), (11, 2), (11, 9), (11, 16), (11, 23), (11, 30), (12, 7), (12, 14)]


@pytest.mark.parametrize("now", ["2026-11-24 10:00", "2026-11-28 10:00", "2026-10-23 10:00"])
@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        pytest.param(schedule(None), Reason.NO_HOURS, id="hours that nobody told"),
        pytest.param(schedule(calendar="XX"), Reason.NO_HOLIDAYS, id="holidays that nobody knows"),
    ],
)
def test_where_data_are_missing_nothing_is_said(shown: Schedule, reason: Reason, now: str) -> None:
    assert availability(shown, at(now)) == Availability(State.UNKNOWN, reason)


@given(INSTANTS, ZONES)
def test_nobody_is_ever_open_without_hours(now: dt.datetime, zone: str) -> None:
    assert availability(schedule(None, zone), now).state is State.UNKNOWN


@given(WEEKS, ZONES, CALENDARS, INSTANTS)
def test_what_is_said_to_change_changes_then_and_not_before(
    hours: WeeklyHours, zone: str, calendar: str, now: dt.datetime
) -> None:
    shown = Schedule(hours, ZoneInfo(zone), calendar)
    found = availability(shown, now)
    if found.changes_at is not None:
        assert found.changes_at > now
        assert availability(shown, found.changes_at).state is not found.state
        middle = now + (found.changes_at - now) / 2
        assert availability(shown, middle).state is found.state
