"""Local wall times, zones and instants (pure).

A meeting is at a wall time in the zone of its venue: that is what is stored and what stays when clocks change; the
instant follows from it. Zone data are those of the package `tzdata`, whatever the machine has.
"""

from bot.times.both import BothTimes, both_times
from bot.times.lead import Lead, reminder_at
from bot.times.months import add_months
from bot.times.wall import WallKind, WallTime, instant, read_wall, wall
from bot.times.zones import ZONES, UnknownZoneError, find_zone, zone, zone_of

__all__ = [
    "ZONES",
    "BothTimes",
    "Lead",
    "UnknownZoneError",
    "WallKind",
    "WallTime",
    "add_months",
    "both_times",
    "find_zone",
    "instant",
    "read_wall",
    "reminder_at",
    "wall",
    "zone",
    "zone_of",
]
