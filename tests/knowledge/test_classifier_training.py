"""How the classifier of words learns."""

import math

import numpy as np
import pytest

from knowledge.classifier import SMOOTHING, Sample, bucket, pieces
from knowledge.classifier_training import train

SAMPLES = [
    Sample("kite", "flying a kite in the wind"),
    Sample("kite", "a dragon on a string"),
    Sample("boat", "rowing a boat on the lake"),
    Sample("boat", "A long text about boats, lakes, oars and weather.", 0.25),
]


def naive(samples: list[Sample], text: str) -> dict[str, float]:
    """Return what a classifier of the samples says of a text, by the formula and without arrays."""
    owned = [(sample, {bucket(piece) for piece in pieces(sample.text)}) for sample in samples]
    every = {number for _, numbers in owned for number in numbers}
    idf = {number: math.log((len(samples) + 1) / sum(number in numbers for _, numbers in owned)) for number in every}
    weights: dict[str, dict[int, float]] = {sample.label: {} for sample in samples}
    for sample, numbers in owned:
        length = math.sqrt(sum(idf[number] ** 2 for number in numbers))
        for number in numbers:
            before = weights[sample.label].get(number, 0.0)
            weights[sample.label][number] = before + sample.weight * idf[number] / length
    asked = {bucket(piece) for piece in pieces(text)} & every
    length = math.sqrt(sum(idf[number] ** 2 for number in asked))
    scores = {
        label: sum(
            idf[number]
            / length
            * math.log((some.get(number, 0.0) + SMOOTHING) / (sum(some.values()) + SMOOTHING * len(every)))
            for number in asked
        )
        for label, some in weights.items()
    }
    return {label: score - max(scores.values()) for label, score in scores.items()}


@pytest.mark.parametrize("text", ["a boat in the wind", "dragons", "lake weather and oars"])
def test_it_learns_by_the_formula(text: str) -> None:
    assert train(SAMPLES).scores(text) == pytest.approx(naive(SAMPLES, text), abs=1e-4)


def test_the_order_of_the_samples_does_not_matter() -> None:
    one, other = (train(samples).scores("a boat in the wind") for samples in (SAMPLES, SAMPLES[::-1]))
    assert one == other


def test_a_lighter_sample_counts_less() -> None:
    scores = train([Sample("kite", "wind"), Sample("boat", "wind", 0.1)]).scores("wind")
    assert scores["kite"] > scores["boat"]


@pytest.mark.parametrize("samples", [[], [Sample("kite", "")]])
def test_nothing_to_learn_from_tells_nothing(samples: list[Sample]) -> None:
    assert not np.any(list(train(samples).scores("kite").values()))
