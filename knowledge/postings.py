"""Which documents or texts have a term, and how much of it: arrays, because there are a million entries."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    def of(cls, weights: Iterable[Mapping[int, float]], terms: int) -> Self:
        """Return the postings of things, which are looked at one after the other.

        Args:
            weights: of each thing, by the number of the term.
            terms: how many terms there are.
        """
        owned, values, sizes = array("i"), array("f"), array("i")
        for weight in weights:
            owned.extend(weight)
            values.extend(weight.values())
            sizes.append(len(weight))
        order = np.argsort(np.array(owned, dtype=np.int32), kind="stable")
        counts = np.bincount(owned, minlength=terms)
        items = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        return cls(starts, items[order], np.array(values, dtype=np.float32)[order])

    @property
    def terms(self) -> int:
        """How many terms there are."""
        return len(self.starts) - 1

    def entries(self, term: int) -> tuple[Integers, Floats]:
        """Return what has a term, and how much of it."""
        part = slice(self.starts[term], self.starts[term + 1])
        return self.items[part], self.weights[part]

    def owners(self, counted: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Return for each term how many things have it, of those that are to be counted."""
        terms = np.repeat(np.arange(self.terms, dtype=np.int32), np.diff(self.starts))
        return np.bincount(terms[counted[self.items]], minlength=self.terms)
