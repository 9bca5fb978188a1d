"""An event as a calendar file holds it, free of the library that writes it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.calendars.rules import Rule
from bot.times.lead import Lead
from bot.times.wall import instant
from bot.times.zones import zone


class Status(StrEnum):
    """Whether an event takes place (RFC 5545 3.8.1.11)."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


class Method(StrEnum):
    """What a file asks its receiver to do (RFC 5546)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True)
class Organizer:
    """The unit that invites, never a person.

    Attributes:
        name: as people know the unit.
        address: its e-mail address.
    """

    name: str
    address: str


@dataclass(frozen=True)
class Alarm:
    """A reminder that the calendar gives by itself.

    Attributes:
        lead: how long before the start.
        text: what it shows.
    """

    lead: Lead
    text: str


@dataclass(frozen=True)
class CalendarEvent:
    """One event, or a series of events.

    Attributes:
        uid: the same for ever, see `event_uid`.
        sequence: 0, and one more with each change of time, place or status; a lower one is ignored by calendars.
        stamp: instant of this version (aware).
        title: one line.
        start: naive wall time.
        end: naive wall time, after the start; of a whole day, midnight after the last day.
        zone: IANA name of the venue's zone.
        whole_days: the times of day do not count.
        description: may have several lines.
        location: name and address of the venue.
        position: latitude and longitude of the venue in degrees.
        url: http or https.
        status: whether it takes place.
        rule: how it comes again.
        excluded: naive wall times of the series that do not take place.
        instance: naive wall time, as first planned, of the one event of a series that this is about.
        organizer: a unit.
        alarms: none for an event that is cancelled.
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    title: str
    start: dt.datetime
    end: dt.datetime
    zone: str
    whole_days: bool = False
    description: str = ""
    location: str = ""
    position: tuple[float, float] | None = None
    url: str = ""
    status: Status = Status.CONFIRMED
    rule: Rule | None = None
    excluded: tuple[dt.datetime, ...] = ()
    instance: dt.datetime | None = None
    organizer: Organizer | None = None
    alarms: tuple[Alarm, ...] = ()

    @property
    def starts_at(self) -> dt.datetime:
        """The instant of the start (UTC)."""
        return instant(self.start, zone(self.zone))

    @property
    def ends_at(self) -> dt.datetime:
        """The instant of the end (UTC)."""
        return instant(self.end, zone(self.zone))


def event_uid(number: int, installation: str) -> str:
    """Return the UID of an event: the same each time.

    Args:
        number: of the event in the database; never used again for another.
        installation: a name that no other installation has, as a domain.
    """
    return f"event-{number}@{installation}"
