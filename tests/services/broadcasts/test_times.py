"""Typed times of broadcasts."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.dates import Now, Reason
from bot.services.broadcasts.times import moments
from tests.conftest import NOW

BUDAPEST = Now(NOW, ZoneInfo("Europe/Budapest"))


def utc(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """Return an instant of the month of the tests."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        pytest.param("tomorrow 8:30", "en", [utc(25, 7, 30)], id="in the author's zone"),
        pytest.param("holnap 8:30", "hu", [utc(25, 7, 30)], id="in their language"),
        pytest.param("in 2 hours", "en", [utc(24, 11)], id="from now"),
        pytest.param("1 January 2026 8:30", "en", [], id="passed"),
    ],
)
def test_a_time_is_read(text: str, locale: str, expected: list[dt.datetime]) -> None:
    assert moments(text, BUDAPEST, locale) == expected


def test_of_several_meanings_only_those_to_come_are_offered() -> None:
    found = moments("today at 5", BUDAPEST, "en")
    assert found == [utc(24, 16)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tomorrow", Reason.NO_DATE),
        ("tomorrow 8:00-9:00", Reason.NO_DATE),
        ("", Reason.EMPTY),
        ("31 June 8:30", Reason.IMPOSSIBLE),
    ],
)
def test_what_is_no_day_with_a_time_is_refused(text: str, reason: Reason) -> None:
    assert moments(text, BUDAPEST, "en") is reason


def test_an_hour_that_clocks_skip_is_the_one_after() -> None:
    found = moments("28.3.2027 2:30", BUDAPEST, "hu")
    assert found == [dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC)]
