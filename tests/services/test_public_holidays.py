"""Public holidays by country."""

import datetime as dt

import pytest

from bot.services.public_holidays import WORKING, is_calendar, is_holiday


@pytest.mark.parametrize(
    ("calendar", "day", "expected"),
    [
        pytest.param("HU", "2026-10-23", True, id="a national day"),
        pytest.param("RS", "2026-10-23", False, id="the same day elsewhere"),
        pytest.param("RO", "2026-04-13", True, id="Orthodox Easter Monday"),
        pytest.param("HU", "2026-04-06", True, id="Easter Monday in the west"),
        pytest.param("MK", "2026-03-20", True, id="Eid moves"),
        pytest.param("GE", "2026-11-23", True, id="St George's day in autumn"),
        pytest.param("UA", "2026-08-24", False, id="suspended under martial law"),
        pytest.param(WORKING, "2026-12-25", False, id="public holidays are working days"),
        pytest.param("XX", "2026-12-25", None, id="no such country"),
        pytest.param("BA-XX", "2026-12-25", None, id="no such part of a country"),
        pytest.param("HU", "1900-12-25", None, id="a year the library does not know"),
    ],
)
def test_a_day_is_a_holiday_or_not_or_nobody_knows(calendar: str, day: str, expected: bool | None) -> None:
    assert is_holiday(calendar, dt.date.fromisoformat(day)) is expected


@pytest.mark.parametrize(("code", "expected"), [("HU", True), ("BA-SRP", True), (WORKING, True), ("XX", False)])
def test_calendars_are_known_by_their_codes(code: str, expected: bool) -> None:
    assert is_calendar(code) is expected
