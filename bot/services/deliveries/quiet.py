"""Quiet hours: when a member is not to be woken by what can wait."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.models import Member

HOUR = 60
DAY = 24 * HOUR


@dataclass(frozen=True)
class Hours:
    """Hours of the clock on a member's wall.

    Attributes:
        begin: minutes since midnight (0-1439) from which it is quiet.
        end: from which it is not; the same as `begin`: never quiet.
    """

    begin: int
    end: int

    @property
    def is_never(self) -> bool:
        """Whether it is never quiet."""
        return self.begin == self.end


USUAL = Hours(21 * HOUR, 7 * HOUR)
"""For those who chose none."""
NEVER = Hours(0, 0)


def quiet_end(now: dt.datetime, zone: ZoneInfo, hours: Hours = USUAL) -> dt.datetime | None:
    """Return when the quiet hours end that now is in, None outside of them.

    The night the clocks change is an hour shorter or longer.

    Args:
        now: aware.
        zone: of the member.
        hours: in that zone.

    Returns:
        An instant in UTC.
    """
    local = now.astimezone(zone)
    minute = local.hour * HOUR + local.minute
    is_past_begin, is_before_end = minute >= hours.begin, minute < hours.end
    is_quiet = (is_past_begin or is_before_end) if hours.begin > hours.end else (is_past_begin and is_before_end)
    if not is_quiet:
        return None
    day = local.date() if is_before_end else local.date() + dt.timedelta(days=1)
    time = dt.time(*divmod(hours.end, HOUR), fold=local.fold)  # of an hour that comes twice, the one that now is in
    return dt.datetime.combine(day, time, zone).astimezone(dt.UTC)


def hours_of(member: Member) -> Hours:
    """Return the quiet hours of a member."""
    if member.quiet_from is None or member.quiet_until is None:
        return USUAL
    return Hours(member.quiet_from, member.quiet_until)


def quiet_end_of(member: Member, zone: ZoneInfo, now: dt.datetime) -> dt.datetime | None:
    """Return when a member may be written to again, None if now; as `quiet_end`."""
    return quiet_end(now, zone, hours_of(member))
