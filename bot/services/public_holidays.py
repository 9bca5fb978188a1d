"""Public holidays of a country, as the library `holidays` knows them.

It knows that Ukraine has suspended its holidays under martial law. A country that suspends them before the library
says so is given the calendar `WORKING` in our own data.
"""

import datetime as dt
from functools import cache

import holidays
from holidays import HolidayBase

WORKING = ""
"""The calendar of those for whom public holidays are working days."""


@cache
def is_calendar(code: str) -> bool:
    """Say whether a code, such as `HU` or `BA-SRP`, names a calendar."""
    try:
        return code == WORKING or _calendar(code) is not None
    except NotImplementedError:
        return False


def is_holiday(code: str, day: dt.date) -> bool | None:
    """Say whether a day is a public holiday; None where that is not known."""
    if code == WORKING:
        return False
    if not is_calendar(code):
        return None
    calendar = _calendar(code)
    if not calendar.start_year <= day.year <= calendar.end_year:
        return None
    return day in calendar


@cache
def _calendar(code: str) -> HolidayBase:
    """Return a calendar; it works out a year when it is first asked about it."""
    country, _, subdivision = code.partition("-")
    return holidays.country_holidays(country, subdiv=subdivision or None)
