"""How fast the search answers labelled questions; how well, says `knowledge.evaluation`."""

import time
from collections.abc import Iterator, Sequence
from statistics import quantiles

from bot.app import load_knowledge
from bot.cli.evaluation import searcher_for
from knowledge.decision import SEMANTIC
from knowledge.evaluation import Case, Figures, Question, report
from knowledge.search import Searcher

COLUMNS = ("top1", "top3", "mrr", "right", "wrong", "offered", "silent")
HEADER = f"{'':26}{'n':>6}" + "".join(f"{column:>9}" for column in COLUMNS)


def measure(questions: Sequence[Question], *, by_words: bool) -> tuple[list[Case], Iterator[str]]:
    """Ask all questions of the packaged knowledge base; return the cases and lines on the time they took."""
    searcher = searcher_for(load_knowledge(), by_words=by_words)
    cases, seconds = [], []
    for question in questions:
        case, took = timed(searcher, question)
        cases.append(case)
        seconds.append(took)
    return cases, times(cases, seconds)


def timed(searcher: Searcher, question: Question) -> tuple[Case, float]:
    """Ask one question; return what came and the seconds."""
    started = time.perf_counter()
    result = searcher.search(question.q, question.lang)
    return Case(question, result), time.perf_counter() - started


def times(cases: Sequence[Case], seconds: Sequence[float]) -> Iterator[str]:
    """Yield the times of questions that words decided, and of those whose meaning was looked at."""
    meant = [case.result.explanation.signals.calibration is SEMANTIC for case in cases]
    for name, stage in (("by words", False), ("with meaning", True)):
        some = [1000 * took for took, is_meant in zip(seconds, meant, strict=True) if is_meant is stage]
        if len(some) > 1:
            cuts = quantiles(some, n=100)
            yield f"{name}: {len(some) / len(cases):.0%} of questions, p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms"


def tables(cases: Sequence[Case]) -> Iterator[str]:
    """Yield the figures by language, kind and both."""
    made = report(cases)
    yield from ("Questions that an article answers", HEADER)
    yield from (_row(name, row) for name, row in made.inside.items())
    yield from ("", "Questions that none answers (right: nothing found; offered: anything)", HEADER)
    yield from (_row(name, row) for name, row in made.outside.items())
    yield f"calibration error {made.calibration_error:.3f}"


def _row(name: str, row: Figures) -> str:
    return f"{name:26}{row.questions:6}" + "".join(f"{getattr(row, column):9.3f}" for column in COLUMNS)
