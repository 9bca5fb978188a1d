"""Fits the logistic weights of `knowledge/decision.py` and shows what each threshold would do.

A case is positive when its first hit is the labelled article. Printed, not written: a person decides what goes in.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from knowledge.decision import CONFIDENCE
from knowledge.evaluation import Case

# A wrong procedure is worse than none, and there are five times as many lines that an article answers.
OUT_OF_SCOPE_COUNTS = 2.0
FOLDS = 5
THRESHOLDS = tuple(step / 20 for step in range(1, 20))

Numbers = NDArray[np.float64]


def report(cases: Sequence[Case]) -> Iterator[str]:
    """Yield the fitted weights, then right and wrong answers by threshold; each case judged by the others' fit."""
    rows = np.array([case.result.explanation.signals.features for case in cases])
    targets = np.array([case.rank == 1 for case in cases])
    worths = np.array([OUT_OF_SCOPE_COUNTS if case.question.topic is None else 1.0 for case in cases])
    model = LogisticRegression(C=10, max_iter=2000)
    model.fit(rows, targets, sample_weight=worths)
    yield "\nWeights for knowledge/decision.py"
    yield f"weights=({', '.join(f'{weight:.2f}' for weight in model.coef_[0])}), bias={model.intercept_[0]:.2f}"
    yield "\nAnswered from this confidence on, if the other conditions hold: right, wrong, out of scope"
    confidences: Numbers = cross_val_predict(
        model,
        rows,
        targets,
        groups=[case.question.topic or case.question.q for case in cases],
        cv=GroupKFold(FOLDS),
        params={"sample_weight": worths},
        method="predict_proba",
    )[:, 1]
    yield from (_threshold_line(threshold, cases, confidences) for threshold in THRESHOLDS)


def _passes_the_rest(case: Case) -> bool:
    """Tell whether all conditions but those on confidence hold."""
    return all(check.passed for check in case.result.explanation.checks if check.name != CONFIDENCE)


def _threshold_line(threshold: float, cases: Sequence[Case], confidences: Numbers) -> str:
    sure = (case for case, confidence in zip(cases, confidences, strict=True) if confidence >= threshold)
    passed = [case for case in sure if _passes_the_rest(case)]
    inside = sum(case.question.topic is not None for case in cases) or 1
    outside = len(cases) - inside or 1
    right = sum(case.rank == 1 for case in passed) / inside
    stray = sum(case.question.topic is None for case in passed)
    wrong = (len(passed) - stray) / inside - right
    return f"{threshold:.2f}: {right:.3f} {wrong:.3f} {stray / outside:.3f}"
