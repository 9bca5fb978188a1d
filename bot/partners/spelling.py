"""Words that are misspelt, or written together with another (pure).

A short word is never taken for another, and a correction keeps the first letter unless the first two were swapped.
"""

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from bot.partners.functions import PartnerFunction, Role
from bot.partners.lexicon import Lexicon, Match, Word
from bot.partners.meanings import CORRECTED, GLUED, NAMING, Meaning

SHORTEST = 5
"""Letters of a word that may be misspelt, and of the word that was meant."""
SHORT = 6
"""Known words below this, but for the roles, are recognised with two letters swapped and in no other misspelling."""
LONG = 8
"""Letters from which two wrong ones are allowed, not one."""
LONGEST_ENDING = 4
"""Letters that may follow a misspelt stem."""
VOWELS = frozenset("aeiou")
ROLES = frozenset(function for function in PartnerFunction if function.role is not Role.ANY)
SHORTEST_PART = 3
TELLING_PART = 6
"""Letters of a name beside which a word of contact may be glued."""

Meanings = dict[Word, set[Meaning]]


class Speller:
    """Finds what a word stands for that the lexicon does not have as it was typed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_beginning: dict[str, Meanings] = defaultdict(lambda: defaultdict(set))
        for pattern in lexicon.words():
            word = pattern.words[0]
            if len(word.key) >= SHORTEST:
                for beginning in (word.key[0], word.key[:2]):
                    self._by_beginning[beginning][word].add(pattern.meaning)

    def correct(self, key: str) -> Match | None:
        """Return what the known word means that is nearest, the longest of several; None when none is near.

        Words of all kinds are compared: a misspelt `ukraden` (stolen) is not Ukraine.
        """
        if len(key) < SHORTEST or not key.isalpha():
            return None
        near = list(self._near(key))
        if not near:
            return None
        best = min(rank for rank, _ in near)
        meanings = frozenset[Meaning]().union(*(meanings for rank, meanings in near if rank == best))
        if not {meaning.kind for meaning in meanings} & CORRECTED:
            return None
        return Match(1, meanings, len(key), 1 - best[0] / len(key))

    def parts(self, key: str) -> list[Match]:
        """Return what the two halves of a compound mean; [] when it is none.

        Each half names something, or one does at length and the other is a word of contact.
        """
        for place in range(SHORTEST_PART, len(key) - SHORTEST_PART + 1):
            first, second = self._lexicon.at([key[:place]]), self._lexicon.at([key[place:]])
            if first and second and first.letters >= place - 1 and _is_compound(first, second):
                return [first, second]
        return []

    def _near(self, key: str) -> Iterator[tuple[tuple[int, int], set[Meaning]]]:
        """Yield meanings with the number of wrong letters and, to prefer the longest, the word's length below zero."""
        for beginning in (key[0], key[1::-1]):
            for word, meanings in self._by_beginning.get(beginning, {}).items():
                wrong = _wrong_letters(key, word)
                if wrong is not None and (len(word.key) >= SHORT or _may_be_short(key, word, meanings)):
                    yield (wrong, -len(word.key)), meanings


def _is_compound(first: Match, second: Match) -> bool:
    kinds = [{meaning.kind for meaning in match.meanings} for match in (first, second)]
    if not all(found <= GLUED for found in kinds) or kinds[0] & kinds[1]:
        return False
    if all(found <= NAMING for found in kinds):
        return max(first.letters, second.letters) > SHORTEST_PART
    named = first if kinds[0] <= NAMING else second
    return named.letters >= TELLING_PART


def _wrong_letters(key: str, word: Word) -> int | None:
    """Return how many letters differ, a swap being one; None when too many do, or it is likelier another word."""
    more = len(key) - len(word.key)
    limit = 2 if min(len(word.key), len(key)) >= LONG else 1
    if not -limit <= more <= (LONGEST_ENDING if word.is_stem else limit):
        return None
    lengths = range(min(more, -1), min(more, 1) + 1) if word.is_stem else (more,)
    typed = [key[: len(word.key) + length] for length in lengths]
    wrong = [OSA.distance(word.key, part, score_cutoff=limit) for part in typed if _is_slip(part, word.key)]
    return min((count for count in wrong if count <= limit), default=None)


def _is_slip(typed: str, known: str) -> bool:
    """Tell whether a difference is one that fingers make: the end is there, and no consonant stands for another.

    `szabad` and `postav-` are other words than Szabadka and Poltava. Long words may differ in any way.
    """
    if known.startswith(typed):
        return typed == known
    if len(typed) != len(known) or len(known) >= LONG:
        return True
    others = [letters for letters in zip(typed, known, strict=True) if letters[0] != letters[1]]
    return len(others) > 1 or VOWELS.issuperset(others[0])


def _may_be_short(key: str, word: Word, meanings: set[Meaning]) -> bool:
    return sorted(key) == sorted(word.key) or any(meaning.function in ROLES for meaning in meanings)
