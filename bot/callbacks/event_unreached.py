"""The button that shows whom messages about an event did not reach."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ListUnreached(Route):
    """Show the coordinator who has not got the last message about an event."""

    prefix: ClassVar[str] = "ej"
    event_id: int
