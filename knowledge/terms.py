"""What a word is held under in the index: its skeleton, and the first letters of that, which stand in for lemmas."""

from array import array
from collections import defaultdict

from knowledge.folding import spellings, tokenise

# How many first letters a word is held under. Seven tell "državljanstvo" (citizenship) from "država" (state), five do
# not; but they tell inflected forms of shorter words apart.
SHORT_PREFIX = 5
LONG_PREFIX = 7


class Terms:
    """Numbers words of texts, and the terms that they stand under; new ones get the next numbers.

    Attributes:
        numbers: of the terms.
        names: of the terms, by number.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.names: list[str] = []
        self._words: dict[str, dict[str, int]] = defaultdict(dict)
        self._terms: list[tuple[int, ...]] = []

    def words(self, text: str, locale: str) -> "array[int]":
        """Return the number of each word of a text in a language, in their order."""
        known = self._words[locale]
        return array("i", [known[token] if token in known else self._read(token, locale) for token in tokenise(text)])

    def of(self, word: int) -> tuple[int, ...]:
        """Return the terms of a word: its spellings, then their prefixes; () for one that has no skeleton."""
        return self._terms[word]

    def _read(self, token: str, locale: str) -> int:
        keys = [key for key in spellings(token, locale) if key]
        terms = (*keys, *dict.fromkeys(term for key in keys for term in prefixes(key)))
        number = self._words[locale][token] = len(self._terms)
        self._terms.append(tuple(map(self._number, terms)))
        return number

    def _number(self, term: str) -> int:
        if term not in self.numbers:
            self.numbers[term] = len(self.names)
            self.names.append(term)
        return self.numbers[term]


def prefixes(key: str) -> tuple[str, ...]:
    """Return the terms for the first letters of a skeleton, the shorter first; a short word has one."""
    short = "^" + key[:SHORT_PREFIX]
    return (short, "^" + key[:LONG_PREFIX]) if len(key) >= LONG_PREFIX else (short,)


def is_prefix(term: str) -> bool:
    """Tell whether the term stands for first letters and not for a whole word."""
    return term.startswith("^")
