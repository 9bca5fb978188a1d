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
