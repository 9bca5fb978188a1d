"""How likely n-grams of letters are in each language of a script: naive Bayes, in one table for all of them."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

GRAM_LENGTHS = range(1, 5)
SMOOTHING = 0.1
# Shorter n-grams are found in every language, whole words in no sample of it.
TELLING_LENGTHS = (3, 4)


class GramTable:
    """N-grams of words, by language; never changes once made."""

    def __init__(self, words: Mapping[str, Mapping[str, float]]) -> None:
        """Take the weight of words by locale, of one locale at least."""
        counts = {locale: _count(weights) for locale, weights in words.items()}
        grams = dict.fromkeys(gram for owned in counts.values() for gram in owned)
        self.locales = tuple(counts)
        self._rows = {gram: row for row, gram in enumerate(grams)}
        # what an n-gram adds beside one that the language lacks: 0 where it does
        self._gains = np.zeros((len(grams), len(counts)), dtype=np.float32)
        for column, owned in enumerate(counts.values()):
            rows = [self._rows[gram] for gram in owned]
            self._gains[rows, column] = np.log1p(np.fromiter(owned.values(), float, len(owned)) / SMOOTHING)
        totals = np.array([sum(owned.values()) for owned in counts.values()]) + SMOOTHING * len(grams)
        self._unseen = math.log(SMOOTHING) - np.log(totals)

    def scores(self, grams: Sequence[str]) -> list[float]:
        """Return the log-likelihood of n-grams in each of `locales`."""
        total = self._gains[self._known(grams)].sum(axis=0, dtype=np.float64) + len(grams) * self._unseen
        scores: list[float] = total.tolist()
        return scores

    def share(self, grams: Sequence[str], locale: str) -> float:
        """Return the share (0-1) of the n-grams of three and four letters that a language has; 0 without any."""
        longer = [gram for gram in grams if len(gram) in TELLING_LENGTHS]
        gains = self._gains[self._known(longer), self.locales.index(locale)]
        return int(np.count_nonzero(gains)) / max(len(longer), 1)

    def _known(self, grams: Sequence[str]) -> list[int]:
        return [row for gram in grams if (row := self._rows.get(gram)) is not None]


def grams_of(word: str) -> Iterator[str]:
    """Yield the n-grams of a word with its ends, then the word itself: "кој" is Macedonian, "који" Serbian."""
    padded = f" {word} "
    for length in GRAM_LENGTHS:
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]
    if len(padded) > GRAM_LENGTHS[-1]:
        yield padded


def _count(words: Mapping[str, float]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for word, weight in words.items():
        for gram in grams_of(word):
            counts[gram] += weight
    return counts
