"""When a contact point is open: its weekly hours, without public holidays, with local exceptions.

A span belongs to the day on which it begins. So a holiday takes away the shift that begins on it, and leaves the night
shift that began the evening before. An exception counts in place of weekly hours and holidays.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.models.opening_hours import Span, WeeklyHours
from bot.services.local_time import instant
from bot.services.public_holidays import is_holiday


@dataclass(frozen=True)
class DayException:
    """Days with hours of their own.

    Attributes:
        first_day: local.
        last_day: local, included.
        spans: that begin on each of these days; empty: closed.
        reason: a few words; may be empty.
    """

    first_day: dt.date
    last_day: dt.date
    spans: tuple[Span, ...] = ()
    reason: str = ""

    def covers(self, day: dt.date) -> bool:
        """Say whether a day is one of them."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Schedule:
    """All that decides when somebody is there.

    Attributes:
        hours: of a week; None where they are not known.
        zone: in which hours and days are meant.
        calendar: of public holidays, see `bot.services.public_holidays`.
        exceptions: of no two counts the same day.
    """

    hours: WeeklyHours | None
    zone: ZoneInfo
    calendar: str
    exceptions: tuple[DayException, ...] = ()

    def exception(self, day: dt.date) -> DayException | None:
        """Return the exception of a day."""
        return next((exception for exception in self.exceptions if exception.covers(day)), None)

    def usual(self, day: dt.date) -> tuple[Span, ...]:
        """Return the weekly hours of a day, whatever day it is; empty where they are not known."""
        return self.hours.days[day.weekday()] if self.hours else ()

    def spans(self, day: dt.date) -> tuple[Span, ...]:
        """Return the spans that begin on a day; none where it is not known (`is_known`)."""
        exception = self.exception(day)
        if exception is not None:
            return exception.spans
        return self.usual(day) if is_holiday(self.calendar, day) is False else ()

    def is_known(self, day: dt.date) -> bool:
        """Say whether there are data enough to tell the hours of a day."""
        return self.exception(day) is not None or (
            self.hours is not None and is_holiday(self.calendar, day) is not None
        )


class Interval(NamedTuple):
    """From an instant to before another, both in UTC."""

    start: dt.datetime
    end: dt.datetime


def intervals(schedule: Schedule, first: dt.date, last: dt.date) -> list[Interval]:
    """Return when somebody is there by what begins on some days, in order; spans that meet are one."""
    days = (first + dt.timedelta(days=step) for step in range((last - first).days + 1))
    return merged(on_clocks(day, span, schedule.zone) for day in days for span in schedule.spans(day))


def on_clocks(day: dt.date, span: Span, zone: ZoneInfo) -> Interval:
    """Return the instants of a span; both are the same where clocks skip all of it."""
    return Interval(instant(day, span.opens, zone), instant(day, span.closes, zone))


def merged(found: Iterable[Interval]) -> list[Interval]:
    """Return intervals in order, as few as possible; empty ones are left out."""
    result: list[Interval] = []
    for interval in sorted(found):
        if result and interval.start <= result[-1].end:
            result[-1] = Interval(result[-1].start, max(result[-1].end, interval.end))
        elif interval.start < interval.end:
            result.append(interval)
    return result
