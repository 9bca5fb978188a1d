"""Buttons of those who plan events; kinds and fields are values of `EventKind` and `fields.Field`."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class BeginEvent(Route):
    """Begin a draft of a kind."""

    prefix: ClassVar[str] = "eb"
    kind: str


@dataclass(frozen=True)
class ShowPlan(Route):
    """Show a draft, or what of a published event can be changed."""

    prefix: ClassVar[str] = "eh"
    event_id: int


@dataclass(frozen=True)
class SetField(Route):
    """Ask for a field to be typed."""

    prefix: ClassVar[str] = "es"
    event_id: int
    field: str


@dataclass(frozen=True)
class PickDay(Route):
    """Show a month to choose the first day from (`2027-03`), or take a day (`2027-03-15`)."""

    prefix: ClassVar[str] = "ed"
    event_id: int
    chosen: str


@dataclass(frozen=True)
class InviteCountry(Route):
    """Invite a country, or do not."""

    prefix: ClassVar[str] = "eu"
    event_id: int
    country: str
    invited: bool


@dataclass(frozen=True)
class PreviewEvent(Route):
    """Show a draft as its receivers will see it in a language."""

    prefix: ClassVar[str] = "ew"
    event_id: int
    locale: str


@dataclass(frozen=True)
class PublishEvent(Route):
    """Invite everybody; the first press only asks."""

    prefix: ClassVar[str] = "ey"
    event_id: int
    confirmed: bool


@dataclass(frozen=True)
class DiscardDraft(Route):
    """Delete a draft; the first press only asks."""

    prefix: ClassVar[str] = "ez"
    event_id: int
    confirmed: bool


@dataclass(frozen=True)
class CancelEvent(Route):
    """Ask why a published event is cancelled."""

    prefix: ClassVar[str] = "ek"
    event_id: int
