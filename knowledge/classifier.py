"""What a question is about, learned from how people ask: naive Bayes over words and pieces of words.

Every article, and every topic out of scope, is one class, whatever the language: in their skeletons (`folding`) related
words of several languages and scripts share pieces. Texts are binary tf-idf vectors of unit length, so a long body
counts no more than a phrase (Rennie et al. 2003, "Tackling the poor assumptions of naive Bayes text classifiers").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
    """Tells what a text is about; `classifier_training` makes it, and nothing changes it then."""

    def __init__(self, labels: Sequence[str], idf: Floats, table: "Table") -> None:
        """Take the names of the classes, the inverse document frequency by piece, and how much they have of each."""
        self._labels = labels
        self._idf = idf
        self._table = table

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

    starts: NDArray[np.int32]
    classes: NDArray[np.int16]
    gains: Floats
    floor: Floats

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


def pieces(text: str) -> Iterator[str]:
    """Yield the words of a text, their pieces, and pairs of neighbours, all in skeletons; some come twice."""
    words = [skeleton(token) for token in tokenise(text)]
    for word in words:
        yield from word_pieces(word)
    yield from map(" ".join, pairwise(words))


def word_pieces(word: str) -> Iterator[str]:
    """Yield a word, marked as whole, and its pieces."""
    yield f"={word}"
    bounded = f"^{word}$"
    for length in PIECE_LENGTHS:
        yield from (bounded[start : start + length] for start in range(len(bounded) - length + 1))


def bucket(piece: str) -> int:
    """Return the number of a piece."""
    return crc32(piece.encode()) % BUCKETS
