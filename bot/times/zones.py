"""Zones by their IANA names, from the package `tzdata`; the zones of the network's countries."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from zoneinfo import ZoneInfo

from knowledge import Country

ZONES: Mapping[Country, str] = MappingProxyType(
    {
        Country.HU: "Europe/Budapest",
        Country.RO: "Europe/Bucharest",
        Country.MD: "Europe/Chisinau",
        Country.GE: "Asia/Tbilisi",
        Country.MK: "Europe/Skopje",
        Country.RS: "Europe/Belgrade",
        Country.UA: "Europe/Kyiv",
    }
)
"""Each of the seven countries keeps one time (tzdata, `zone.tab`)."""
RENAMED = MappingProxyType(
    {
        "Europe/Kiev": "Europe/Kyiv",
        "Europe/Uzhgorod": "Europe/Kyiv",
        "Europe/Zaporozhye": "Europe/Kyiv",
        "Europe/Tiraspol": "Europe/Chisinau",
    }
)
"""Names of zones of ours that tzdata keeps for old files only (its file `backward`)."""
PACKAGE = "tzdata.zoneinfo"


class UnknownZoneError(ValueError):
    """No zone has this name.

    Attributes:
        name: what was asked for.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown time zone {name!r}; expected an IANA name such as Europe/Budapest")
        self.name = name


def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name exactly as tzdata spells it; `key` of an outdated name of ours is the new one.

    Two calls return the same object, so wall times of one zone can be compared and subtracted.

    Raises:
        UnknownZoneError: tzdata has no such zone.
    """
    if _names().get(name.casefold()) != name:
        raise UnknownZoneError(name)
    return _load(RENAMED.get(name, name))


def find_zone(typed: str) -> ZoneInfo:
    """Return the zone that somebody typed, in any case and with spaces for underscores.

    Raises:
        UnknownZoneError: tzdata has no such zone.
    """
    name = _names().get("_".join(typed.split()).casefold())
    if name is None:
        raise UnknownZoneError(typed)
    return zone(name)


def zone_of(country: Country) -> ZoneInfo:
    """Return the zone of a country of the network."""
    return zone(ZONES[country])


@cache
def _names() -> Mapping[str, str]:
    """Return every name of tzdata by its case-folded form."""
    listed = files("tzdata").joinpath("zones").read_text(encoding="ascii").split()
    return MappingProxyType({name.casefold(): name for name in listed})


@cache
def _load(name: str) -> ZoneInfo:
    *folders, file = name.split("/")
    with files(PACKAGE).joinpath(*folders, file).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)
