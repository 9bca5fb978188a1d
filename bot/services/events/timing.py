"""When an event takes place: instants from the wall time at its venue, once or many times."""

import datetime as dt
from dataclasses import dataclass

from bot.calendars.recurrence import Series, wall_times
from bot.calendars.rules import read_rule
from bot.models import Event
from bot.times import instant, zone


@dataclass(frozen=True)
class Occurrence:
    """One time that an event takes place.

    Attributes:
        wall: naive wall time of the start at the venue.
        start: UTC.
        end: UTC.
    """

    wall: dt.datetime
    start: dt.datetime
    end: dt.datetime


def settle(event: Event) -> None:
    """Compute the instants of an event from its wall times, zone and rule; without them it has none."""
    found = occurrences(event)
    event.starts_at, event.ends_at = (found[0].start, found[0].end) if found else (None, None)
    event.over_at = found[-1].end if found else None


def occurrences(event: Event) -> list[Occurrence]:
    """Return when an event takes place, in order: once, or as far as `bot.calendars.recurrence` follows its rule.

    Each lasts as long on the wall's clock as the first; [] while its times are not known.
    """
    if event.start is None or event.end is None or event.zone is None:
        return []
    place, length = zone(event.zone), event.end - event.start
    walls = wall_times(Series(event.start, place, read_rule(event.rule))) if event.rule else [event.start]
    return [Occurrence(wall, instant(wall, place), instant(wall + length, place)) for wall in walls]
