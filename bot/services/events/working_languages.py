"""Languages as people type them: codes, or names in any of our languages."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from knowledge.folding import skeleton, tokenise

CODE = re.compile(r"[a-z]{2,3}")
SEPARATORS = re.compile(r"[,;/+&\s]+")
LOCALES = ("en", "hu", "ka", "mk", "ro", "sr", "uk")
"""Whose names are known (CLDR), an earlier one before a later one; the Latin names of Serbian follow by the folding."""
AND = frozenset(map(skeleton, ("and", "és", "și", "та", "и", "і", "й", "და")))


def codes_of(typed: str) -> list[str]:
    """Return the codes (ISO 639) of languages, in order; a word that is neither code nor name as it was typed."""
    words = [word for word in SEPARATORS.split(typed.lower()) if word and skeleton(word) not in AND]
    return [_code(word) for word in words]


def _code(word: str) -> str:
    if CODE.fullmatch(word):
        return word
    return _names().get(_key(word), word)


@cache
def _names() -> Mapping[str, str]:
    """Return the codes of two letters by the skeletons of the languages' names."""
    found: dict[str, str] = {}
    for locale in LOCALES:
        for code, name in Locale.parse(locale).languages.items():
            if len(code) == len("en"):
                found.setdefault(_key(str(name)), str(code))
    return found


def _key(name: str) -> str:
    return skeleton("".join(tokenise(name)))
