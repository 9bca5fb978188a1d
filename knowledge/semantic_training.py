"""Learning the layer of `knowledge.semantic`: softmax regression on the vectors of all texts, the same every time."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from knowledge.classifier import Sample
from knowledge.encoder import DIMENSIONS, Encoder, Vector
from knowledge.semantic import Floats, Layer, digest_of, inputs

STEPS = 400
RATE = 0.05
SHRINKAGE = 1e-4
"""Weights are drawn to zero by this; a tenth of it finds 3 of 100 unseen questions less (docs/benchmarks.md)."""
# Adam as usual (Kingma, Ba 2015), with a shorter memory of squares: there are few steps.
MOMENTUM = 0.9
MEMORY = 0.99
TINY = 1e-8


def embed(
    texts: Sequence[str], encoder: Encoder, known: Mapping[str, Vector], progress: Callable[[], None]
) -> dict[str, Vector]:
    """Return the vector of each text, taken from `known` where it is there; `progress` is called after each."""
    vectors: dict[str, Vector] = {}
    for text in texts:
        vectors[text] = known[text] if text in known else encoder.encode(text)
        progress()
    return vectors


def learn(samples: Sequence[Sample], vectors: Mapping[str, Vector]) -> Layer:
    """Return the layer that tells the samples' classes apart.

    Args:
        samples: at least one.
        vectors: of every sample's text.
    """
    ordered = sorted(samples, key=lambda sample: (sample.label, sample.text, sample.weight))
    labels = tuple(sorted({sample.label for sample in ordered}))
    numbers = {label: number for number, label in enumerate(labels)}
    rows = np.array([vectors[sample.text] for sample in ordered], dtype=np.float32).reshape(-1, DIMENSIONS)
    centre = rows.mean(axis=0)
    targets = np.zeros((len(ordered), len(labels)), dtype=np.float32)
    targets[np.arange(len(ordered)), [numbers[sample.label] for sample in ordered]] = 1
    worths = np.array([[sample.weight] for sample in ordered], dtype=np.float32)
    weights = _fit(inputs(list(rows), centre), targets, worths / worths.sum())
    return Layer(labels, centre, weights, digest_of(ordered))


def _fit(rows: Floats, targets: Floats, worths: Floats) -> Floats:
    """Return the weights of least weighed cross entropy, by gradient descent from zero."""
    weights = np.zeros((rows.shape[1], targets.shape[1]), dtype=np.float32)
    slope, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        gradient = rows.T @ ((_softmax(rows @ weights) - targets) * worths) + SHRINKAGE * weights
        slope = MOMENTUM * slope + (1 - MOMENTUM) * gradient
        square = MEMORY * square + (1 - MEMORY) * gradient * gradient
        weights -= RATE * (slope / (1 - MOMENTUM**step)) / (np.sqrt(square / (1 - MEMORY**step)) + TINY)
    return weights


def _softmax(totals: Floats) -> Floats:
    odds = np.exp(totals - totals.max(axis=1, keepdims=True))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares
