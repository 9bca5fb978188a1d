"""Which documents or texts have a term, and how much of it: arrays, because there are a million entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


@dataclass(frozen=True)
class Postings:
    """Entries of each term.

    Attributes:
        starts: where the entries of a term begin; one more than there are terms.
        items: what has the term, ascending within it.
        weights: how much it has.
    """

    starts: Integers
    items: Integers
    weights: Floats

    @classmethod
    def of(cls, weights: Sequence[Mapping[int, float]], terms: int) -> Self:
        """Return the postings of things.

        Args:
            weights: of each thing, by the number of the term.
            terms: how many terms there are.
        """
        sizes = [len(weight) for weight in weights]
        owned = np.fromiter(chain.from_iterable(weights), dtype=np.int64, count=sum(sizes))
        values = np.fromiter(chain.from_iterable(each.values() for each in weights), np.float32, count=sum(sizes))
        order = np.argsort(owned, kind="stable")
        counts = np.bincount(owned, minlength=terms)
        items = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        return cls(np.concatenate(([0], np.cumsum(counts))).astype(np.int32), items[order], values[order])

    def entries(self, term: int) -> tuple[Integers, Floats]:
        """Return what has a term, and how much of it."""
        part = slice(self.starts[term], self.starts[term + 1])
        return self.items[part], self.weights[part]
