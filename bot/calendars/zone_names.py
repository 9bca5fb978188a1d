"""The names that producers give to zones -> IANA zones."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from babel.core import get_global

from bot.calendars.components import Component
from bot.times.zones import ZONES, UnknownZoneError, find_zone, zone

UTC_NAMES = frozenset({"UTC", "GMT", "Z", "ETC/UTC"})
CITIES = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*(?P<cities>.+)$")
"""As Outlook shows zones: `(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague`."""
CONTINENTS = ("Europe", "Asia", "Africa", "America", "Atlantic", "Australia", "Pacific")
OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d)(?P<minutes>\d\d)(?:\d\d)?")
LONGEST_NAME = 120


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of a TZID, None when the name says none.

    Known are IANA names, also behind a vendor's prefix (`/mozilla.org/20070129_1/Europe/Budapest`), the names of
    Windows (CLDR's mapping) and the lists of cities that Outlook shows.
    """
    bare = name.strip().strip('"')[:LONGEST_NAME]
    if bare.upper() in UTC_NAMES:
        return zone("Etc/UTC")
    windows = get_global("windows_zone_mapping").get(bare)
    for candidate in (*([windows] if windows else []), *_tails(bare), *_in_cities(bare)):
        try:
            return find_zone(candidate)
        except UnknownZoneError:
            continue
    return None


def zone_defined(component: Component, at: dt.datetime, preferred: ZoneInfo) -> ZoneInfo | None:
    """Return a zone that keeps the time of a VTIMEZONE, None when we know no such zone.

    Args:
        component: the VTIMEZONE.
        at: naive; the year counts.
        preferred: taken before the zones of the network when it fits.
    """
    located = zone_named(component.value("X-LIC-LOCATION")) if component.value("X-LIC-LOCATION") else None
    if located:
        return located
    offsets = {
        offset for each in component.properties.get("TZOFFSETTO", ()) if (offset := _offset(each.value)) is not None
    }
    candidates = (preferred, *map(zone, ZONES.values()), zone("Etc/UTC"))
    return next((each for each in candidates if offsets and _kept(each, at.year) == offsets), None)


def _tails(name: str) -> Iterator[str]:
    """Yield the name, and what is left of it behind each slash as long as that has a slash itself."""
    parts = name.split("/")
    yield from ("/".join(parts[place:]) for place in range(len(parts) - 1))
    yield parts[-1] if len(parts) == 1 else name


def _in_cities(name: str) -> Iterable[str]:
    listed = CITIES.match(name)
    cities = listed["cities"].split(",") if listed else []
    return (f"{continent}/{city.strip()}" for city in cities for continent in CONTINENTS)


def _offset(written: str) -> dt.timedelta | None:
    form = OFFSET.fullmatch(written.strip())
    if form is None:
        return None
    ahead = dt.timedelta(hours=int(form["hours"]), minutes=int(form["minutes"]))
    return ahead if form["sign"] == "+" else -ahead


def _kept(place: ZoneInfo, year: int) -> set[dt.timedelta | None]:
    """Return the offsets of a zone in a year."""
    return {dt.datetime(year, month, 15, tzinfo=place).utcoffset() for month in range(1, 13)}
