"""How likely n-grams of letters are in each language of a script: naive Bayes, in one table for all of them.

An n-gram is a number and not a text: a table of 100,000 texts takes ten times the memory and is slower to look up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

import numpy as np
from numpy.typing import NDArray

MAX_LENGTH = 4
"""Letters of the longest n-gram: four fill 64 bits."""
LETTER_BITS = 16
SMOOTHING = 0.1
# Shorter n-grams are found in every language, whole words in no sample of it.
TELLING_LENGTHS = (3, 4)

Keys = NDArray[np.uint64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Grams:
    """The n-grams of words with their ends, and the longer words themselves: "кој" is Macedonian, "који" Serbian.

    Attributes:
        keys: all of them as often as they come, the shortest first and the words last.
        owners: the number of each one's word.
        telling: which of them are of `TELLING_LENGTHS`.
    """

    keys: Keys
    owners: Integers
    telling: slice

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.keys)

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        """Return the n-grams of words, which may be none."""
        text = "".join(f" {word} " for word in words)
        letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
        sizes = np.array([len(word) + 2 for word in words], dtype=np.int64)
        owners = np.repeat(np.arange(len(words)), sizes)
        # letters from here to the end of the word
        left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(letters))
        found: list[tuple[Keys, Integers]] = []
        key: Keys = np.zeros_like(letters)
        for length in range(1, MAX_LENGTH + 1):
            key = (key[: len(letters) - length + 1] << np.uint64(LETTER_BITS)) | letters[length - 1 :]
            fits = left[: len(key)] >= length
            found.append((key[fits], owners[: len(key)][fits]))
        whole = np.flatnonzero(sizes > MAX_LENGTH).tolist()
        found.append(
            (np.array([_whole(words[number]) for number in whole], dtype=np.uint64), np.array(whole, dtype=np.int64))
        )
        begin, end = (sum(len(keys) for keys, _ in found[:length]) for length in (TELLING_LENGTHS[0] - 1, MAX_LENGTH))
        keys, numbers = (np.concatenate(each) for each in zip(*found, strict=True))
        return cls(keys, numbers, slice(begin, end))


class GramTable:
    """How often languages have n-grams; never changes once made."""

    def __init__(self, words: Mapping[str, Mapping[str, float]]) -> None:
        """Take the weight of words by locale, of one locale at least."""
        counts = [_count(weights) for weights in words.values()]
        self.locales = tuple(words)
        self._keys = np.unique(np.concatenate([keys for keys, _ in counts]))
        # what an n-gram adds beside one that the language lacks: 0 where it does
        self._gains = np.zeros((len(self._keys), len(counts)), dtype=np.float32)
        for column, (keys, weights) in enumerate(counts):
            self._gains[np.searchsorted(self._keys, keys), column] = np.log1p(weights / SMOOTHING)
        totals = np.array([weights.sum() for _, weights in counts]) + SMOOTHING * len(self._keys)
        self._unseen = np.log(SMOOTHING) - np.log(totals)

    def scores(self, grams: Grams) -> list[float]:
        """Return the log-likelihood of n-grams in each of `locales`."""
        total = self._gains[self._rows(grams.keys)].sum(axis=0, dtype=np.float64) + len(grams) * self._unseen
        scores: list[float] = total.tolist()
        return scores

    def share(self, grams: Grams, locale: str) -> float:
        """Return the share (0-1) of the n-grams of three and four letters that a language has; 0 without any."""
        telling = grams.keys[grams.telling]
        gains = self._gains[self._rows(telling), self.locales.index(locale)]
        return int(np.count_nonzero(gains)) / max(len(telling), 1)

    def _rows(self, keys: Keys) -> Integers:
        """Return the rows of those n-grams that any language has."""
        rows: Integers = np.searchsorted(self._keys, keys)
        rows[rows == len(self._keys)] = 0
        return rows[self._keys[rows] == keys] if len(self._keys) else rows[:0]


def number_of(word: str) -> int:
    """Return 64 bits that stand for a word; no two of our words have the same."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _whole(word: str) -> int:
    """Return the number of a word; no n-gram of our scripts has the first bit."""
    return number_of(word) | 1 << 63


def _count(words: Mapping[str, float]) -> tuple[Keys, NDArray[np.float64]]:
    """Return the n-grams of words, each once, and how much there is of them."""
    grams = Grams.of(list(words))
    keys, numbers = np.unique(grams.keys, return_inverse=True)
    weights = np.fromiter(words.values(), np.float64, len(words))
    return keys, np.bincount(numbers, weights=weights[grams.owners], minlength=len(keys)).astype(np.float64)
