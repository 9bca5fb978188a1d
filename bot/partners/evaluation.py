"""How well units are found, and questions told from questions of procedure, on labelled lines.

*right* is the share of questions for a contact whose country and role were both found; *routed* the share of all lines
that were told apart; *mistaken* the share of questions of procedure that were taken for one for a contact.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.partners.functions import Role
from bot.partners.routing import asks_for_contact
from bot.partners.search import Lookup, Outcome, find
from knowledge import Country
from knowledge.article import Finding, FindingsError

LEAST_RIGHT = 0.95
MOST_MISTAKEN = 0.02
ALL = "all"
EXPECTED = '{"q": …, "lang": …, "asks": "contact" or "procedure", "country": …, "role": …, "kind": …, "split": …}'


class Asks(StrEnum):
    """What a line asks for."""

    CONTACT = "contact"
    PROCEDURE = "procedure"


class Line(BaseModel):
    """A labelled line.

    Attributes:
        q: as typed.
        lang: locale of who asks.
        asks: see `Asks`; a question of procedure has neither country nor role.
        country: of the unit; None when none of the network is named.
        role: of the unit.
        kind: how it is written, as the author calls it.
        elsewhere: whether a country is named that is not of the network.
        split: see the README beside the lines.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = Field(min_length=1)
    lang: str
    asks: Asks
    country: Country | None
    role: Role
    kind: str
    elsewhere: bool = False
    split: str


@dataclass(frozen=True)
class Case:
    """A line and what was made of it."""

    line: Line
    lookup: Lookup
    routed: Asks

    @property
    def is_routed(self) -> bool:
        """Whether it was told what it asks for."""
        return self.routed is self.line.asks

    @property
    def is_found(self) -> bool:
        """Whether country and role are right, and a country elsewhere is said to be one."""
        is_elsewhere = self.lookup.outcome is Outcome.ELSEWHERE
        found = (self.lookup.country, self.lookup.role, is_elsewhere)
        return found == (self.line.country, self.line.role, self.line.elsewhere)


@dataclass(frozen=True)
class Figures:
    """Figures over some lines; shares are 0-1, of what the module says."""

    contacts: int
    right: float
    procedures: int
    mistaken: float
    routed: float

    @property
    def is_good(self) -> bool:
        """Whether they reach the goal."""
        return self.right >= LEAST_RIGHT and self.mistaken <= MOST_MISTAKEN


def evaluate(folder: Path) -> list[Case]:
    """Return what is made of the lines of all `LANG.jsonl` of a folder.

    Raises:
        FindingsError: a line is malformed, or there is none.
    """
    cases: list[Case] = []
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                cases.append(_case(Line.model_validate_json(text)))
            except ValidationError as error:
                findings.append(Finding(path, number, error.errors(include_url=False)[0]["msg"], EXPECTED))
    if findings or not cases:
        raise FindingsError(findings or [Finding(folder, 0, "no lines", f"LANG.jsonl with {EXPECTED}")])
    return cases


def report(cases: Sequence[Case]) -> dict[str, Figures]:
    """Return the figures of all lines, then by split, language and kind."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for name in ("split", "lang", "kind"):
        for case in cases:
            groups[getattr(case.line, name)].append(case)
    return {ALL: figures(cases)} | {name: figures(group) for name, group in groups.items()}


def figures(cases: Sequence[Case]) -> Figures:
    """Return the figures of some lines; what there is none of is all right."""
    contacts = [case for case in cases if case.line.asks is Asks.CONTACT]
    procedures = [case for case in cases if case.line.asks is Asks.PROCEDURE]
    return Figures(
        contacts=len(contacts),
        right=1 - _share(sum(not case.is_found for case in contacts), len(contacts)),
        procedures=len(procedures),
        mistaken=_share(sum(not case.is_routed for case in procedures), len(procedures)),
        routed=1 - _share(sum(not case.is_routed for case in cases), len(cases)),
    )


def misses(cases: Sequence[Case]) -> Iterator[str]:
    """Yield a line for each question that was routed wrongly or whose unit was not found."""
    for case in cases:
        if not case.is_routed:
            yield f"{case.line.lang} taken for a question of {case.routed}: {case.line.q}"
        elif case.line.asks is Asks.CONTACT and not case.is_found:
            found = f"{case.lookup.country} {case.lookup.role} {case.lookup.outcome}"
            yield f"{case.line.lang} {found}, not {case.line.country} {case.line.role}: {case.line.q}"


def as_object(made: Mapping[str, Figures]) -> dict[str, object]:
    """Return a report for JSON."""
    return {"groups": {name: asdict(row) for name, row in made.items()}, "good": made[ALL].is_good}


def _case(line: Line) -> Case:
    routed = Asks.CONTACT if asks_for_contact(line.q) else Asks.PROCEDURE
    return Case(line, find(line.q, line.lang), routed)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
