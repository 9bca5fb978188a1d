"""Days of typed dates."""

import datetime as dt

import pytest

from bot.dates.days import CalendarDay, ComingWeekday, Counted, Day, NextWeekday, WeekdayOfWeek
from bot.dates.symbols import Unit

WEDNESDAY = dt.date(2027, 1, 20)


@pytest.mark.parametrize(
    ("day", "passed", "dates"),
    [
        (CalendarDay(3, 12, 2027), False, ["2027-03-12"]),
        (CalendarDay(3, 12), False, ["2027-03-12"]),
        (CalendarDay(1, 5), False, ["2028-01-05"]),
        (CalendarDay(1, 20), False, ["2027-01-20"]),
        (CalendarDay(1, 20), True, ["2027-01-20", "2028-01-20"]),
        (CalendarDay(2, 29), False, ["2028-02-29"]),
        (CalendarDay(2, 30), False, []),
        (CalendarDay(3, 12, 2027, weekday=4), False, ["2027-03-12"]),
        (CalendarDay(3, 12, 2027, weekday=0), False, []),
        (Counted(3), False, ["2027-01-23"]),
        (Counted(2, Unit.WEEK), False, ["2027-02-03"]),
        (Counted(1, Unit.YEAR), False, ["2028-01-20"]),
        (Counted(9999, Unit.YEAR), False, []),
        (ComingWeekday(4), False, ["2027-01-22"]),
        (ComingWeekday(2), False, ["2027-01-20", "2027-01-27"]),
        (ComingWeekday(2), True, ["2027-01-27"]),
        (NextWeekday(4), False, ["2027-01-22", "2027-01-29"]),
        (NextWeekday(0), False, ["2027-01-25", "2027-01-25"]),
        (NextWeekday(2), False, ["2027-01-27", "2027-01-27"]),
        (WeekdayOfWeek(4, 0), False, ["2027-01-22"]),
        (WeekdayOfWeek(0, 0), False, []),
        (WeekdayOfWeek(0, 1), False, ["2027-01-25"]),
    ],
)
def test_a_day_has_its_dates(day: Day, passed: bool, dates: list[str]) -> None:
    assert [date.isoformat() for date in day.dates(WEDNESDAY, passed=passed)] == dates
