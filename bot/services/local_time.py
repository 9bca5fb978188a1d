"""What instant a wall clock's time is, also in the nights in which clocks are changed."""

import datetime as dt
from zoneinfo import ZoneInfo

SECOND = dt.timedelta(seconds=1)


def instant(day: dt.date, minutes: int, zone: ZoneInfo) -> dt.datetime:
    """Return the instant at which a clock on the wall shows a time.

    A time that is skipped in spring is the instant of the jump: who should begin at 02:30 begins when the clocks go
    from 02:00 to 03:00, and who should end then ends then. Of a time that comes twice in autumn the first one counts.
    So a later time is never an earlier instant, and hours that meet on the wall meet.

    Args:
        day: of the wall clock.
        minutes: since its midnight; from 1440 on, of the days after.
        zone: of the wall clock.

    Returns:
        In UTC.
    """
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)
    before = wall.replace(tzinfo=zone).astimezone(dt.UTC)
    if before.astimezone(zone).replace(tzinfo=None) == wall:
        return before
    return _jump(wall.replace(tzinfo=zone, fold=1).astimezone(dt.UTC), before, zone)


def _jump(early: dt.datetime, late: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the instant between two at which the zone's offset changes, to the second."""
    offset = early.astimezone(zone).utcoffset()
    while late - early > SECOND:
        middle = early + (late - early) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
