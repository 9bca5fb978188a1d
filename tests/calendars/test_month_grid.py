"""The month of a picker."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.month_grid import MonthGrid, month_grid

EARLIEST, LATEST = dt.date(2027, 1, 20), dt.date(2028, 1, 20)
dates = st.dates(dt.date(2026, 1, 1), dt.date(2029, 12, 31))


def grid(month: str, locale: str = "hu") -> MonthGrid:
    return month_grid(dt.date.fromisoformat(month), EARLIEST, LATEST, locale)


@pytest.mark.parametrize("locale", ["en_GB", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk"])
def test_the_week_of_our_languages_begins_on_monday(locale: str) -> None:
    assert grid("2027-03-01", locale).weekdays == (0, 1, 2, 3, 4, 5, 6)


def test_the_week_of_american_english_begins_on_sunday() -> None:
    found = grid("2027-03-01", "en_US")
    assert found.weekdays[0] == 6
    assert found.weeks[0][1] == dt.date(2027, 3, 1)


def test_the_first_page_has_no_page_before_and_only_days_from_today() -> None:
    found = grid("2027-01-31")
    assert (found.previous, found.following) == (None, dt.date(2027, 2, 1))
    assert (min(found.choosable), len(found.choosable)) == (EARLIEST, 12)


def test_the_last_page_has_no_page_after() -> None:
    found = grid("2028-01-01")
    assert (found.previous, found.following, max(found.choosable)) == (dt.date(2027, 12, 1), None, LATEST)


@pytest.mark.parametrize(("month", "first"), [("2020-05-01", "2027-01-01"), ("2099-05-01", "2028-01-01")])
def test_a_month_out_of_bounds_is_the_nearest_within(month: str, first: str) -> None:
    assert grid(month).first == dt.date.fromisoformat(first)


def test_bounds_the_wrong_way_round_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="no day between"):
        month_grid(EARLIEST, LATEST, EARLIEST, "hu")


@given(dates, st.sampled_from(["en", "uk", "ka"]))
def test_every_day_stands_once_in_the_column_of_its_weekday(month: dt.date, locale: str) -> None:
    found = month_grid(month, month.replace(day=1), month, locale)
    shown = [day for week in found.weeks for day in week if day]
    assert shown == sorted(set(shown))
    assert {day.month for day in shown} == {month.month}
    assert all(
        day is None or day.weekday() == found.weekdays[place] for week in found.weeks for place, day in enumerate(week)
    )
    assert {len(week) for week in found.weeks} == {7}
