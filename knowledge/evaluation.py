"""How well a search answers labelled questions.

*right*: answered with the labelled article, or nothing found where none answers; *wrong*: answered with another, or at
all where none answers; *offered*: the labelled article is among the suggestions; *silent*: neither.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.article import Finding, FindingsError
from knowledge.decision import Outcome
from knowledge.search import Searcher, SearchResult

SHOWN = 3
BINS = 10


class Question(BaseModel):
    """A labelled question.

    Attributes:
        q: as typed.
        lang: locale of the asker.
        topic: id of the article that answers it; None when none does.
        kind: how it is written, as the file's author calls it.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    q: str
    lang: str
    topic: str | None
    kind: str = "any"


@dataclass(frozen=True)
class Case:
    """A question and what the search made of it."""

    question: Question
    result: SearchResult

    @property
    def rank(self) -> int | None:
        """Place of the labelled article among the hits, from 1; None when it is not there."""
        found = [hit.article_id for hit in self.result.hits]
        return found.index(self.question.topic) + 1 if self.question.topic in found else None

    @property
    def is_right(self) -> bool:
        """Whether the outcome is the best possible."""
        if self.question.topic is None:
            return self.result.outcome is Outcome.NONE
        return self.result.answer is not None and self.rank == 1

    @property
    def is_wrong(self) -> bool:
        """Whether it was answered with an article that does not answer it."""
        return self.result.answer is not None and self.rank != 1

    @property
    def is_offered(self) -> bool:
        """Whether the labelled article is offered, or anything at all where there is none."""
        offered = [hit.article_id for hit in self.result.suggestions]
        return bool(offered) if self.question.topic is None else self.question.topic in offered

    @property
    def confidence(self) -> float:
        """What the search gave for the first hit being right, 0-1."""
        return self.result.explanation.signals.confidence


@dataclass(frozen=True)
class Figures:
    """Shares (0-1) over some cases.

    Attributes:
        questions: how many.
        top1: labelled article first among the hits, whatever the outcome.
        top3: among the first three.
        mrr: mean of 1 / its place, 0 where it is not among the hits.
        right: see the module.
        wrong: see the module.
        offered: see the module.
        silent: see the module.
    """

    questions: int
    top1: float
    top3: float
    mrr: float
    right: float
    wrong: float
    offered: float
    silent: float


@dataclass(frozen=True)
class Report:
    """All that an evaluation says.

    Attributes:
        inside: figures of questions that an article answers, by group: a language, a kind, both, `all`.
        outside: the same of questions that none answers.
        calibration_error: mean distance of confidence and success over ten equal bins, weighed by their sizes (ECE).
    """

    inside: dict[str, Figures]
    outside: dict[str, Figures]
    calibration_error: float

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return asdict(self)


def read_questions(path: Path) -> list[Question]:
    """Return the questions of a file of JSON lines, or of all `*.jsonl` of a folder.

    Raises:
        FindingsError: a line is malformed.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    questions, findings = [], []
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                questions += [Question.model_validate_json(line)] if line.strip() else []
            except ValidationError as error:
                found = error.errors(include_url=False)[0]["msg"]
                findings.append(Finding(file, number, found, '{"q": …, "lang": …, "topic": id or null, "kind": …}'))
    if findings:
        raise FindingsError(findings)
    return questions


def ask(searcher: Searcher, questions: Iterable[Question]) -> Iterator[Case]:
    """Yield what the search makes of each question."""
    return (Case(question, searcher.search(question.q, question.lang)) for question in questions)


def report(cases: Sequence[Case]) -> Report:
    """Return the figures by language, by kind, by both, and of all."""
    inside = [case for case in cases if case.question.topic is not None]
    outside = [case for case in cases if case.question.topic is None]
    return Report(_grouped(inside), _grouped(outside), calibration_error(cases))


def figures(cases: Sequence[Case]) -> Figures:
    """Return the figures of some cases; zeros for none."""

    def share(holds: Callable[[Case], bool | float]) -> float:
        return round(sum(map(holds, cases)) / max(len(cases), 1), 4)

    return Figures(
        questions=len(cases),
        top1=share(lambda case: case.rank == 1),
        top3=share(lambda case: case.rank is not None and case.rank <= SHOWN),
        mrr=share(lambda case: 1 / case.rank if case.rank else 0.0),
        right=share(lambda case: case.is_right),
        wrong=share(lambda case: case.is_wrong),
        offered=share(lambda case: case.is_offered),
        silent=share(lambda case: not (case.is_right or case.is_wrong or case.is_offered)),
    )


def calibration_error(cases: Sequence[Case]) -> float:
    """Return how far confidence is from success, 0-1."""
    bins: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        bins[min(BINS - 1, int(case.confidence * BINS))].append(case)
    gaps = [abs(sum(case.confidence - (case.rank == 1) for case in group)) for group in bins.values()]
    return round(sum(gaps) / max(len(cases), 1), 4)


def misses(cases: Iterable[Case]) -> Iterator[str]:
    """Yield a line for each case that is not right: outcome, expected, first hits, question."""
    for case in cases:
        if not case.is_right:
            hits = ", ".join(hit.article_id for hit in case.result.hits[:SHOWN])
            asked = f"{case.question.lang} {case.question.kind}: {case.question.q}"
            expected = case.question.topic or "nothing"
            yield f"{case.result.outcome} {case.confidence:.2f}, expected {expected}, found {hits} | {asked}"


def as_json(made: Report) -> str:
    """Return a report as one JSON object."""
    return json.dumps(made.as_object(), ensure_ascii=False)


def _grouped(cases: Sequence[Case]) -> dict[str, Figures]:
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        language, kind = case.question.lang, case.question.kind
        for name in (language, kind, f"{language} {kind}"):
            groups[name].append(case)
    order = sorted(groups, key=lambda name: (name.count(" "), name))
    return {name: figures(groups[name]) for name in order} | {"all": figures(cases)}
