"""For how long nobody will answer: stretches of the coming days that no contact point of a function covers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.models import Function
from bot.models.opening_hours import DAY
from bot.services.local_time import instant
from bot.services.schedules import Interval, Schedule, intervals, merged

DAYS_AHEAD = 30
LONGEST_CLOSED = dt.timedelta(hours=72)
"""A closed stretch up to this is an ordinary weekend."""
AT_ANY_HOUR = frozenset({Function.CYBER_24_7})
"""Functions that exist to be reached at any hour: each stretch without somebody is a gap."""


@dataclass(frozen=True)
class StandIn:
    """Who answers on some days in place of a contact point.

    Attributes:
        first_day: in the zone of the contact point that is away.
        last_day: included.
        schedule: of who answers.
        has_duty_phone: of who answers.
    """

    first_day: dt.date
    last_day: dt.date
    schedule: Schedule
    has_duty_phone: bool


@dataclass(frozen=True)
class Post:
    """What counts of a contact point.

    Attributes:
        schedule: its own.
        has_duty_phone: somebody answers at any hour.
        stand_ins: in any order.
    """

    schedule: Schedule
    has_duty_phone: bool = False
    stand_ins: tuple[StandIn, ...] = ()


def gaps(posts: Iterable[Post], function: Function, now: dt.datetime) -> list[Interval]:
    """Return the stretches of the coming `DAYS_AHEAD` days in which nobody answers, in order.

    Hours that are not known cover nothing. Stretches up to `LONGEST_CLOSED` are no gaps, but for `AT_ANY_HOUR`.

    Args:
        posts: all that have the function in a unit.
        function: that they have.
        now: aware.
    """
    window = Interval(now.astimezone(dt.UTC), (now + dt.timedelta(days=DAYS_AHEAD)).astimezone(dt.UTC))
    covered = merged(found for post in posts for found in _covered(post, window))
    least = dt.timedelta() if function in AT_ANY_HOUR else LONGEST_CLOSED
    return [gap for gap in _between(covered, window) if gap.end - gap.start > least]


def _covered(post: Post, window: Interval) -> list[Interval]:
    """Return when a contact point or who stands in for it answers."""
    found = _answered(post.schedule, window, has_duty_phone=post.has_duty_phone)
    for stand_in in post.stand_ins:
        start = instant(stand_in.first_day, 0, post.schedule.zone)
        end = instant(stand_in.last_day, DAY, post.schedule.zone)
        if start < window.end and window.start < end:
            shared = Interval(max(start, window.start), min(end, window.end))
            found += _answered(stand_in.schedule, shared, has_duty_phone=stand_in.has_duty_phone)
    return found


def _answered(schedule: Schedule, window: Interval, *, has_duty_phone: bool) -> list[Interval]:
    if has_duty_phone:
        return [window]
    first = window.start.astimezone(schedule.zone).date() - dt.timedelta(days=1)
    last = window.end.astimezone(schedule.zone).date()
    found = intervals(schedule, first, last)
    clipped = (Interval(max(one.start, window.start), min(one.end, window.end)) for one in found)
    return [one for one in clipped if one.start < one.end]


def _between(covered: list[Interval], window: Interval) -> list[Interval]:
    """Return what of a window is left."""
    starts = [window.start, *(one.end for one in covered)]
    ends = [*(one.start for one in covered), window.end]
    return [Interval(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
