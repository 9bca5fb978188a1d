"""What two independent parsers read in a calendar file."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import icalendar
import vobject


@dataclass(frozen=True)
class Read:
    """What a parser says of an event: instants in UTC."""

    uid: str
    start: dt.datetime
    end: dt.datetime
    title: str
    description: str
    location: str


def by_icalendar(file: bytes) -> list[Read]:
    """Return the events as icalendar reads them, with the zone database."""
    return [
        Read(
            str(event["UID"]),
            event.decoded("DTSTART").astimezone(dt.UTC),
            event.decoded("DTEND").astimezone(dt.UTC),
            str(event["SUMMARY"]),
            str(event.get("DESCRIPTION", "")),
            str(event.get("LOCATION", "")),
        )
        for event in icalendar.Calendar.from_ical(file).events
    ]


def by_vobject(file: bytes) -> list[Read]:
    """Return the events as vobject reads them, with the file's own VTIMEZONE."""
    calendar = forgetful_vobject(file)
    return [
        Read(
            event.uid.value,
            event.dtstart.value.astimezone(dt.UTC),
            event.dtend.value.astimezone(dt.UTC),
            event.summary.value,
            _text(event, "description"),
            _text(event, "location"),
        )
        for event in calendar.vevent_list
    ]


def forgetful_vobject(file: bytes) -> Any:  # noqa: ANN401 - vobject has no types
    """Return a file as vobject reads it; else it would take a zone it has met before from the earlier file."""
    vars(vobject.icalendar)["__tzidMap"].clear()
    vobject.icalendar.registerTzid("UTC", dt.UTC)
    return vobject.readOne(file.decode())


def _text(event: Any, name: str) -> str:  # noqa: ANN401 - vobject has no types
    return str(event.getChildValue(name, ""))
