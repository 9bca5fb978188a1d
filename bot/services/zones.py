"""In which time zone a person reads times: the one they chose, else that of their country, else UTC."""

from zoneinfo import ZoneInfo

from bot.times.zones import UnknownZoneError, zone
from bot.times.zones import zone_of as zone_of_country
from knowledge import Country

UTC = zone("UTC")


def zone_of(chosen: str | None, country: str | None) -> ZoneInfo:
    """Return the zone of a person; one that the zone database does not know (any more) counts as none."""
    if chosen is not None:
        try:
            return zone(chosen)
        except UnknownZoneError:
            pass
    return zone_of_country(Country(country)) if country and country in Country.__members__ else UTC
