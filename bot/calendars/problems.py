"""What may be wrong with a calendar file, by kind and line, for a screen to explain."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Kinds of trouble. Those of the file come first; of the others each is about one event."""

    TOO_LARGE = "too large"
    NO_CALENDAR = "no calendar"
    UNBALANCED = "unbalanced"
    TOO_DEEP = "too deep"
    TOO_MANY_PARTS = "too many parts"
    NO_EVENT = "no event"
    ANSWER = "answer"

    BAD_LINE = "bad line"
    NO_START = "no start"
    BAD_TIME = "bad time"
    BAD_DURATION = "bad duration"
    END_BEFORE_START = "end before start"
    TOO_LONG = "too long"
    UNKNOWN_ZONE = "unknown zone"
    BAD_RULE = "bad rule"
    EXTRA_DATES = "extra dates"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        problem: its kind.
        line: number of the line in the file, from 1; 0 when it is about the whole file.
        detail: what stands there, short and on one line, "" where it says nothing; foreign text.
    """

    problem: Problem
    line: int = 0
    detail: str = ""


class CalendarFileError(ValueError):
    """A file, or an event of it, that is not taken.

    Attributes:
        finding: why.
    """

    def __init__(self, problem: Problem, line: int = 0, detail: str = "") -> None:
        super().__init__(f"line {line}: {problem}: {detail!r}")
        self.finding = Finding(problem, line, detail[:80])
