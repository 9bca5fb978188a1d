"""Rules of recurring meetings by their plain form."""

import datetime as dt

import pytest

from bot.calendars.patterns import Pattern, ends_of, first_times, patterns_of, rule_of
from bot.calendars.rules import read_rule
from bot.times import zone

TUESDAY = dt.date(2027, 10, 12)
"""The second Tuesday of its month."""
BELGRADE = zone("Europe/Belgrade")


def days(pattern: Pattern, first: dt.date = TUESDAY, number: int = 4) -> list[str]:
    """Return the first days of a pattern as month and day."""
    start = dt.datetime.combine(first, dt.time(9))
    found = first_times(start, BELGRADE, rule_of(pattern, first), start, number)
    return [f"{time:%m-%d %H}" for time in found]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (Pattern.WORKING_DAYS, ["10-12 09", "10-13 09", "10-14 09", "10-15 09"]),
        (Pattern.WEEKLY, ["10-12 09", "10-19 09", "10-26 09", "11-02 09"]),
        (Pattern.FORTNIGHTLY, ["10-12 09", "10-26 09", "11-09 09", "11-23 09"]),
        (Pattern.MONTHLY_DAY, ["10-12 09", "11-12 09", "12-12 09", "01-12 09"]),
        (Pattern.MONTHLY_WEEKDAY, ["10-12 09", "11-09 09", "12-14 09", "01-11 09"]),
        (Pattern.QUARTERLY, ["10-12 09", "01-12 09", "04-12 09", "07-12 09"]),
        (Pattern.YEARLY, ["10-12 09", "10-12 09", "10-12 09", "10-12 09"]),
    ],
)
def test_a_pattern_keeps_the_hour_also_when_clocks_change(pattern: Pattern, expected: list[str]) -> None:
    assert days(pattern) == expected


def test_the_last_weekday_of_a_month_stays_the_last() -> None:
    assert days(Pattern.MONTHLY_LAST, dt.date(2027, 3, 30)) == ["03-30 09", "04-27 09", "05-25 09", "06-29 09"]


@pytest.mark.parametrize(
    ("first", "missing"),
    [
        (TUESDAY, {Pattern.MONTHLY_LAST}),
        (dt.date(2027, 3, 30), {Pattern.MONTHLY_WEEKDAY}),
        (dt.date(2027, 2, 27), {Pattern.WORKING_DAYS}),
    ],
    ids=["in the middle", "a fifth Tuesday", "a Saturday, the fourth and last one"],
)
def test_only_what_fits_the_first_day_is_offered(first: dt.date, missing: set[Pattern]) -> None:
    assert set(Pattern) - set(patterns_of(first)) == missing


@pytest.mark.parametrize("pattern", Pattern)
def test_every_pattern_is_a_rule_that_is_taken(pattern: Pattern) -> None:
    counted, ending = rule_of(pattern, TUESDAY, count=3), rule_of(pattern, TUESDAY, until=dt.date(2028, 1, 1))
    assert read_rule(str(counted)) == counted
    assert read_rule(str(ending)) == ending


def test_the_ends_that_are_offered_are_after_the_first_day() -> None:
    assert ends_of(TUESDAY) == [
        dt.date(2027, 12, 31),
        dt.date(2028, 1, 12),
        dt.date(2028, 4, 12),
        dt.date(2028, 10, 12),
    ]
    assert dt.date(2027, 12, 31) not in ends_of(dt.date(2027, 12, 31))
