"""Values of properties: times, durations, texts, positions."""

import datetime as dt
import re

from bot.calendars.components import Property
from bot.calendars.problems import CalendarFileError, Problem

TIME = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)?(?:\.\d+)?(?P<utc>Z)?)?",
    re.ASCII | re.IGNORECASE,
)
DURATION = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,3})W|(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?(?:(?P<seconds>\d{1,6})S)?)?)",
    re.ASCII | re.IGNORECASE,
)
ESCAPED = re.compile(r"\\([\\;,nN:\"])")
MOST_LATITUDE, MOST_LONGITUDE = 90, 180
LONGEST_ADDRESS = 500
YEARS = range(1970, 2200)
Time = dt.datetime | dt.date


def time_value(found: Property, value: str | None = None) -> Time:
    """Return a day, a naive wall time, or an aware time in UTC.

    Args:
        found: the property, for its line.
        value: one of several values of it; without, its only one.

    Raises:
        CalendarFileError: it is no time, or a year that no calendar of ours has.
    """
    text = (found.value if value is None else value).strip()
    form = TIME.fullmatch(text)
    if form is None or int(form["year"]) not in YEARS:
        raise CalendarFileError(Problem.BAD_TIME, found.line, text)
    try:
        day = dt.date(int(form["year"]), int(form["month"]), int(form["day"]))
        if form["hour"] is None:
            return day
        clock = dt.time(int(form["hour"]), int(form["minute"]), min(int(form["second"] or 0), 59))
    except ValueError:
        raise CalendarFileError(Problem.BAD_TIME, found.line, text) from None
    return dt.datetime.combine(day, clock, dt.UTC if form["utc"] else None)


def duration_value(found: Property) -> dt.timedelta:
    """Return a duration that is not negative.

    Raises:
        CalendarFileError: it is none.
    """
    form = DURATION.fullmatch(found.value.strip())
    if form is None or not any(form.groups()):
        raise CalendarFileError(Problem.BAD_DURATION, found.line, found.value)
    return dt.timedelta(**{unit: int(count) for unit, count in form.groupdict().items() if count})


def text_value(value: str) -> str:
    """Return a text without the escapes of a file."""
    return ESCAPED.sub(lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], value)


def position_value(value: str) -> tuple[float, float] | None:
    """Return latitude and longitude in degrees, None for what is no place on earth."""
    try:
        latitude, longitude = map(float, value.replace(",", ";").split(";"))
    except ValueError:
        return None
    on_earth = abs(latitude) <= MOST_LATITUDE and abs(longitude) <= MOST_LONGITUDE
    return (latitude, longitude) if on_earth else None


def address_value(value: str) -> str:
    """Return a web address that can be shown, "" for anything else; it is never fetched."""
    bare = value.strip()
    fits = bare.lower().startswith(("https://", "http://")) and len(bare) <= LONGEST_ADDRESS
    return bare if fits and bare.isprintable() and " " not in bare else ""
