"""Words by keys, of which only numbers are kept: a dictionary of texts takes four times the memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.grams import number_of


@dataclass(frozen=True)
class WordTable:
    """Never changes once made.

    Attributes:
        keys: ascending.
        words: of the keys.
    """

    keys: NDArray[np.uint64]
    words: Sequence[str]

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Self:
        """Make the table of a dictionary."""
        ordered = sorted((number_of(key), word) for key, word in words.items())
        return cls(np.array([number for number, _ in ordered], dtype=np.uint64), [word for _, word in ordered])

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a key."""
        return self.get(key) is not None

    def get(self, key: str) -> str | None:
        """Return the word of a key."""
        number = number_of(key)
        place = int(np.searchsorted(self.keys, np.uint64(number)))
        return self.words[place] if place < len(self.keys) and int(self.keys[place]) == number else None
