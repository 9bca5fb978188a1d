"""Recurrence rules (RFC 5545 3.3.10): read, checked, written back.

What a meeting does not need is refused: parts of a day, and numbers that would make a calendar a burden. The days on
which an event does not take place are kept with its rule as one more part, `EXDATE=20270316,20270323`; in a calendar
file they are a property of their own.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

LONGEST_RULE = 300
MOST_OCCURRENCES = 500
"""Of COUNT: ten years of weeks."""
WEEKDAY = re.compile(r"(?P<nth>[+-]?\d{1,2})?(?P<weekday>MO|TU|WE|TH|FR|SA|SU)")
DAY = re.compile(r"[0-9]{8}", re.ASCII)
UNTIL = re.compile(r"\d{8}(?P<time>T\d{6}Z?)?")
RANGES = MappingProxyType(
    {
        "BYMONTH": range(1, 13),
        "BYMONTHDAY": range(-31, 32),
        "BYYEARDAY": range(-366, 367),
        "BYWEEKNO": range(-53, 54),
        "BYSETPOS": range(-366, 367),
    }
)
NTH_WEEKDAYS = range(-53, 54)
EXCLUDED = "EXDATE"
PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", EXCLUDED, *RANGES})


class Frequency(StrEnum):
    """How often; nothing below a day."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


INTERVALS = MappingProxyType({Frequency.DAILY: 366, Frequency.WEEKLY: 53, Frequency.MONTHLY: 24, Frequency.YEARLY: 4})
"""The largest intervals."""


class RuleProblem(StrEnum):
    """What is wrong with a rule."""

    SYNTAX = "syntax"
    UNKNOWN_PART = "unknown part"
    FREQUENCY = "frequency"
    VALUE = "value"
    COUNT_AND_UNTIL = "count and until"
    TOO_MANY = "too many"
    NEVER = "never"


class RuleError(ValueError):
    """A rule that is not taken.

    Attributes:
        problem: the kind, for a screen to explain.
        part: the part of the rule that it is about, in capital letters; foreign text, "" for the whole rule.
    """

    def __init__(self, problem: RuleProblem, part: str = "") -> None:
        super().__init__(f"RRULE: {problem} {part!r}; expected parts as in FREQ=WEEKLY;BYDAY=MO;COUNT=10")
        self.problem = problem
        self.part = part


@dataclass(frozen=True)
class Rule:
    """A checked rule; `str` writes it as in a file.

    Attributes:
        frequency: how often.
        interval: every how many.
        count: how many times in all, the first included; None without that end.
        until: last day, or last instant (aware) or wall time (naive); None without that end.
        by: the other parts as written, by name.
        excluded: days on which it does not take place, each once, in order.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: dt.date | None = None
    by: tuple[tuple[str, str], ...] = ()
    excluded: tuple[dt.date, ...] = ()

    def __str__(self) -> str:
        """Return the value of an RRULE property, with a part more for the days on which it does not take place."""
        parts = [("FREQ", str(self.frequency)), *self.by]
        if self.interval > 1:
            parts.append(("INTERVAL", str(self.interval)))
        if self.count is not None:
            parts.append(("COUNT", str(self.count)))
        if self.until is not None:
            parts.append(("UNTIL", _until_text(self.until)))
        if self.excluded:
            parts.append((EXCLUDED, ",".join(f"{day:%Y%m%d}" for day in self.excluded)))
        return ";".join(f"{name}={value}" for name, value in parts)


def read_rule(text: str) -> Rule:
    """Return the rule that a text is.

    Args:
        text: the value of an RRULE property, with or without `RRULE:`, in any case.

    Raises:
        RuleError: it is none, or asks for more than a calendar of meetings needs.
    """
    parts = _parts(text)
    frequency = _frequency(parts.get("FREQ", ""))
    if {"COUNT", "UNTIL"} <= parts.keys():
        raise RuleError(RuleProblem.COUNT_AND_UNTIL)
    if "COUNT" in parts and parts["COUNT"].isdecimal() and int(parts["COUNT"][:9]) > MOST_OCCURRENCES:
        raise RuleError(RuleProblem.TOO_MANY, "COUNT")
    return Rule(
        frequency,
        interval=_number("INTERVAL", parts.get("INTERVAL", "1"), range(1, INTERVALS[frequency] + 1)),
        count=_number("COUNT", parts["COUNT"], range(1, MOST_OCCURRENCES + 1)) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        by=tuple((name, _checked(name, value)) for name, value in parts.items() if name[:2] in {"BY", "WK"}),
        excluded=tuple(sorted({_day(item) for item in parts.get(EXCLUDED, "").split(",") if item})),
    )


def _parts(text: str) -> Mapping[str, str]:
    if len(text) > LONGEST_RULE:
        raise RuleError(RuleProblem.TOO_MANY)
    found: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not value or name in found:
            raise RuleError(RuleProblem.SYNTAX, part)
        if name not in PARTS:
            raise RuleError(RuleProblem.UNKNOWN_PART, name)
        found[name] = value
    return found


def _frequency(value: str) -> Frequency:
    try:
        return Frequency(value)
    except ValueError:
        raise RuleError(RuleProblem.FREQUENCY, value) from None


def _number(name: str, value: str, allowed: range) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", value) or int(value) not in allowed:
        raise RuleError(RuleProblem.VALUE, name)
    return int(value)


def _checked(name: str, listed: str) -> str:
    """Return the value of a BY... part or WKST after a look at each of its items."""
    items = listed.split(",")
    fits = _is_number if name in RANGES else _is_weekday
    if not all(fits(name, item) for item in items) or (name == "WKST" and len(listed) > len("MO")):
        raise RuleError(RuleProblem.VALUE, name)
    return listed


def _is_number(name: str, item: str) -> bool:
    return _number(name, item, RANGES[name]) != 0


def _is_weekday(name: str, item: str) -> bool:
    """Tell whether it is a weekday, perhaps with a number as in -1FR (the last Friday)."""
    weekday = WEEKDAY.fullmatch(item)
    return weekday is not None and (weekday["nth"] is None or _number(name, weekday["nth"], NTH_WEEKDAYS) != 0)


def _day(value: str) -> dt.date:
    if not DAY.fullmatch(value):
        raise RuleError(RuleProblem.VALUE, EXCLUDED)
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise RuleError(RuleProblem.VALUE, EXCLUDED) from None


def _until(value: str) -> dt.date:
    form = UNTIL.fullmatch(value)
    try:
        if form and form["time"]:
            return dt.datetime.fromisoformat(value)
        if form:
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise RuleError(RuleProblem.VALUE, "UNTIL")


def _until_text(until: dt.date) -> str:
    if not isinstance(until, dt.datetime):
        return until.strftime("%Y%m%d")
    return until.strftime("%Y%m%dT%H%M%S") + ("Z" if until.tzinfo else "")
