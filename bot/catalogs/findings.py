"""What a check reports."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

EXCERPT_LENGTH = 48


class Rule(StrEnum):
    """The rules, by the word that stands in a report."""

    SOURCE = "source"
    TEMPLATE = "template"
    CATALOG = "catalog"
    SYNTAX = "syntax"
    HEADER = "header"
    PLACEHOLDER = "placeholder"
    MARKUP = "markup"
    PLURAL = "plural forms"
    NUMBER = "number"
    ARTICLE = "article number"
    UNIT = "unit"
    SCRIPT = "letters"
    COMMAND = "command"
    SPACE = "space at the ends"
    LINES = "line breaks"
    PUNCTUATION = "final punctuation"
    IDENTICAL = "same as English"


WARNINGS = frozenset({Rule.LINES, Rule.PUNCTUATION, Rule.IDENTICAL})
"""Rules with too many good exceptions to fail for."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with one translation, wherever it stands."""

    rule: Rule
    found: str
    expected: str


@dataclass(frozen=True)
class Finding:
    """A fault and its place.

    Attributes:
        path: below the checkout.
        line: of the msgid, from 1.
        msgid: its beginning; empty where the finding is about the file.
        rule: the rule that is broken.
        found: what stands there.
        expected: what should.
    """

    path: Path
    line: int
    msgid: str
    rule: Rule
    found: str
    expected: str

    @property
    def is_error(self) -> bool:
        """Whether a check with this finding fails."""
        return self.rule not in WARNINGS

    def __str__(self) -> str:
        place = f"{self.path.as_posix()}:{self.line}"
        severity = "" if self.is_error else "warning: "
        message = f'{self.rule} in "{self.msgid}"' if self.msgid else str(self.rule)
        return f"{place}: {severity}{message}: found {self.found}; expected {self.expected}"


def locate(fault: Fault, path: Path, line: int, msgid: str = "") -> Finding:
    """Return the fault at its place."""
    return Finding(path, line, excerpt(msgid), fault.rule, fault.found, fault.expected)


def excerpt(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= EXCERPT_LENGTH else line[: EXCERPT_LENGTH - 1].rstrip() + "…"
