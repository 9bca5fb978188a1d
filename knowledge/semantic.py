"""What a question means, whatever its words: a linear layer over sentence embeddings, one class a subject.

The layer is learned ahead (`ilecu articles learn`) and shipped as `semantic.npz`; only the question is embedded at run
time. All languages are learned together, so a way to ask in one of them helps in the others.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knowledge.classifier import Sample
from knowledge.encoder import Encoder, Vector

FILE_NAME = "semantic.npz"
SCALE = 5.0
"""What centred unit vectors are multiplied by, so that a step of learning is neither too long nor too short."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Layer:
    """What was learned.

    Attributes:
        labels: of the classes, in the order of the columns.
        centre: mean of the vectors learned from.
        weights: one row a dimension and one for the constant, one column a class.
        digest: of the texts that it was learned from, see `digest_of`.
    """

    labels: tuple[str, ...]
    centre: Vector
    weights: Floats
    digest: str

    @classmethod
    def load(cls, path: Path) -> Self | None:
        """Read a layer; None where there is no such file."""
        if not path.exists():
            return None
        with np.load(path, allow_pickle=False) as stored:
            return cls(
                tuple(stored["labels"].tolist()),
                stored["centre"].astype(np.float32),
                stored["weights"].astype(np.float32),
                str(stored["digest"]),
            )

    def save(self, path: Path) -> None:
        """Write the layer; half precision is enough and halves the file."""
        np.savez_compressed(
            path,
            labels=np.array(self.labels),
            centre=self.centre,
            weights=self.weights.astype(np.float16),
            digest=np.array(self.digest),
        )


class SemanticClassifier:
    """Tells what a text is about from its meaning; never changes once made."""

    def __init__(self, layer: Layer, encoder: Encoder) -> None:
        self._layer = layer
        self._encoder = encoder

    def scores(self, text: str) -> dict[str, float]:
        """Return the logarithm of the likelihood of each class beside that of the likeliest one, which is 0."""
        rows = inputs([self._encoder.encode(text)], self._layer.centre)
        total = (rows @ self._layer.weights)[0]
        return dict(zip(self._layer.labels, (total - total.max()).tolist(), strict=True))


def inputs(vectors: Sequence[Vector], centre: Vector) -> Floats:
    """Return vectors as rows of the layer's input: centred, of equal length, with the constant behind."""
    rows = np.asarray(vectors, dtype=np.float32) - centre
    rows *= SCALE / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.finfo(np.float32).tiny)
    return np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)])


def blend(subjects: Mapping[str, float], meanings: Mapping[str, float], weight: float) -> dict[str, float]:
    """Return two opinions as one; a class that the second does not know counts there as its middling one."""
    middling = float(np.median(list(meanings.values()))) if meanings else 0.0
    total = {label: score + weight * meanings.get(label, middling) for label, score in subjects.items()}
    best = max(total.values(), default=0.0)
    return {label: score - best for label, score in total.items()}


def digest_of(samples: Iterable[Sample]) -> str:
    """Return what changes when the texts change that a layer is learned from."""
    lines = sorted(f"{sample.label}\0{sample.text}\0{sample.weight}" for sample in samples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
