"""Schedules for tests."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.models.opening_hours import WeeklyHours, parse_spans
from bot.services.schedules import DayException, Schedule

OFFICE = "Mo-Fr 08:00-16:30"


def schedule(hours: str | None = OFFICE, zone: str = "Europe/Budapest", calendar: str = "HU", **days: str) -> Schedule:
    """Return a schedule.

    Args:
        hours: of a week.
        zone: IANA name.
        calendar: of public holidays.
        days: hours of single days, as `d20261224="closed"`.
    """
    exceptions = (
        DayException(day := dt.date.fromisoformat(name[1:]), day, parse_spans(spans), "stocktaking")
        for name, spans in days.items()
    )
    return Schedule(WeeklyHours.parse(hours) if hours else None, ZoneInfo(zone), calendar, tuple(exceptions))


def at(text: str, zone: str = "Europe/Budapest", *, fold: int = 0) -> dt.datetime:
    """Return the instant of a wall clock, `2026-11-24 09:00`."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(dt.UTC)
