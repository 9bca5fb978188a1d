"""An encoder that needs no model: texts that share concepts of a small list are near each other."""

import numpy as np

from knowledge.encoder import DIMENSIONS, Vector

CONCEPTS = (
    ("chase", "pursuit", "follow", "hunt", "üldöz"),
    ("weather", "rain", "sun", "eső"),
    ("car", "vehicle", "auto", "motor"),
    ("border", "frontier", "határ"),
)


class ConceptEncoder:
    """Counts the concepts of a text; whatever else it says is a faint direction of its own.

    Attributes:
        texts: what it was given, in order.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, text: str) -> Vector:
        """Return a vector of unit length."""
        self.texts.append(text)
        vector = np.zeros(DIMENSIONS, dtype=np.float32)
        for place, words in enumerate(CONCEPTS):
            vector[place] = any(word in text.lower() for word in words)
        vector[len(CONCEPTS) + sum(text.encode()) % (DIMENSIONS - len(CONCEPTS))] += 0.1
        return vector / np.linalg.norm(vector)

    def passage(self, text: str) -> Vector:
        """Return the same as of a question."""
        return self.encode(text)
