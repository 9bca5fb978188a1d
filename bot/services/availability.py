"""Is somebody there now, until when, and if not: why, and from when. Where data are missing it is never "open"."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.services.public_holidays import is_holiday
from bot.services.schedules import Interval, Schedule, intervals, on_clocks

HORIZON = dt.timedelta(days=60)
"""How far ahead the next change is looked for."""
SATURDAY = 5


class State(StrEnum):
    """Whether somebody is there."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why nobody is there, or why nobody can tell."""

    HOURS = "hours"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    EXCEPTION = "exception"
    NO_HOURS = "no_hours"
    NO_HOLIDAYS = "no_holidays"


@dataclass(frozen=True)
class Availability:
    """What can be said of an instant.

    Attributes:
        state: whether somebody is there.
        reason: None while open.
        changes_at: in UTC; when it closes, or opens. None: not within `HORIZON`, or unknown.
        note: the words of a local exception; may be empty.
    """

    state: State
    reason: Reason | None = None
    changes_at: dt.datetime | None = None
    note: str = ""


def availability(schedule: Schedule, now: dt.datetime) -> Availability:
    """Say whether somebody is there.

    Args:
        schedule: of the contact point.
        now: aware.
    """
    today = now.astimezone(schedule.zone).date()
    yesterday = today - dt.timedelta(days=1)  # a night shift that began then may still be on
    if not all(map(schedule.is_known, (yesterday, today))):
        return Availability(State.UNKNOWN, Reason.NO_HOURS if schedule.hours is None else Reason.NO_HOLIDAYS)
    coming = [found for found in intervals(schedule, yesterday, today + HORIZON) if found.end > now]
    if coming and coming[0].start <= now:
        return Availability(State.OPEN, changes_at=_within(coming[0].end, now))
    reason, note = _why_closed(schedule, now, today)
    return Availability(State.CLOSED, reason, _opens_at(schedule, coming, now), note)


def _opens_at(schedule: Schedule, coming: list[Interval], now: dt.datetime) -> dt.datetime | None:
    """Return the next opening; None if a day up to it may be a holiday that nobody knows."""
    if not coming:
        return None
    opens = coming[0].start
    opening = opens.astimezone(schedule.zone).date()
    days = range((opening - now.astimezone(schedule.zone).date()).days + 1)
    return opens if all(schedule.is_known(opening - dt.timedelta(days=back)) for back in days) else None


def _within(end: dt.datetime, now: dt.datetime) -> dt.datetime | None:
    """Return the end, or None where it is only that of what was looked at."""
    return end if end < now + HORIZON - dt.timedelta(days=2) else None


def _why_closed(schedule: Schedule, now: dt.datetime, today: dt.date) -> tuple[Reason, str]:
    """Return why nobody is there, and the words of an exception.

    The day that counts is the one on which the usual shift would have begun, for a night shift that is yesterday.
    """
    usually = [day for day in (today - dt.timedelta(days=1), today) if _usually_open(schedule, day, now)]
    day = usually[0] if usually else today
    exception = schedule.exception(day)
    if exception is not None and (usually or not exception.spans):
        return Reason.EXCEPTION, exception.reason
    if exception is None and is_holiday(schedule.calendar, day):
        return Reason.HOLIDAY, ""
    if day.weekday() >= SATURDAY and not schedule.usual(day):
        return Reason.WEEKEND, ""
    return Reason.HOURS, ""


def _usually_open(schedule: Schedule, day: dt.date, now: dt.datetime) -> bool:
    """Say whether somebody would be there by what begins on a day in any other week."""
    spans = (on_clocks(day, span, schedule.zone) for span in schedule.usual(day))
    return any(span.start <= now < span.end for span in spans)
