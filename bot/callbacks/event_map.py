"""Buttons of the point on the map where an event takes place."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowMap(Route):
    """Send whoever sees the event its place as a message of Telegram's own."""

    prefix: ClassVar[str] = "pg"
    event_id: int


@dataclass(frozen=True)
class AskPoint(Route):
    """Ask who plans the event for the point."""

    prefix: ClassVar[str] = "po"
    event_id: int


@dataclass(frozen=True)
class DropPoint(Route):
    """Take the point away."""

    prefix: ClassVar[str] = "pr"
    event_id: int
