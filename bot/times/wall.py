"""Wall time and zone -> instant, decided for the hours that clocks skip and repeat.

* A time that is missing (clocks go forward over it) is meant by the clock before the change, as RFC 5545 3.3.5 says:
  02:30 on the night that skips 02:00-03:00 is the instant at which clocks show 03:30.
* A time that comes twice (clocks go back) is the first of the two, as the same section says.

Both are what `fold=0` means in Python; `read_wall` says which case it was, so that a screen can tell it.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo


class WallKind(StrEnum):
    """How often a clock shows a wall time."""

    ONCE = "once"
    MISSING = "missing"
    DOUBLED = "doubled"


@dataclass(frozen=True)
class WallTime:
    """What a wall time in a zone means.

    Attributes:
        instant: in UTC.
        shown: what a clock there shows at that instant, naive; differs from what was asked for only when missing.
        kind: whether there is such a time on that day.
    """

    instant: dt.datetime
    shown: dt.datetime
    kind: WallKind


def read_wall(time: dt.datetime, zone: ZoneInfo) -> WallTime:
    """Return what a wall time means.

    Args:
        time: naive; its `fold` does not count.
        zone: where the clock hangs.

    Raises:
        ValueError: the time is aware already.
    """
    if time.tzinfo is not None:
        raise ValueError(f"a wall time has no zone: {time.isoformat()}")
    earlier, later = (time.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    moment = earlier.astimezone(dt.UTC)
    shown = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    if shown != time.replace(fold=0):
        return WallTime(moment, shown, WallKind.MISSING)
    doubled = earlier.utcoffset() != later.utcoffset()
    return WallTime(moment, shown, WallKind.DOUBLED if doubled else WallKind.ONCE)


def instant(time: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the instant of a naive wall time, in UTC.

    Raises:
        ValueError: the time is aware already.
    """
    return read_wall(time, zone).instant


def wall(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return what a clock in the zone shows at an instant, naive.

    Raises:
        ValueError: the instant has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"an instant needs a zone: {moment.isoformat()}")
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)
