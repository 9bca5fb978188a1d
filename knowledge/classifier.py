"""What a question is about, learned from how people ask: naive Bayes over words and pieces of words.

Every article, and every topic out of scope, is one class, whatever the language: in their skeletons (`folding`) related
words of several languages and scripts share pieces. Texts are binary tf-idf vectors of unit length, so a long body
counts no more than a phrase (Rennie et al. 2003, "Tackling the poor assumptions of naive Bayes text classifiers").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.folding import skeleton, tokenise

PIECE_LENGTHS = (2, 3, 4, 5)
"""Letters of the pieces of a word; its ends count as letters."""
SMOOTHING = 0.03
"""Weight that every class has of every piece; 0.01 and 0.1 find 1-2 of 100 questions less (docs/benchmarks.md)."""

BUCKETS = 1 << 19
"""Pieces are told apart by their hash: no vocabulary has to be kept, and few of half a million buckets hold two."""

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Sample:
    """A text of a class; `weight` says how much it counts beside others."""

    label: str
    text: str
    weight: float = 1.0


class Classifier:
    """Tells what a text is about; never changes once trained."""

    def __init__(self, labels: Sequence[str], idf: Floats, table: "Table") -> None:
        self._labels = labels
        self._idf = idf
        self._table = table

    @classmethod
    def train(cls, samples: Iterable[Sample]) -> Self:
        """Learn from texts, which may be none; the same texts give the same classifier."""
        known = sorted(samples, key=lambda sample: (sample.label, sample.text))
        labels = sorted({sample.label for sample in known})
        reader = _Reader()
        matrix = _Matrix.of([reader.read(sample.text) for sample in known], BUCKETS)
        numbers = {label: number for number, label in enumerate(labels)}
        classes = np.array([numbers[sample.label] for sample in known], dtype=np.int64)
        weights = np.array([sample.weight for sample in known], dtype=np.float32)
        return cls(labels, matrix.idf, Table.count(matrix, classes, weights, len(labels)))

    def scores(self, text: str) -> dict[str, float]:
        """Return the logarithm of the likelihood of each class beside that of the likeliest one, which is 0."""
        numbers = self._table.known(np.array(sorted(set(map(bucket, pieces(text)))), dtype=np.int64))
        if not len(numbers):
            return dict.fromkeys(self._labels, 0.0)
        weights = self._idf[numbers]
        total = self._table.likelihood(numbers, weights / np.sqrt((weights * weights).sum()))
        return dict(zip(self._labels, (total - total.max()).tolist(), strict=True))


@dataclass(frozen=True)
class Table:
    """How much each class has of each piece, piece by piece.

    Attributes:
        starts: where the entries of a piece begin; one more than there are pieces.
        classes: of each entry.
        gains: logarithm of what the class has of the piece over the smoothing.
        floor: logarithm of the likelihood of a piece that a class does not have, by class.
    """

    starts: Integers
    classes: NDArray[np.int16]
    gains: Floats
    floor: Floats

    @classmethod
    def count(cls, matrix: "_Matrix", labels: Integers, weights: Floats, classes: int) -> Self:
        """Add the texts up by class."""
        values = matrix.values * weights[matrix.rows]
        keys, inverse = np.unique(matrix.columns * classes + labels[matrix.rows], return_inverse=True)
        counts = np.bincount(inverse, weights=values, minlength=len(keys))
        totals = np.bincount(labels[matrix.rows], weights=values, minlength=classes)
        size = len(np.unique(matrix.columns))
        return cls(
            starts=np.searchsorted(keys, np.arange(len(matrix.idf) + 1) * max(1, classes)),
            classes=(keys % max(1, classes)).astype(np.int16),
            gains=np.log1p(counts / SMOOTHING).astype(np.float32),
            floor=(np.log(SMOOTHING) - np.log(totals + SMOOTHING * size)).astype(np.float32),
        )

    def known(self, numbers: Integers) -> Integers:
        """Return those of the pieces that any class has."""
        return numbers[self.starts[numbers + 1] > self.starts[numbers]]

    def likelihood(self, numbers: Integers, weights: Floats) -> Floats:
        """Return the logarithm of the likelihood of weighed pieces, by class."""
        begins = self.starts[numbers]
        sizes = self.starts[numbers + 1] - begins
        entries = np.repeat(begins - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        gains = self.gains[entries] * np.repeat(weights, sizes)
        total: Floats = self.floor * weights.sum()
        total += np.bincount(self.classes[entries], weights=gains, minlength=len(self.floor)).astype(np.float32)
        return total


@dataclass(frozen=True)
class _Matrix:
    """Texts as rows of weighed pieces, each row of unit length."""

    rows: Integers
    columns: Integers
    values: Floats
    idf: Floats

    @classmethod
    def of(cls, texts: Sequence[Sequence[int]], size: int) -> Self:
        rows = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text) for text in texts])
        columns = np.fromiter(chain.from_iterable(texts), dtype=np.int64, count=len(rows))
        idf = np.log((len(texts) + 1) / np.maximum(np.bincount(columns, minlength=size), 1)).astype(np.float32)
        squares = np.bincount(rows, weights=idf[columns] ** 2, minlength=len(texts))
        values = idf[columns] / np.sqrt(np.maximum(squares, np.finfo(np.float32).tiny))[rows]
        return cls(rows, columns, values.astype(np.float32), idf)


def pieces(text: str) -> Iterator[str]:
    """Yield the words of a text, their pieces, and pairs of neighbours, all in skeletons; some come twice."""
    words = [skeleton(token) for token in tokenise(text)]
    for word in words:
        yield from _word_pieces(word)
    yield from map(" ".join, pairwise(words))


def _word_pieces(word: str) -> Iterator[str]:
    """Yield a word, marked as whole, and its pieces."""
    yield f"={word}"
    bounded = f"^{word}$"
    for length in PIECE_LENGTHS:
        yield from (bounded[start : start + length] for start in range(len(bounded) - length + 1))


def bucket(piece: str) -> int:
    """Return the number of a piece."""
    return crc32(piece.encode()) % BUCKETS


class _Reader:
    """Turns texts into numbers of pieces."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, tuple[int, ...]]] = {}

    def read(self, text: str) -> Sequence[int]:
        """Return the numbers of a text's pieces in their order, each once."""
        words = [self._word(token) for token in tokenise(text)]
        found = {number for _, numbers in words for number in numbers}
        found.update(bucket(f"{one} {other}") for (one, _), (other, _) in pairwise(words))
        return sorted(found)

    def _word(self, token: str) -> tuple[str, tuple[int, ...]]:
        """Return a token's skeleton and its pieces; most words come many times."""
        if token not in self._words:
            word = skeleton(token)
            self._words[token] = word, tuple(map(bucket, _word_pieces(word)))
        return self._words[token]
