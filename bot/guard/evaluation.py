"""How well the guard does on labelled lines.

*Recall* is the share of lines with personal data in which every labelled kind was found; *false alarms* is the share of
harmless lines in which anything was. Neither figures nor misses hold what a line says.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.guard.findings import Kind
from bot.guard.search import find
from knowledge.article import Finding as Fault
from knowledge.article import FindingsError

LEAST_RECALL = 0.97
MOST_FALSE_ALARMS = 0.01
ALL = "all"
EXPECTED = '{"text": …, "kinds": [kinds of bot.guard.Kind], "split": "development" or "test"}'


class Split(StrEnum):
    """Whether a line was looked at while the rules were written."""

    DEVELOPMENT = "development"
    TEST = "test"


class Line(BaseModel):
    """A labelled line.

    Attributes:
        text: what somebody types.
        kinds: the personal data in it; empty when it is harmless.
        split: see `Split`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1)
    kinds: frozenset[Kind]
    split: Split = Split.TEST


@dataclass(frozen=True)
class Case:
    """A line and what the guard made of it.

    Attributes:
        language: locale, the name of the file.
        number: of the line in its file, from 1.
        split: see `Split`.
        expected: kinds that the line is labelled with.
        found: kinds that the guard found.
    """

    language: str
    number: int
    split: Split
    expected: frozenset[Kind]
    found: frozenset[Kind]


@dataclass(frozen=True)
class Figures:
    """Counts and shares (0-1) over some lines.

    Attributes:
        with_data: lines with personal data.
        recall: see the module; 1 when there is no such line.
        mistaken: share of them in which a kind was found that is not there.
        harmless: the other lines.
        false_alarms: see the module; 0 when there is no such line.
    """

    with_data: int
    recall: float
    mistaken: float
    harmless: int
    false_alarms: float

    @property
    def is_good(self) -> bool:
        """Whether the figures reach the goal."""
        return self.recall >= LEAST_RECALL and self.false_alarms <= MOST_FALSE_ALARMS


@dataclass(frozen=True)
class Report:
    """All that an evaluation says.

    Attributes:
        groups: figures by split, by language, and of all lines (`all`).
        kinds: for each kind the lines in which it was found and those in which it is.
    """

    groups: Mapping[str, Figures]
    kinds: Mapping[Kind, tuple[int, int]]

    @property
    def is_good(self) -> bool:
        """Whether each split by itself reaches the goal."""
        return all(self.groups[split].is_good for split in Split if split in self.groups)

    def as_object(self) -> dict[str, object]:
        """Return it for JSON."""
        return {
            "groups": {name: asdict(figures) for name, figures in self.groups.items()},
            "kinds": {kind: {"found": found, "expected": expected} for kind, (found, expected) in self.kinds.items()},
            "good": self.is_good,
        }


def evaluate(folder: Path) -> list[Case]:
    """Return what the guard makes of the lines of all `LANG.jsonl` of a folder.

    Raises:
        FindingsError: a line is malformed, or there is none.
    """
    cases: list[Case] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                cases.append(_case(path.stem, number, Line.model_validate_json(text)))
            except ValidationError as error:
                faults.append(Fault(path, number, error.errors(include_url=False)[0]["msg"], EXPECTED))
    if faults or not cases:
        raise FindingsError(faults or [Fault(folder, 0, "no lines", f"LANG.jsonl with {EXPECTED}")])
    return cases


def report(cases: Sequence[Case]) -> Report:
    """Return the figures by split, by language, by kind, and of all."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.split].append(case)
        groups[case.language].append(case)
    names = [*(split for split in Split if split in groups), *sorted(groups.keys() - set(Split))]
    expected = Counter(kind for case in cases for kind in case.expected)
    found = Counter(kind for case in cases for kind in case.expected & case.found)
    return Report(
        {str(name): figures(groups[name]) for name in names} | {ALL: figures(cases)},
        {kind: (found[kind], expected[kind]) for kind in Kind if expected[kind]},
    )


def figures(cases: Sequence[Case]) -> Figures:
    """Return the figures of some lines."""
    with_data = [case for case in cases if case.expected]
    harmless = [case for case in cases if not case.expected]
    missed = sum(not case.expected <= case.found for case in with_data)
    return Figures(
        with_data=len(with_data),
        recall=1 - _share(missed, len(with_data)),
        mistaken=_share(sum(not case.found <= case.expected for case in with_data), len(with_data)),
        harmless=len(harmless),
        false_alarms=_share(sum(bool(case.found) for case in harmless), len(harmless)),
    )


def misses(cases: Sequence[Case]) -> Iterator[str]:
    """Yield `LANG kind: found/expected, LANG.jsonl:LINE` for each kind that was overlooked or is not there."""
    for case in cases:
        for kind in sorted(case.found ^ case.expected):
            counts = f"{int(kind in case.found)}/{int(kind in case.expected)}"
            yield f"{case.language} {kind}: {counts}, {case.language}.jsonl:{case.number}"


def _case(language: str, number: int, line: Line) -> Case:
    found = frozenset(finding.kind for finding in find(line.text))
    return Case(language, number, line.split, line.kinds, found)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
