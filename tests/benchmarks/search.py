"""How well and how fast the search answers labelled questions.

*right*: answered with the labelled article; *wrong*: answered with another, or at all where none answers; *offered*:
the labelled article is among the suggestions; *silent*: neither answered nor offered. *language*: guessed right;
*misread*: guessed as another, while no guess leaves the asker's own.
"""

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from bot.app import load_knowledge
from knowledge import Outcome, SearchResult
from knowledge.language import language_of
from knowledge.search import Searcher

SHOWN = 3
COLUMNS = ("top-1", "top-3", "right", "wrong", "offered", "silent", "language", "misread")
HEADER = f"{'':26}{'n':>5}" + "".join(f"{column:>9}" for column in COLUMNS)


@dataclass(frozen=True)
class Question:
    """A labelled question.

    Attributes:
        text: as typed.
        locale: of the asker.
        topic: id of the article that answers it; None when none does.
        kind: how it is written, as in `tests/data/questions/README.md`.
    """

    text: str
    locale: str
    topic: str | None
    kind: str


@dataclass(frozen=True)
class Case:
    """A question and what the search made of it, in how many seconds."""

    question: Question
    result: SearchResult
    seconds: float

    @property
    def is_right(self) -> bool:
        """Whether the outcome is the best possible: the labelled article, or no answer where there is none."""
        if self.question.topic is None:
            return self.result.outcome is Outcome.NONE
        return self.result.answer is not None and self.result.answer.article_id == self.question.topic

    @property
    def is_wrong(self) -> bool:
        """Whether it was answered with an article that does not answer it."""
        return self.result.answer is not None and self.result.answer.article_id != self.question.topic

    @property
    def is_offered(self) -> bool:
        """Whether the labelled article is offered, or anything at all where there is none."""
        offered = [hit.article_id for hit in self.result.suggestions]
        return bool(offered) if self.question.topic is None else self.question.topic in offered

    @property
    def is_language_right(self) -> bool:
        """Whether the language was guessed, in either of its scripts."""
        return self.result.locale is not None and language_of(self.result.locale) == language_of(self.question.locale)

    @property
    def is_misread(self) -> bool:
        """Whether another language was guessed."""
        return self.result.locale is not None and not self.is_language_right

    def is_among(self, count: int) -> bool:
        """Tell whether the labelled article is among the first hits, whatever the outcome."""
        return self.question.topic in [hit.article_id for hit in self.result.hits[:count]]


def read_questions(folder: Path) -> list[Question]:
    """Return the questions of all `*.jsonl` files of a folder."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines() if line)
    return [Question(entry["q"], entry["lang"], entry["topic"], entry["kind"]) for entry in map(json.loads, lines)]


def measure(questions: Sequence[Question]) -> tuple[list[Case], float]:
    """Ask all questions of the packaged knowledge base; return the cases and the seconds to build the search."""
    knowledge = load_knowledge()
    documents, topics = knowledge.documents(), knowledge.topics()
    started = time.perf_counter()
    searcher = Searcher.build(documents, topics)
    build_seconds = time.perf_counter() - started
    return [ask(searcher, question) for question in questions], build_seconds


def ask(searcher: Searcher, question: Question) -> Case:
    """Ask one question and take the time."""
    started = time.perf_counter()
    result = searcher.search(question.text, question.locale)
    return Case(question, result, time.perf_counter() - started)


def report(cases: Sequence[Case]) -> Iterator[str]:
    """Yield a table of quality by language, kind and both, then the times."""
    inside = [case for case in cases if case.question.topic is not None]
    outside = [case for case in cases if case.question.topic is None]
    yield from ("Questions that an article answers", HEADER)
    yield from _table(inside, lambda case: case.question.locale)
    yield from _table(inside, lambda case: case.question.kind)
    yield from _table(inside, lambda case: f"{case.question.locale} {case.question.kind}")
    yield _row("all", inside)
    yield from ("", "Questions that none answers (right: nothing found; offered: anything)", HEADER)
    yield from _table(outside, lambda case: case.question.locale)
    yield from _table(outside, lambda case: case.question.kind)
    yield _row("all", outside)
    cuts = quantiles([1000 * case.seconds for case in cases], n=100)
    yield from ("", f"per question p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms")


def misses(cases: Iterable[Case]) -> Iterator[str]:
    """Yield a line for each case that is not right: outcome, expected, first hits, question."""
    for case in cases:
        if not case.is_right:
            hits = ", ".join(hit.article_id for hit in case.result.hits[:SHOWN])
            confidence = case.result.explanation.signals.confidence
            asked = f"{case.question.locale} {case.question.kind}: {case.question.text}"
            yield f"{case.result.outcome} {confidence:.2f}, expected {case.question.topic}, found {hits} | {asked}"


def _table(cases: Iterable[Case], label: Callable[[Case], str]) -> Iterator[str]:
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[label(case)].append(case)
    for name, group in sorted(groups.items()):
        yield _row(name, group)


def _row(name: str, cases: Sequence[Case]) -> str:
    def share(holds: Callable[[Case], bool]) -> float:
        return sum(map(holds, cases)) / max(len(cases), 1)

    right, wrong = share(lambda case: case.is_right), share(lambda case: case.is_wrong)
    offered = share(lambda case: case.is_offered)
    language, misread = share(lambda case: case.is_language_right), share(lambda case: case.is_misread)
    first, shown = share(lambda case: case.is_among(1)), share(lambda case: case.is_among(SHOWN))
    silent = max(0.0, 1 - right - wrong - offered)
    shares = (first, shown, right, wrong, offered, silent, language, misread)
    return f"{name:26}{len(cases):5}" + "".join(f"{value:9.3f}" for value in shares)
