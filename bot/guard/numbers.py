"""Numbers as people type them: in groups, parted by a space, a dot, a hyphen or a slash."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DIGITS = re.compile(r"\d+")
SEPARATORS = frozenset(" .-/")
LONGEST = 19
"""Digits of the longest number that is looked for, a card's."""
SHORTEST = 8


@dataclass(frozen=True)
class Number:
    """Digits that may be one number.

    Attributes:
        digits: without separators, 8 to 19.
        sizes: digits in each group.
        start: place of the first digit.
        end: place after the last.
    """

    digits: str
    sizes: tuple[int, ...]
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """Whether it is written without separators."""
        return len(self.sizes) == 1


def numbers(text: str) -> Iterator[Number]:
    """Yield what may be one number: each group by itself, and each beginning of a run of groups.

    The beginnings, longest first, are there because another number may follow without a word between. At most
    `LONGEST` of them begin at one run, so the work grows with the text and no faster.
    """
    for run in _runs(text):
        if len(run) > 1:
            yield from reversed(list(_beginnings(run)))
        yield from (_number([group]) for group in run if SHORTEST <= len(group[0]) <= LONGEST)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for group in DIGITS.finditer(text):
        if run and not (group.start() == run[-1].end() + 1 and text[run[-1].end()] in SEPARATORS):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _beginnings(run: Sequence[re.Match[str]]) -> Iterator[Number]:
    for count in range(2, min(len(run), LONGEST) + 1):
        size = sum(len(group[0]) for group in run[:count])
        if size > LONGEST:
            return
        if size >= SHORTEST:
            yield _number(run[:count])


def _number(groups: Sequence[re.Match[str]]) -> Number:
    digits = "".join(group[0] for group in groups)
    return Number(digits, tuple(len(group[0]) for group in groups), groups[0].start(), groups[-1].end())
