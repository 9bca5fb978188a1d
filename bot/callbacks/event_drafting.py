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
