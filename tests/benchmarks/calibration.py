"""Fits the logistic weights of `knowledge/decision.py` and shows what each threshold would do.

A case is positive when its first hit is the labelled article. Printed, not written: a person decides what goes in.
"""

import math
from collections.abc import Iterator, Sequence

from knowledge.decision import CONFIDENCE, Signals
from tests.benchmarks.search import Case

NAMES = ("COVERAGE_WEIGHT", "PHRASE_WEIGHT", "MARGIN_WEIGHT", "EVIDENCE_WEIGHT", "LEAD_WEIGHT", "BIAS")
# A wrong answer is worse than none.
OUT_OF_SCOPE_COUNTS = 3.0
STEPS = 4000
RATE = 0.5
SHRINKAGE = 0.002
FOLDS = 5
THRESHOLDS = tuple(step / 20 for step in range(2, 20))

Row = tuple[float, ...]


def report(cases: Sequence[Case]) -> Iterator[str]:
    """Yield the fitted weights, then right and wrong answers by threshold; each case judged by the others' fit."""
    rows = [_row(case.result.explanation.signals) for case in cases]
    targets = [float(case.is_among(1)) for case in cases]
    worths = [OUT_OF_SCOPE_COUNTS if case.question.topic is None else 1.0 for case in cases]
    yield "\nWeights for knowledge/decision.py"
    yield from (f"{name} = {weight:.2f}" for name, weight in zip(NAMES, fit(rows, targets, worths), strict=True))
    yield "\nAnswered from this confidence on, if the other conditions hold: right, wrong, out of scope"
    confidences = _cross_validated(cases, rows, targets, worths)
    yield from (_threshold_line(threshold, cases, confidences) for threshold in THRESHOLDS)


def fit(rows: Sequence[Row], targets: Sequence[float], worths: Sequence[float]) -> list[float]:
    """Return the logistic weights by gradient descent; the last is that of the constant column."""
    weights = [0.0] * len(rows[0])
    total = sum(worths)
    for _ in range(STEPS):
        errors = [
            worth * (probability(weights, row) - target)
            for row, target, worth in zip(rows, targets, worths, strict=True)
        ]
        for column, weight in enumerate(weights):
            slope = sum(error * row[column] for error, row in zip(errors, rows, strict=True)) / total
            weights[column] -= RATE * (slope + SHRINKAGE * weight)
    return weights


def probability(weights: Sequence[float], row: Row) -> float:
    """Return the probability (0-1) of a row."""
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))


def _row(signals: Signals) -> Row:
    return (signals.coverage, signals.phrase, signals.margin, math.log1p(signals.evidence), signals.lead, 1.0)


def _cross_validated(
    cases: Sequence[Case], rows: Sequence[Row], targets: Sequence[float], worths: Sequence[float]
) -> list[float]:
    """Judge each case by weights fitted without its topic, or without a fifth of those out of scope."""
    topics = sorted({case.question.topic for case in cases if case.question.topic is not None})
    folds = [
        (place if case.question.topic is None else topics.index(case.question.topic)) % FOLDS
        for place, case in enumerate(cases)
    ]
    fitted = []
    for fold in range(FOLDS):
        kept = [place for place, other in enumerate(folds) if other != fold]
        fitted.append(fit([rows[i] for i in kept], [targets[i] for i in kept], [worths[i] for i in kept]))
    return [probability(fitted[fold], row) for fold, row in zip(folds, rows, strict=True)]


def _passes_the_rest(case: Case) -> bool:
    """Tell whether all conditions but those on confidence hold."""
    return all(check.passed for check in case.result.explanation.checks if check.name != CONFIDENCE)


def _threshold_line(threshold: float, cases: Sequence[Case], confidences: Sequence[float]) -> str:
    sure = (case for case, confidence in zip(cases, confidences, strict=True) if confidence >= threshold)
    passed = [case for case in sure if _passes_the_rest(case)]
    inside = sum(case.question.topic is not None for case in cases) or 1
    outside = len(cases) - inside or 1
    right = sum(case.is_among(1) for case in passed) / inside
    stray = sum(case.question.topic is None for case in passed)
    wrong = (len(passed) - stray) / inside - right
    return f"{threshold:.2f}: {right:.3f} {wrong:.3f} {stray / outside:.3f}"
