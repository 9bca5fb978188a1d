"""Buttons of one's own reminders before events; a lead is written as in `bot.services.events.leads`."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowLeads(Route):
    """Show when one is reminded of an event; without one, of all."""

    prefix: ClassVar[str] = "um"
    event_id: int | None = None


@dataclass(frozen=True)
class ChooseLead(Route):
    """Have a reminder so long before, or have it no more."""

    prefix: ClassVar[str] = "ut"
    event_id: int | None
    lead: str
    wanted: bool


@dataclass(frozen=True)
class TypeLead(Route):
    """Ask for a length of time that no button has."""

    prefix: ClassVar[str] = "uy"
    event_id: int | None = None


@dataclass(frozen=True)
class ResetLeads(Route):
    """Be reminded as before one chose."""

    prefix: ClassVar[str] = "uz"
    event_id: int | None = None
