"""Buttons of further ways to an event: written in one message, of another kind, like an earlier one."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class WriteEvent(Route):
    """Show how an event is written in one message."""

    prefix: ClassVar[str] = "jw"


@dataclass(frozen=True)
class SetKind(Route):
    """Set the kind of an event; without one, choose it."""

    prefix: ClassVar[str] = "jk"
    event_id: int
    kind: str | None = None


@dataclass(frozen=True)
class ListEarlier(Route):
    """Show a page of the events that can be copied; pages count from 0."""

    prefix: ClassVar[str] = "je"
    page: int = 0


@dataclass(frozen=True)
class CopyEvent(Route):
    """Copy an event to a day (`2027-03-15`), show a month to choose it from (`2027-03`), or ask for it."""

    prefix: ClassVar[str] = "jc"
    event_id: int
    chosen: str | None = None


@dataclass(frozen=True)
class SetRepetition(Route):
    """Set how an event comes again; without a shape or without an end, ask for it.

    The shape is a value of `bot.calendars.patterns.Pattern`, or `-` for once. The end is `-` for none, a number of
    times as `c10`, or a last day as `u20271231`.
    """

    prefix: ClassVar[str] = "jr"
    event_id: int
    shape: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class SkipDay(Route):
    """Take a day (`20270316`) out of a series or put it back; without one, show a page of them, counted from 0."""

    prefix: ClassVar[str] = "jx"
    event_id: int
    page: int = 0
    day: str | None = None
    takes_place: bool | None = None
