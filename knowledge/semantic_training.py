"""Learning the networks of `knowledge.semantic` from titles and phrases, the same every time on the same machine.

Needs scikit-learn, which the assistant itself does without.
"""

import warnings
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from knowledge.classifier import Sample
from knowledge.encoder import DIMENSIONS, Encoder, Vector
from knowledge.semantic import Floats, Networks, digest_of, inputs

# Beside a linear layer the hidden one answers 5 of 100 questions more at 2 % of those out of scope answered;
# twice as many units, or twice as many rounds, do no better.
UNITS = 192
ROUNDS = 25
SHRINKAGE = 1e-3
RATE = 2e-3
# Each begins at random: what three agree on is surer than what one holds.
NETWORKS = 3


def embed(
    texts: Sequence[str], encoder: Encoder, known: Mapping[str, Vector], progress: Callable[[], None]
) -> dict[str, Vector]:
    """Return the vector of each text, taken from `known` where it is there; `progress` is called after each."""
    vectors: dict[str, Vector] = {}
    for text in texts:
        vectors[text] = known[text] if text in known else encoder.encode(text)
        progress()
    return vectors


def learn(samples: Sequence[Sample], vectors: Mapping[str, Vector]) -> Networks:
    """Return the networks that tell the samples' classes apart.

    Args:
        samples: of two classes at least.
        vectors: of every sample's text.
    """
    ordered = sorted(samples, key=lambda sample: (sample.label, sample.text))
    rows = np.array([vectors[sample.text] for sample in ordered], dtype=np.float32).reshape(-1, DIMENSIONS)
    centre = rows.mean(axis=0)
    classes = [sample.label for sample in ordered]
    models = [_fit(inputs(list(rows), centre), classes, seed) for seed in range(NETWORKS)]
    hidden, output = (_stacked([model.coefs_[layer] for model in models]) for layer in range(2))
    hidden_bias, output_bias = (_stacked([model.intercepts_[layer] for model in models]) for layer in range(2))
    labels = tuple(str(label) for label in models[0].classes_)
    return Networks(labels, centre, (hidden, output), (hidden_bias, output_bias), digest_of(ordered))


def _fit(rows: Floats, classes: Sequence[str], seed: int) -> MLPClassifier:
    model = MLPClassifier((UNITS,), alpha=SHRINKAGE, learning_rate_init=RATE, max_iter=ROUNDS, tol=0, random_state=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the rounds are bounded on purpose
        return model.fit(rows, classes)


def _stacked(arrays: Sequence[NDArray[np.float64]]) -> Floats:
    return np.stack(arrays).astype(np.float32)
