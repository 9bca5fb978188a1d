"""Quiet hours: when a member is not to be woken by what can wait."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.models import Member

QUIET_FROM = 21
QUIET_UNTIL = 7
"""Hours of the day in the member's zone, for those who chose none."""


def quiet_end(now: dt.datetime, zone: ZoneInfo, begin: int = QUIET_FROM, end: int = QUIET_UNTIL) -> dt.datetime | None:
    """Return when the quiet hours end that now is in, None outside of them.

    They are hours of the clock on the wall: the night the clocks change is an hour shorter or longer.

    Args:
        now: aware.
        zone: of the member.
        begin: hour of the day from which it is quiet.
        end: hour from which it is not; the same as `begin`: never quiet.

    Returns:
        An instant in UTC.
    """
    local = now.astimezone(zone)
    is_past_begin, is_before_end = local.hour >= begin, local.hour < end
    is_quiet = (is_past_begin or is_before_end) if begin > end else (is_past_begin and is_before_end)
    if not is_quiet:
        return None
    day = local.date() if is_before_end else local.date() + dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(end), zone).astimezone(dt.UTC)


def quiet_end_of(member: Member, zone: ZoneInfo, now: dt.datetime) -> dt.datetime | None:
    """Return when a member may be written to again, None if now; as `quiet_end`."""
    begin = QUIET_FROM if member.quiet_from is None else member.quiet_from
    end = QUIET_UNTIL if member.quiet_until is None else member.quiet_until
    return quiet_end(now, zone, begin, end)
