"""How well our search and others find the right one of documents that are not ours, in one run."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.external_sets import FaqSet, Query, Scope, read_sets
from tests.benchmarks.rivals import BY_WORDS, OURS, SYSTEMS, System

SHOWN = 3
ALL_KINDS = "(kinds together)"


class Cell(NamedTuple):
    """Questions that are counted together, and what they are asked of."""

    scope: Scope
    name: str
    language: str
    kind: str

    def __str__(self) -> str:
        """Return it as a table's first columns."""
        return f"{self.name:12} {self.language:3} {self.kind:16}"


@dataclass(frozen=True)
class Quality:
    """Shares (0-1) over the questions of a cell.

    Attributes:
        top1: a right article comes first.
        top3: one is among the first three.
        mrr: mean of 1 / place of the first right article, 0 where none is among the first five.
    """

    top1: float
    top3: float
    mrr: float

    def __str__(self) -> str:
        """Return it as a table's column."""
        return " ".join(f"{share:.3f}" for share in astuple(self))


Ranks = Mapping[str, Sequence[int]]
"""By system: place of the first right article of each question, from 1; 0 where there is none."""


def report(folder: Path) -> Iterator[str]:
    """Yield the tables of all sets in a folder, then where ours is not ahead; each line as soon as it is known.

    Raises:
        FileNotFoundError: there is no set in the folder.
    """
    sets = read_sets(folder)
    if not sets:
        raise FileNotFoundError(f"{folder}: no folder with docs.jsonl in it")
    found: dict[Cell, Ranks] = {}
    yield f"{'':34}{'n':>5}  " + "  ".join(f"{name:17}" for name in SYSTEMS)
    yield f"{'':41}" + "  ".join(f"{'top-1 top-3 MRR':17}" for _ in SYSTEMS)
    for scope in Scope:
        yield f"searched: {scope}"
        for faq in sets:
            cells = dict(measure(faq, scope))
            cells |= together(cells)
            found |= cells
            yield from (_row(cell, ranks) for cell, ranks in cells.items())
    yield "\nWhere ours is not ahead of the best of the others"
    yield from (line for cell, ranks in found.items() for line in shortfalls(cell, ranks))


def measure(faq: FaqSet, scope: Scope) -> Iterator[tuple[Cell, Ranks]]:
    """Ask each system the questions of each language and kind."""
    for language, kind, queries in faq.groups():
        documents = faq.documents(language, kind, scope)
        ranks = {name: ranks_of(system(documents), queries) for name, system in SYSTEMS.items()}
        yield Cell(scope, faq.name, language, kind), ranks


def ranks_of(system: System, queries: Sequence[Query]) -> list[int]:
    """Return the place of the first right article of each question, from 1; 0 where there is none."""
    found = ((query.articles, system.find(query.q)) for query in queries)
    return [next((place for place, hit in enumerate(hits, 1) if hit in right), 0) for right, hits in found]


def quality(ranks: Sequence[int]) -> Quality:
    """Return the shares; there is a question at least."""
    count = len(ranks)
    return Quality(
        top1=sum(rank == 1 for rank in ranks) / count,
        top3=sum(0 < rank <= SHOWN for rank in ranks) / count,
        mrr=sum(1 / rank for rank in ranks if rank) / count,
    )


def together(cells: Mapping[Cell, Ranks]) -> dict[Cell, Ranks]:
    """Return the cells of each language with several kinds as one."""
    groups: dict[Cell, list[Ranks]] = defaultdict(list)
    for cell, ranks in cells.items():
        groups[cell._replace(kind=ALL_KINDS)].append(ranks)
    return {
        cell: {name: [rank for ranks in parts for rank in ranks[name]] for name in parts[0]}
        for cell, parts in groups.items()
        if len(parts) > 1
    }


def shortfalls(cell: Cell, ranks: Ranks) -> Iterator[str]:
    """Yield a line for each measure in which another is as good as ours or better, unless ours is perfect."""
    figures = {name: quality(some) for name, some in ranks.items()}
    for measure_name in (field.name for field in fields(Quality)):
        shares = {name: getattr(each, measure_name) for name, each in figures.items() if name != BY_WORDS}
        own = shares.pop(OURS)
        best = max(shares, key=shares.__getitem__)
        if own <= shares[best] and own < 1:
            verdict = "as good" if own == shares[best] else "behind"
            numbers = f"{measure_name:4} {own:.3f}, {best} {shares[best]:.3f}: {verdict}"
            yield f"{cell.scope:4}{cell} n={len(ranks[OURS]):<5}{numbers}"


def _row(cell: Cell, ranks: Ranks) -> str:
    columns = "  ".join(str(quality(some)) for some in ranks.values())
    return f"{cell} {len(ranks[OURS]):5}  {columns}"
