"""In which time zone a person reads times: the one they chose, else that of their country, else UTC."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knowledge import Country

ZONES: Mapping[str, str] = {
    Country.HU: "Europe/Budapest",
    Country.RO: "Europe/Bucharest",
    Country.MD: "Europe/Chisinau",
    Country.GE: "Asia/Tbilisi",
    Country.MK: "Europe/Skopje",
    Country.RS: "Europe/Belgrade",
    Country.UA: "Europe/Kyiv",
}
"""Each country has one zone in force (IANA time zone database, zone1970.tab)."""
UTC = ZoneInfo("UTC")


def zone_of(chosen: str | None, country: str | None) -> ZoneInfo:
    """Return the zone of a person; one that the zone database does not know (any more) counts as none."""
    try:
        return ZoneInfo(chosen or ZONES.get(country or "", "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
