"""Buttons of the checklist of an event, for who plans it; tasks are values of `bot.models.Task`."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowChecklist(Route):
    """Show the checklist as it is planned."""

    prefix: ClassVar[str] = "pc"
    event_id: int


@dataclass(frozen=True)
class PutOnChecklist(Route):
    """Put a task on the list so many days before the start; without days, ask by when."""

    prefix: ClassVar[str] = "pi"
    event_id: int
    task: str
    days: int | None = None


@dataclass(frozen=True)
class TakeOffChecklist(Route):
    """Take an item off the list; of a published event the first press only asks."""

    prefix: ClassVar[str] = "px"
    event_id: int
    item_id: int
    confirmed: bool
