"""The time zone of a place that was typed: a city, a country, or an address with one of them."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from babel.core import get_global

from bot.partners.meanings import Kind, Meaning
from bot.partners.vocabulary import lexicon
from bot.services.zones import zone_of
from bot.times import zone
from bot.times.cities import zone_of_city
from knowledge.folding import skeleton, tokenise

PARTS = re.compile(r"[,;/()\n]")
LONGEST = 200
"""Characters that are looked at."""


def zone_of_place(typed: str) -> ZoneInfo | None:
    """Return the zone of a place; None where none is known, or several are meant.

    Args:
        typed: `Tbilisi`, `Asia/Tbilisi`, `Грузія`, `House of the Example, Tbilisi`.
    """
    text = typed.strip()[:LONGEST]
    whole = zone_of_city(text)
    if whole is not None:
        return whole
    found = {each.key: each for part in PARTS.split(text) for each in _zones(part.strip())}
    return next(iter(found.values())) if len(found) == 1 else None


def _zones(part: str) -> Iterator[ZoneInfo]:
    """Yield the zones that a part of an address names."""
    city = zone_of_city(part) if part else None
    if city is not None:
        yield city
        return
    keys = [skeleton(token) for token in tokenise(part)]
    matches = (lexicon().at(keys, place) for place in range(len(keys)))
    for match in matches:
        yield from (found for meaning in (match.meanings if match else ()) if (found := _of(meaning)))


def _of(meaning: Meaning) -> ZoneInfo | None:
    """Return the zone of a country; None for what is none, or keeps several times."""
    if meaning.kind is Kind.PLACE:
        return zone_of(None, meaning.country)
    names = get_global("territory_zones").get(meaning.elsewhere or "", ())
    return zone(names[0]) if len(names) == 1 else None
