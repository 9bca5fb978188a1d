"""A text as the sequence of what its words mean."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase

from bot.partners.lexicon import Match
from bot.partners.meanings import Kind, Meaning
from bot.partners.spelling import SHORTEST_PART
from bot.partners.vocabulary import lexicon, speller
from knowledge.folding import skeleton, tokenise

MAX_WORDS = 40
"""Words that are read; a question for a contact is shorter, and this bounds the time."""
MAX_CORRECTED = 6
"""Unknown words for which a known one is sought; that is what takes time."""
LONG_NUMBER = 6
"""Digits of a number that is somebody's, not an hour or a day."""
FLAG = re.compile("[\N{REGIONAL INDICATOR SYMBOL LETTER A}-\N{REGIONAL INDICATOR SYMBOL LETTER Z}]{2}")
FLAG_LETTERS = {
    ord("\N{REGIONAL INDICATOR SYMBOL LETTER A}") + place: letter for place, letter in enumerate(ascii_lowercase)
}
SIGNS = str.maketrans(dict.fromkeys("☎📞📱☏📲", " tel ") | dict.fromkeys("📧✉📩", " email "))


@dataclass(frozen=True)
class Reading:
    """What the words of a text mean, in their order.

    Attributes:
        matches: an unknown word is one without meanings.
        keys: skeletons of the words at which the matches begin.
    """

    matches: tuple[Match, ...]
    keys: tuple[str, ...]

    @cached_property
    def kinds(self) -> tuple[frozenset[Kind], ...]:
        """The kinds of each match; empty for an unknown word."""
        return tuple(frozenset(meaning.kind for meaning in match.meanings) for match in self.matches)

    def count(self, *kinds: Kind) -> int:
        """Return how many words or phrases are of one of the kinds."""
        return sum(bool(found & set(kinds)) for found in self.kinds)

    @property
    def unknown(self) -> int:
        """How many words are not known, or known to be of no use here."""
        return sum(found <= {Kind.NOISE} for found in self.kinds)


def read(text: str) -> Reading:
    """Read at most `MAX_WORDS` words of a text."""
    keys = tuple(filter(None, map(skeleton, itertools.islice(tokenise(_signs(text)), MAX_WORDS))))
    found = list(_matches(keys))
    return Reading(tuple(match for match, _ in found), tuple(key for _, key in found))


def _matches(keys: Sequence[str]) -> Iterator[tuple[Match, str]]:
    place = unknown = 0
    while place < len(keys):
        found = _match(keys, place, corrects=unknown < MAX_CORRECTED)
        unknown += not found[0].meanings
        yield from ((match, keys[place]) for match in found)
        place += found[0].length


def _match(keys: Sequence[str], place: int, *, corrects: bool) -> list[Match]:
    """Return what begins at a word: a phrase, the word, its parts, or, if wanted, what it was meant to be."""
    key = keys[place]
    known = lexicon().at(keys, place)
    if known is None and key.isdigit():
        return [Match(1, frozenset({Meaning(Kind.FILLER if len(key) < LONG_NUMBER else Kind.NOISE)}))]
    if known is None or (known.length == 1 and len(key) - known.letters >= SHORTEST_PART):
        parts = speller().parts(key)
        if parts:
            return parts
    return [known or (speller().correct(key) if corrects else None) or Match(1, frozenset())]


def _signs(text: str) -> str:
    """Return a text with flags as codes of countries, and signs of telephones and letters as words."""
    return FLAG.sub(lambda flag: f" {flag[0].translate(FLAG_LETTERS)} ", text).translate(SIGNS)
