"""One instant as two people see it: at the venue, and where the receiver is."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class BothTimes:
    """An instant on two clocks; views write them out.

    Attributes:
        venue: aware, in the venue's zone.
        receiver: aware, in the receiver's zone.
    """

    venue: dt.datetime
    receiver: dt.datetime

    @property
    def same_clock(self) -> bool:
        """Whether both clocks show the same, so that one time says it all."""
        return self.venue.replace(tzinfo=None) == self.receiver.replace(tzinfo=None)

    @property
    def same_day(self) -> bool:
        """Whether it is the same day at both ends."""
        return self.venue.date() == self.receiver.date()

    @property
    def ahead(self) -> dt.timedelta:
        """How far the receiver's clock is ahead of the venue's; negative when behind."""
        return self.receiver.replace(tzinfo=None) - self.venue.replace(tzinfo=None)


def both_times(moment: dt.datetime, venue: ZoneInfo, receiver: ZoneInfo) -> BothTimes:
    """Return an instant on both clocks.

    Raises:
        ValueError: the instant has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"an instant needs a zone: {moment.isoformat()}")
    return BothTimes(moment.astimezone(venue), moment.astimezone(receiver))
