"""Zones by the names of their cities, in all our languages, as CLDR and tzdata have them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from babel import Locale

from bot.times.zones import UnknownZoneError, find_zone, zone
from knowledge.folding import skeleton, tokenise

LOCALES = ("en", "hu", "ka", "mk", "ro", "sr", "uk")
"""Whose names of cities are known; the other scripts follow by the folding."""


def zone_of_city(typed: str) -> ZoneInfo | None:
    """Return the zone of a city, or of an IANA name; None where no zone is called so, or several are.

    Args:
        typed: `Tbilisi`, `тбілісі`, `Asia/Tbilisi`.
    """
    try:
        return find_zone(typed)
    except UnknownZoneError:
        found = _cities().get(_key(typed), frozenset())
    return zone(next(iter(found))) if len(found) == 1 else None


@cache
def _cities() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for city, name in _named():
        try:
            found[_key(city)].add(zone(name).key)
        except UnknownZoneError:
            continue
    return MappingProxyType({city: frozenset(names) for city, names in found.items() if city})


def _named() -> Iterator[tuple[str, str]]:
    """Yield cities with the names of their zones."""
    for language in LOCALES:
        for name, labels in Locale.parse(language).time_zones.items():
            if "city" in labels and not name.startswith("Etc/"):
                yield str(labels["city"]), str(name)
            if "/" in name and not name.startswith("Etc/"):
                yield str(name).rpartition("/")[2].replace("_", " "), str(name)


def _key(city: str) -> str:
    return skeleton("".join(tokenise(city)))
