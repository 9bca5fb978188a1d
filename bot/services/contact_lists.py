"""Cells of a contact file that hold several values, separated by semicolons.

Addresses are `+36 1 234 5678 (reception)`, days `2026-12-24..2026-12-26 closed (stocktaking)` or one day.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from bot.models import Function
from bot.models.contacts import MAX_LABEL
from bot.models.opening_hours import format_spans, parse_spans
from bot.services import contact_cells as cells
from bot.services.contact_records import PART, Labelled, PointKey, SubstituteDays
from bot.services.schedules import DayException

SEPARATOR = ";"
RESERVED = "();"
"""What a label cannot hold, because it separates."""
MAX_ITEMS = 20
LABELLED = re.compile(r"(?P<value>[^()]*?)\s*(?:\((?P<label>[^()]*)\))?")
DAYS = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)(?:\s*\.\.\s*(?P<last>\d{4}-\d\d-\d\d))?\s+(?P<rest>.+)")
EXPECTED_EXCEPTION = "2026-12-24..2026-12-26 closed (stocktaking), or 2026-12-31 09:00-12:00"
EXPECTED_SUBSTITUTE = "2026-12-24..2026-12-31 unit/function"
Item = TypeVar("Item")
label_text = cells.text(MAX_LABEL, RESERVED)
point_label = cells.text(MAX_LABEL, f"{RESERVED}{PART}")


class Days(Protocol):
    """What counts on some days, the last included."""

    @property
    def first_day(self) -> dt.date:
        """The first of them."""

    @property
    def last_day(self) -> dt.date:
        """The last of them."""


def listed(read: Callable[[str], Item]) -> Callable[[str], tuple[Item, ...]]:
    """Return a reader of several values; nothing is none."""

    def read_all(cell: str) -> tuple[Item, ...]:
        parts = [part.strip() for part in cell.strip().rstrip(SEPARATOR).split(SEPARATOR)] if cell.strip() else []
        if len(parts) > MAX_ITEMS:
            raise cells.unreadable(cell, f"at most {MAX_ITEMS} values")
        return tuple(map(read, parts))

    return read_all


def codes(read: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    """Return a reader of codes separated by commas, each once."""

    def read_all(cell: str) -> tuple[str, ...]:
        found = tuple(read(part.strip()) for part in cell.split(",")) if cell.strip() else ()
        _refuse_twice(found, cell)
        if len(found) > MAX_ITEMS:
            raise cells.unreadable(cell, f"at most {MAX_ITEMS} codes")
        return found

    return read_all


def addresses(read: Callable[[str], str]) -> Callable[[str], tuple[Labelled, ...]]:
    """Return a reader of addresses, each once, with words in brackets after them."""

    def read_one(part: str) -> Labelled:
        match = LABELLED.fullmatch(part)
        if match is None:
            raise cells.unreadable(part, "an address, and words in brackets after it")
        return Labelled(read(match["value"]), label_text((match["label"] or "").strip()))

    def read_all(cell: str) -> tuple[Labelled, ...]:
        found = listed(read_one)(cell)
        _refuse_twice([address.value for address in found], cell)
        return found

    return read_all


def write_addresses(write: Callable[[str], str] = str) -> Callable[[Sequence[Labelled]], str]:
    """Return a writer of addresses."""

    def write_all(found: Sequence[Labelled]) -> str:
        return "; ".join(f"{write(one.value)} ({one.label})" if one.label else write(one.value) for one in found)

    return write_all


def exceptions(cell: str) -> tuple[DayException, ...]:
    """Read days with other hours, in order."""
    return _apart(listed(_exception)(cell), cell)


def write_exceptions(found: Sequence[DayException]) -> str:
    """Write days with other hours."""
    parts = (f"{_range(one)} {format_spans(one.spans)}{f' ({one.reason})' if one.reason else ''}" for one in found)
    return "; ".join(parts)


def substitutes(cell: str) -> tuple[SubstituteDays, ...]:
    """Read days on which others answer, in order."""
    return _apart(listed(_substitute)(cell), cell)


def write_substitutes(found: Sequence[SubstituteDays]) -> str:
    """Write days on which others answer."""
    return "; ".join(f"{_range(one)} {one.point}" for one in found)


def point_key(cell: str) -> PointKey:
    """Read the key of a contact point."""
    parts = cell.split(PART, 2)
    if len(parts) < 2:  # noqa: PLR2004  # unit and function, at least
        raise cells.unreadable(cell, "a contact point such as hu-nebek/europol")
    return PointKey(cells.key(parts[0]), cells.code(Function)(parts[1]), point_label("".join(parts[2:])))


def _exception(part: str) -> DayException:
    first, last, rest = _days(part, EXPECTED_EXCEPTION)
    match = LABELLED.fullmatch(rest)
    if match is None:
        raise cells.unreadable(part, EXPECTED_EXCEPTION)
    return DayException(first, last, parse_spans(match["value"]), label_text((match["label"] or "").strip()))


def _substitute(part: str) -> SubstituteDays:
    first, last, rest = _days(part, EXPECTED_SUBSTITUTE)
    return SubstituteDays(first, last, point_key(rest))


def _days(part: str, expected: str) -> tuple[dt.date, dt.date, str]:
    match = DAYS.fullmatch(part)
    if match is None:
        raise cells.unreadable(part, expected)
    first = cells.day(match["first"])
    last = cells.day(match["last"]) if match["last"] else first
    if last < first:
        raise cells.unreadable(part, "a last day that is not before the first one")
    return first, last, match["rest"].strip()


AnyDays = TypeVar("AnyDays", bound=Days)


def _apart(found: tuple[AnyDays, ...], cell: str) -> tuple[AnyDays, ...]:
    """Return days in order; no two may share one."""
    ordered = tuple(sorted(found, key=lambda one: one.first_day))
    if any(later.first_day <= earlier.last_day for earlier, later in pairwise(ordered)):
        raise cells.unreadable(cell, "each day once")
    return ordered


def _range(days: Days) -> str:
    return f"{days.first_day}" if days.first_day == days.last_day else f"{days.first_day}..{days.last_day}"


def _refuse_twice(found: Sequence[str], cell: str) -> None:
    if len(set(found)) < len(found):
        raise cells.unreadable(cell, "each value once")
