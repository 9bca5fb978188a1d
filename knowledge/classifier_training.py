"""Learns the classifier of words, class by class: the pieces of all texts in one table would take gigabytes.

Half a million buckets are counted densely, one class at a time; only what a class has of them is kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.classifier import BUCKETS, SMOOTHING, Classifier, Floats, Sample, Table, bucket, word_pieces
from knowledge.folding import skeleton, tokenise

Numbers = NDArray[np.int32]


def train(samples: Iterable[Sample]) -> Classifier:
    """Learn from texts, which may be none; the same texts give the same classifier."""
    known = sorted(samples, key=lambda sample: (sample.label, sample.text))
    labels, classes, reader = [], [], _Reader()
    for label, some in groupby(known, key=lambda sample: sample.label):
        labels.append(label)
        classes.append(_Texts.read(list(some), reader))
    owners, holders = np.zeros(BUCKETS, np.int64), np.zeros(BUCKETS, np.int64)
    for texts in classes:
        counts = texts.counts()
        owners += counts
        holders += counts > 0
    idf = np.log((len(known) + 1) / np.maximum(owners, 1)).astype(np.float32)
    return Classifier(labels, idf, _count(classes, idf, holders))


@dataclass(frozen=True)
class _Texts:
    """The texts of one class.

    Attributes:
        pieces: numbers of the pieces of each text, text after text.
        sizes: how many pieces each text has.
        weights: how much each text counts.
    """

    pieces: Numbers
    sizes: NDArray[np.int64]
    weights: Floats

    @classmethod
    def read(cls, samples: Sequence[Sample], reader: "_Reader") -> Self:
        texts = [reader.read(sample.text) for sample in samples]
        return cls(
            pieces=np.concatenate(texts),
            sizes=np.array(list(map(len, texts)), dtype=np.int64),
            weights=np.array([sample.weight for sample in samples], dtype=np.float32),
        )

    def counts(self) -> NDArray[np.int64]:
        """Return how many of the texts have each piece."""
        return np.bincount(self.pieces, minlength=BUCKETS)

    def values(self, idf: Floats) -> Floats:
        """Return how much each piece counts in its text, which is of unit length but for its weight."""
        texts = np.repeat(np.arange(len(self.sizes)), self.sizes)
        rarities = idf[self.pieces]
        squares = np.bincount(texts, weights=rarities**2, minlength=len(self.sizes))
        lengths = np.sqrt(np.maximum(squares, np.finfo(np.float32).tiny))
        values: Floats = (rarities / lengths[texts]).astype(np.float32) * self.weights[texts]
        return values


def _count(classes: Sequence[_Texts], idf: Floats, holders: NDArray[np.int64]) -> Table:
    """Add the texts up by class.

    Args:
        classes: in the order of their labels.
        idf: of the pieces.
        holders: how many classes have each piece.
    """
    starts = np.concatenate(([0], np.cumsum(holders)))
    owners, gains = np.empty(starts[-1], np.int16), np.empty(starts[-1], np.float32)
    totals = np.zeros(len(classes))
    free = starts[:-1].copy()
    for number, texts in enumerate(classes):
        values = texts.values(idf)
        have = np.flatnonzero(texts.counts())
        entries = free[have]
        free[have] += 1
        owners[entries] = number
        gains[entries] = np.log1p(np.bincount(texts.pieces, weights=values, minlength=BUCKETS)[have] / SMOOTHING)
        totals[number] = values.sum(dtype=np.float64)
    size = max(1, int(np.count_nonzero(holders)))
    floor = (np.log(SMOOTHING) - np.log(totals + SMOOTHING * size)).astype(np.float32)
    return Table(starts.astype(np.int32), owners, gains, floor)


class _Reader:
    """Turns texts into numbers of pieces."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, Numbers]] = {}

    def read(self, text: str) -> Numbers:
        """Return the numbers of a text's pieces, ascending, each once."""
        words = [self._word(token) for token in tokenise(text)]
        pairs = np.array([bucket(f"{one} {other}") for (one, _), (other, _) in pairwise(words)], dtype=np.int32)
        return np.unique(np.concatenate([pairs, *(numbers for _, numbers in words)]))

    def _word(self, token: str) -> tuple[str, Numbers]:
        """Return a token's skeleton and its pieces; most words come many times."""
        if token not in self._words:
            word = skeleton(token)
            self._words[token] = word, np.array(list(map(bucket, word_pieces(word))), dtype=np.int32)
        return self._words[token]
