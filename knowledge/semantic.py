"""What a question means, whatever its words: small networks over sentence embeddings, one class a subject.

They are learned ahead (`ilecu articles learn`) and shipped as `semantic.npz`; only the question is embedded at run
time. All languages are learned together, so a way to ask in one of them helps in the others. What several networks
hold, each begun at random, is surer than what one does.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.classifier import Sample
from knowledge.encoder import Encoder, Vector

FILE_NAME = "semantic.npz"
SCALE = 5.0
"""What centred unit vectors are multiplied by, so that a step of learning is neither too long nor too short."""
ARRAYS = ("hidden", "output", "hidden_bias", "output_bias")
"""Names of the weights in the file."""
NETWORK_AXES = 3
"""Of the weights of a layer: networks, inputs, units."""

Floats = NDArray[np.float32]


class Meanings(Protocol):
    """Tells what a text is about from its meaning."""

    def scores(self, text: str) -> dict[str, float]:
        """Return the logarithm of the probability of each subject."""
        ...


@dataclass(frozen=True)
class Networks:
    """What was learned: several networks, each of one hidden layer of rectified units and one output a class.

    Attributes:
        labels: of the classes, in the order of the outputs.
        centre: mean of the vectors learned from.
        layers: weights of the hidden layers and of the outputs by network, one row an input and one column a unit.
        biases: of their units, by network.
        digest: of the texts that it was learned from, see `digest_of`.
    """

    labels: tuple[str, ...]
    centre: Vector
    layers: tuple[Floats, Floats]
    biases: tuple[Floats, Floats]
    digest: str

    @classmethod
    def load(cls, path: Path) -> Self | None:
        """Read a network; None where there is no such file, or one of another version."""
        if not path.exists():
            return None
        with np.load(path, allow_pickle=False) as stored:
            if not set(ARRAYS) <= set(stored) or stored[ARRAYS[0]].ndim != NETWORK_AXES:
                return None
            hidden, output, hidden_bias, output_bias = (stored[name].astype(np.float32) for name in ARRAYS)
            return cls(
                labels=tuple(stored["labels"].tolist()),
                centre=stored["centre"].astype(np.float32),
                layers=(hidden, output),
                biases=(hidden_bias, output_bias),
                digest=str(stored["digest"]),
            )

    def save(self, path: Path) -> None:
        """Write the network; half precision is enough and halves the file."""
        hidden, output, hidden_bias, output_bias = (each.astype(np.float16) for each in (*self.layers, *self.biases))
        np.savez_compressed(
            path,
            labels=np.array(self.labels),
            centre=self.centre,
            digest=np.array(self.digest),
            hidden=hidden,
            output=output,
            hidden_bias=hidden_bias,
            output_bias=output_bias,
        )

    def likelihoods(self, vector: Vector) -> Floats:
        """Return the logarithm of the probability of each class: the mean of what the networks hold."""
        (hidden, output), (hidden_bias, output_bias) = self.layers, self.biases
        units = np.maximum(inputs([vector], self.centre) @ hidden + hidden_bias[:, None], 0)
        held = log_softmax((units @ output + output_bias[:, None])[:, 0])
        return log_softmax(held.mean(axis=0))


class SemanticClassifier:
    """Tells what a text is about from its meaning; never changes once made."""

    def __init__(self, network: Networks, encoder: Encoder) -> None:
        self._network = network
        self._encoder = encoder

    def scores(self, text: str) -> dict[str, float]:
        """Return the logarithm of the probability of each class."""
        likelihoods = self._network.likelihoods(self._encoder.encode(text))
        return dict(zip(self._network.labels, likelihoods.tolist(), strict=True))


def inputs(vectors: Sequence[Vector], centre: Vector) -> Floats:
    """Return vectors as rows of the network's input: centred, of equal length."""
    rows = np.asarray(vectors, dtype=np.float32) - centre
    rows *= SCALE / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.finfo(np.float32).tiny)
    return rows


def log_softmax(scores: Floats) -> Floats:
    """Return scores, along the last axis, as logarithms of probabilities."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    likelihoods: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return likelihoods


def blend(subjects: Mapping[str, float], meanings: Mapping[str, float], weight: float) -> dict[str, float]:
    """Return two opinions as one; a class that the second does not know counts there as its middling one."""
    middling = float(np.median(list(meanings.values()))) if meanings else 0.0
    total = {label: score + weight * meanings.get(label, middling) for label, score in subjects.items()}
    best = max(total.values(), default=0.0)
    return {label: score - best for label, score in total.items()}


def digest_of(samples: Iterable[Sample]) -> str:
    """Return what changes when the texts change that a network is learned from."""
    lines = sorted(f"{sample.label}\0{sample.text}" for sample in samples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
