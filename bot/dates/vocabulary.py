"""Words of typed dates -> symbols, in all our languages.

Words are compared by `knowledge.folding.skeleton`, so any script and spelling finds them. A word of the officer's own
language means what it means there; only words that this language does not have are looked for in the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product

import yaml
from babel import Locale

from bot.dates.symbols import HalfOfDay, Kind, Symbol, Unit
from knowledge.folding import skeleton

Words = Mapping[str, frozenset[Symbol]]
LOCALES = {"en": "en", "hu": "hu", "ka": "ka", "mk": "mk", "ro": "ro", "sr": "sr", "sr_Latn": "sr", "uk": "uk"}
"""The languages of `words.yaml` by locale: Serbian is one language in two scripts."""
PLAIN = {
    "today": Symbol(Kind.FROM_TODAY, (0,)),
    "tomorrow": Symbol(Kind.FROM_TODAY, (1,)),
    "after_tomorrow": Symbol(Kind.FROM_TODAY, (2,)),
    "next": Symbol(Kind.NEXT),
    "this": Symbol(Kind.THIS),
    "in": Symbol(Kind.IN),
    "after": Symbol(Kind.AFTER),
    "from": Symbol(Kind.FROM),
    "until": Symbol(Kind.UNTIL),
    "at": Symbol(Kind.AT),
    "filler": Symbol(Kind.FILLER),
    "hour_mark": Symbol(Kind.HOUR_MARK),
    "am": Symbol(Kind.HALF, (HalfOfDay.AM,)),
    "pm": Symbol(Kind.HALF, (HalfOfDay.PM,)),
    "night": Symbol(Kind.HALF, (HalfOfDay.NIGHT,)),
    "noon": Symbol(Kind.NOON),
    "midnight": Symbol(Kind.MIDNIGHT),
    "half_to": Symbol(Kind.HALF_TO),
    **{unit.name.lower(): Symbol(Kind.UNIT, (unit,)) for unit in Unit},
    **{f"{unit.name.lower()}_in": Symbol(Kind.UNIT_IN, (unit,)) for unit in Unit},
}
"""Lists of words in which each word means the same, by their keys in the file."""
GEORGIAN_ENDINGS = ("", "ი", "ს", "ის", "ში")
LONGEST_PHRASE = 4
"""Words of the longest phrase in the file."""


def meanings(word: str, locale: str) -> frozenset[Symbol]:
    """Return all that a word or phrase may mean, empty for an unknown one.

    Args:
        word: as typed; a phrase without spaces.
        locale: whose meaning counts first; an unknown locale has none of its own.
    """
    folded = skeleton(word)
    own = _vocabulary().get(LOCALES.get(locale, ""), {}).get(folded)
    if own:
        return own
    return frozenset().union(*(words.get(folded, frozenset()) for words in _vocabulary().values()))


@cache
def _vocabulary() -> Mapping[str, Words]:
    text = files("bot.dates").joinpath("words.yaml").read_text(encoding="utf-8")
    return {language: _words(language, lists) for language, lists in yaml.safe_load(text).items()}


def _words(language: str, lists: Mapping[str, str | list[str]]) -> Words:
    """Return one language's words by their skeletons."""
    found: defaultdict[str, set[Symbol]] = defaultdict(set)
    for written, symbol in _listed(language, lists):
        found[skeleton(written.replace("_", ""))].add(symbol)
    return {word: frozenset(_settled(symbols)) for word, symbols in found.items()}


def _listed(language: str, lists: Mapping[str, str | list[str]]) -> Iterator[tuple[str, Symbol]]:
    for key, symbol in PLAIN.items():
        yield from ((word, symbol) for word in str(lists.get(key, "")).split())
    for key, kind, first in (("months", Kind.MONTH, 1), ("weekdays", Kind.WEEKDAY, 0), ("numbers", Kind.NUMBER, 1)):
        for number, words in enumerate(lists[key], start=first):
            numbers = (number, 0) if kind == Kind.NUMBER else (number,)
            yield from ((word, Symbol(kind, numbers)) for word in words.split())
    calendar = Locale.parse(language)
    yield from _named(calendar.months, Kind.MONTH, language)
    yield from _named(calendar.days, Kind.WEEKDAY, language)


def _named(
    names: Mapping[str, Mapping[str, Mapping[int, str]]], kind: Kind, language: str
) -> Iterator[tuple[str, Symbol]]:
    """Yield CLDR's names of months or weekdays; its one-letter abbreviations are left out."""
    for context, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
        written = ((name.rstrip("."), Symbol(kind, (number,))) for number, name in names[context][width].items())
        for name, symbol in written:
            yield from ((form, symbol) for form in _declined(name, language) if len(name) > 1)


def _declined(name: str, language: str) -> Iterable[str]:
    if language != "ka":
        return (name,)
    return (name, *(name.removesuffix("ი") + ending for ending in GEORGIAN_ENDINGS))


def _settled(symbols: set[Symbol]) -> Iterator[Symbol]:
    """Mark a Sunday whose word also means week, an "until" that also means "at", and a week that can be "next week"."""
    week = Symbol(Kind.UNIT, (Unit.WEEK,)) in symbols
    marked = {Symbol(Kind.WEEKDAY, (6,)): Symbol(Kind.SUNDAY_OR_WEEK, (6,))} if week else {}
    if Symbol(Kind.AT) in symbols:
        marked[Symbol(Kind.UNTIL)] = Symbol(Kind.UNTIL_AFTER_FROM)
    yield from (marked.get(symbol, symbol) for symbol in symbols)
    if week:
        yield Symbol(Kind.WEEK)
