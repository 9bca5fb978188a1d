"""Countries of the network in what people type: codes, and names in any of the languages, also inflected."""

from collections.abc import Iterable
from functools import cache

from babel import Locale
from rapidfuzz import fuzz

from knowledge import Country
from knowledge.folding import skeleton, tokenise

LEAST_SIMILARITY = 75.0
"""Of a word to a country's name (rapidfuzz, 0-100): `Moldavijom` and `Moldavija` are 82 alike."""
MAX_TYPED = 200
"""Characters that are looked at; two countries take fewer."""
SHORTEST = 4
"""Letters of a word that may be a name; shorter words are codes or nothing."""


def find_countries(text: str, locales: Iterable[str]) -> list[Country]:
    """Return the countries that a text names, each once, in its order.

    Args:
        text: what was typed, such as `RS MD` or `Србија и Молдавија`.
        locales: whose names of countries are known.
    """
    names = _names(tuple(locales))
    found = (_country(token, names) for token in tokenise(text[:MAX_TYPED]))
    return list(dict.fromkeys(country for country in found if country is not None))


def _country(token: str, names: tuple[tuple[str, Country], ...]) -> Country | None:
    """Return the country of one word."""
    if token.upper() in Country.__members__:
        return Country(token.upper())
    typed = skeleton(token)
    if len(typed) < SHORTEST:
        return None
    score, country = max((fuzz.ratio(typed, name), country) for name, country in names)
    return country if score >= LEAST_SIMILARITY else None


@cache
def _names(locales: tuple[str, ...]) -> tuple[tuple[str, Country], ...]:
    """Return the longest word of each country's name in each language."""
    return tuple(
        (max(map(skeleton, tokenise(str(Locale.parse(locale).territories[country]))), key=len), country)
        for locale in locales
        for country in Country
    )
