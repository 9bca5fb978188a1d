"""How long before something: whole days by the calendar, hours and minutes by the clock's hands."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.times.wall import instant


@dataclass(frozen=True)
class Lead:
    """A time before a start.

    Attributes:
        days: counted in wall time: one day before a start at 09:00 is 09:00, also when the clocks change that night.
        elapsed: time that really passes, after the days: two hours are 120 minutes on any day.
    """

    days: int = 0
    elapsed: dt.timedelta = dt.timedelta()

    def __post_init__(self) -> None:
        if self.days < 0 or self.elapsed < dt.timedelta():
            raise ValueError(f"a lead is not negative: {self}")


def reminder_at(start: dt.datetime, zone: ZoneInfo, lead: Lead) -> dt.datetime:
    """Return the instant (UTC) so long before a start.

    Args:
        start: naive wall time.
        zone: of the venue; days are counted there.
        lead: how long before.

    Raises:
        OverflowError: it would be before the year 1.
    """
    return instant(start - dt.timedelta(days=lead.days), zone) - lead.elapsed
