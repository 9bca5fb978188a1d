"""Months on the calendar."""

import datetime as dt

import pytest

from bot.times import add_months


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2027-01-15", 1, "2027-02-15"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2027-01-15", -1, "2026-12-15"),
        ("2027-01-15", 24, "2029-01-15"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day: str, months: int, later: str) -> None:
    assert add_months(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(later)


@pytest.mark.parametrize("months", [12 * 9000, -12 * 9000])
def test_the_calendar_ends(months: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        add_months(dt.date(2027, 1, 1), months)
