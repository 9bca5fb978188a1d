"""Words and phrases with what they mean, found in a text by their skeletons (pure).

A *pattern* is a word or a phrase; each of its words is whole, or a stem that stands for all words that begin so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.partners.meanings import Meaning
from knowledge.folding import skeleton, tokenise

STEM = "*"
SHORTEST_STEM = 4
"""Letters of the skeleton of a first word; what is folded to less stands for itself only."""


@dataclass(frozen=True)
class Word:
    """A word of a pattern: its skeleton, and whether others may begin with it."""

    key: str
    is_stem: bool

    def matches(self, key: str) -> bool:
        """Tell whether a word of a text is this one."""
        return key.startswith(self.key) if self.is_stem else key == self.key


@dataclass(frozen=True)
class Pattern:
    """Words that follow one another, and what they mean."""

    words: tuple[Word, ...]
    meaning: Meaning

    @property
    def strength(self) -> tuple[int, int, bool]:
        """What is longer tells more, and a whole word more than a stem."""
        return len(self.words), sum(len(word.key) for word in self.words), not self.words[0].is_stem


@dataclass(frozen=True)
class Match:
    """What some words of a text mean.

    Attributes:
        length: how many words of the text.
        meanings: several when a word is at home in several languages; empty for a word that is not known.
        letters: how many of the pattern's; the word may go on.
        likeness: 1 for a word as it is written; less for one that was corrected.
    """

    length: int
    meanings: frozenset[Meaning]
    letters: int = 0
    likeness: float = 1.0


class Lexicon:
    """Patterns, found by the first of their words."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._whole: dict[str, list[Pattern]] = defaultdict(list)
        self._stems: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            first = pattern.words[0]
            (self._stems if first.is_stem else self._whole)[first.key].append(pattern)

    def at(self, keys: Sequence[str], place: int = 0) -> Match | None:
        """Return what the longest pattern that begins at a word of a text means; None when none does."""
        found = [pattern for pattern in self._beginning(keys[place]) if _follows(pattern, keys, place)]
        if not found:
            return None
        best = max(pattern.strength for pattern in found)
        strongest = [pattern for pattern in found if pattern.strength == best]
        return Match(best[0], frozenset(pattern.meaning for pattern in strongest), best[1])

    def words(self) -> Iterator[Pattern]:
        """Yield the patterns of one word."""
        for patterns in (*self._whole.values(), *self._stems.values()):
            yield from (pattern for pattern in patterns if len(pattern.words) == 1)

    def _beginning(self, key: str) -> Iterator[Pattern]:
        yield from self._whole.get(key, ())
        for length in range(SHORTEST_STEM, len(key) + 1):
            yield from self._stems.get(key[:length], ())


def read_patterns(listed: str, meaning: Meaning) -> Iterator[Pattern]:
    """Yield the patterns of phrases that are parted by commas; `stem*` stands for all words that begin so."""
    for phrase in filter(str.strip, listed.split(",")):
        parts = [(text, part.endswith(STEM)) for part in phrase.split() for text in tokenise(part)]
        words = (_word(text, is_stem=is_stem, is_first=not place) for place, (text, is_stem) in enumerate(parts))
        yield Pattern(tuple(words), meaning)


def _word(text: str, *, is_stem: bool, is_first: bool) -> Word:
    """Return a word; before a vowel of an ending the last i of a stem would have been folded away."""
    key = skeleton(text)
    stem = key.rstrip("i") if is_stem else key
    return (
        Word(stem, is_stem=True)
        if is_stem and not (is_first and len(stem) < SHORTEST_STEM)
        else Word(key, is_stem=False)
    )


def _follows(pattern: Pattern, keys: Sequence[str], place: int) -> bool:
    """Tell whether the words after the first one are those of the pattern, too."""
    following = keys[place + 1 : place + len(pattern.words)]
    rest = pattern.words[1:]
    return len(following) == len(rest) and all(word.matches(key) for word, key in zip(rest, following, strict=True))
