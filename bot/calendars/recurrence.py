"""When a recurring event takes place: local wall time kept while clocks change, within bounds."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.calendars.rules import MOST_OCCURRENCES, Rule, RuleError, RuleProblem
from bot.times.wall import instant, wall

HORIZON = dt.timedelta(days=366 * 10)
"""How far after the start an event without end is followed; every search ends there, also one that finds nothing."""

HORIZON_YEARS = 11
"""Calendar years that a series may touch."""
LAST = dt.datetime.combine(dt.date.max, dt.time.max)


@dataclass(frozen=True)
class Series:
    """An event that comes again.

    Attributes:
        start: naive wall time of the first; it counts also when the rule does not fit it (RFC 5545 3.8.5.3).
        zone: of the venue.
        rule: how it comes again.
        excluded: naive wall times that do not take place, beside the days that the rule excludes.
        added: naive wall times that take place beside the rule's.
    """

    start: dt.datetime
    zone: ZoneInfo
    rule: Rule
    excluded: frozenset[dt.datetime] = frozenset()
    added: frozenset[dt.datetime] = frozenset()


def wall_times(series: Series) -> list[dt.datetime]:
    """Return the naive wall times of a series in order, at most `MOST_OCCURRENCES`, none after the horizon."""
    found = {series.start, *islice(_of_rule(series), MOST_OCCURRENCES), *series.added} - series.excluded
    return sorted(time for time in found if time.date() not in series.rule.excluded)[:MOST_OCCURRENCES]


def occurrences(series: Series, since: dt.datetime, before: dt.datetime) -> list[dt.datetime]:
    """Return the starts within a window as instants (UTC), in order.

    A wall time that is missing on one of the days is moved as `bot.times.wall` says; the others keep theirs.

    Args:
        series: the event.
        since: aware; a start at this instant is in.
        before: aware; a start at this instant is out.
    """
    starts = (instant(time, series.zone) for time in wall_times(series))
    return [start for start in starts if since <= start < before]


def check_takes_place(series: Series) -> None:
    """Raise when a rule finds no day within the horizon, as 30 February, or excludes all that it finds.

    Raises:
        RuleError: with the problem NEVER.
    """
    if next(_of_rule(series), None) is None or not wall_times(series):
        raise RuleError(RuleProblem.NEVER)


def _of_rule(series: Series) -> Iterator[dt.datetime]:
    """Yield the rule's own wall times up to the horizon.

    dateutil looks for a next time until the year 9999, whatever end it is given: three seconds for a rule that never
    fits. So it is asked about the last years of the calendar that have the same days.
    """
    rule = series.rule
    later = _years_to_last_alike(series.start.year)
    bare = Rule(rule.frequency, rule.interval, by=rule.by)
    found = rrulestr(str(bare), dtstart=series.start.replace(year=series.start.year + later))
    end = _end(series)
    times = (time.replace(year=time.year - later) for time in found)
    yield from islice(takewhile(lambda time: time <= end, times), rule.count)


def _years_to_last_alike(year: int) -> int:
    """Return how many years later the calendar is for the last time the same for as long as the horizon."""
    wanted = [_shape(year + ahead) for ahead in range(HORIZON_YEARS)]
    latest = dt.MAXYEAR - HORIZON_YEARS + 1
    return next(
        (last - year for last in range(latest, year, -1) if wanted == [_shape(last + n) for n in range(HORIZON_YEARS)]),
        0,
    )


def _shape(year: int) -> tuple[int, bool] | None:
    """Return on what weekday a year begins and whether it is a leap year: years alike have the same days."""
    return (calendar.weekday(year, 1, 1), calendar.isleap(year)) if year <= dt.MAXYEAR else None


def _end(series: Series) -> dt.datetime:
    """Return the last wall time that may be in the series."""
    horizon = min(series.start, LAST - HORIZON) + HORIZON
    until = series.rule.until
    if until is None:
        return horizon
    if not isinstance(until, dt.datetime):
        return min(horizon, dt.datetime.combine(until, dt.time.max))
    return min(horizon, wall(until, series.zone) if until.tzinfo else until)
