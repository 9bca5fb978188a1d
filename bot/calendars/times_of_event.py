"""The times of an imported event, on the clocks of one zone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.calendars.components import Component, Property
from bot.calendars.problems import CalendarFileError, Problem
from bot.calendars.values import Time, time_value
from bot.calendars.zone_names import zone_defined, zone_named
from bot.times.wall import instant, wall


@dataclass(frozen=True)
class Clocks:
    """The zones of a file.

    Attributes:
        defined: its VTIMEZONE components by TZID.
        default: for times without zone and for instants in UTC.
    """

    defined: Mapping[str, Component]
    default: ZoneInfo

    def zone_of(self, found: Property) -> tuple[ZoneInfo, bool]:
        """Return the zone of a time, and whether the file names it; else it is the default, or one that keeps its time.

        Raises:
            CalendarFileError: the property names a zone that is neither known nor defined in the file.
        """
        name = found.parameters.get("TZID", "").strip().strip('"')
        time = time_value(found)
        if not name or not isinstance(time, dt.datetime) or time.tzinfo:
            return self.default, False
        named = zone_named(name)
        if named:
            return named, True
        alike = zone_defined(self.defined[name], time, self.default) if name in self.defined else None
        if alike is None:
            raise CalendarFileError(Problem.UNKNOWN_ZONE, found.line, name)
        return alike, False


def on_clock(time: Time, written_in: ZoneInfo, shown_in: ZoneInfo) -> dt.datetime:
    """Return a time of a file as naive wall time of a zone; a day as its midnight.

    Args:
        time: a day, a naive time, or an instant in UTC.
        written_in: the zone of a naive time.
        shown_in: the zone of the event.
    """
    if not isinstance(time, dt.datetime):
        return dt.datetime.combine(time, dt.time())
    if time.tzinfo is None and written_in is shown_in:
        return time
    return wall(time if time.tzinfo else instant(time, written_in), shown_in)
