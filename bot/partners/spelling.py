"""Words that are misspelt, or written together with another (pure).

A short word is never taken for another, and a correction keeps the first letter unless the first two were swapped.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from bot.partners.lexicon import Lexicon, Match, Pattern, Word
from bot.partners.meanings import GLUED, NAMING, Kind

SHORTEST_TYPED = 5
SHORTEST_FUNCTION = 5
SHORTEST_KNOWN = 6
"""Letters that a known word must have to be found misspelt; names of functions are like few other words."""
LONG = 8
"""Letters from which two wrong ones are allowed, not one."""
SHORTEST_PART = 3
TELLING_PART = 6
"""Letters of a name beside which a word of contact may be glued."""


class Speller:
    """Finds what a word stands for that the lexicon does not have as it was typed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_letter: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in lexicon.words():
            shortest = SHORTEST_FUNCTION if pattern.meaning.kind is Kind.FUNCTION else SHORTEST_KNOWN
            if len(_key(pattern)) >= shortest:
                self._by_letter[_key(pattern)[0]].append(pattern)

    def correct(self, key: str) -> Match | None:
        """Return what the known word means that is nearest, the longest of several; None when none is near.

        Words of all kinds are compared: a misspelt `ukraden` (stolen) is not Ukraine.
        """
        if len(key) < SHORTEST_TYPED or not key.isalpha():
            return None
        ranked = sorted(self._near(key), key=lambda found: found[:2])
        if not ranked:
            return None
        nearest = [found for found in ranked if found[:2] == ranked[0][:2]]
        meanings = frozenset(pattern.meaning for *_, pattern in nearest)
        return Match(1, meanings, len(key), 1 - nearest[0][0] / len(key))

    def parts(self, key: str) -> list[Match]:
        """Return what the two halves of a compound mean; [] when it is none.

        Each half names something, or one does at length and the other is a word of contact.
        """
        for place in range(SHORTEST_PART, len(key) - SHORTEST_PART + 1):
            first, second = self._lexicon.at([key[:place]]), self._lexicon.at([key[place:]])
            if first and second and first.letters >= place - 1 and _is_compound(first, second):
                return [first, second]
        return []

    def _near(self, key: str) -> Iterator[tuple[int, int, Pattern]]:
        """Yield known words with the number of wrong letters and, to prefer the longest, their length below zero."""
        for pattern in _unique(self._by_letter.get(key[0], ()), self._by_letter.get(key[1], ())):
            wrong = _wrong_letters(key, pattern.words[0])
            if wrong is not None:
                yield wrong, -len(_key(pattern)), pattern


def _is_compound(first: Match, second: Match) -> bool:
    kinds = [{meaning.kind for meaning in match.meanings} for match in (first, second)]
    if not all(found <= GLUED for found in kinds) or kinds[0] & kinds[1]:
        return False
    if all(found <= NAMING for found in kinds):
        return second.letters > SHORTEST_PART or first.letters > SHORTEST_PART
    named = first if kinds[0] <= NAMING else second
    return named.letters >= TELLING_PART


def _wrong_letters(key: str, word: Word) -> int | None:
    """Return how many letters differ, a swap being one; None when too many do."""
    limit = 2 if len(word.key) >= LONG and len(key) >= LONG else 1
    lengths = range(-1, 2) if word.is_stem else range(1)
    typed = {key[: len(word.key) + more] for more in lengths} if word.is_stem else {key}
    if word.key[0] != key[0] and word.key[:2] != key[1::-1]:
        return None
    wrong = min(OSA.distance(word.key, part, score_cutoff=limit) for part in typed)
    return wrong if wrong <= limit else None


def _unique(*lists: Iterable[Pattern]) -> Iterator[Pattern]:
    yield from dict.fromkeys(pattern for patterns in lists for pattern in patterns)


def _key(pattern: Pattern) -> str:
    return pattern.words[0].key
