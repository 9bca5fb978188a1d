"""Buttons of whom an event is for; kinds are values of `bot.models.AudienceKind`."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowAudience(Route):
    """Show whom a draft is for."""

    prefix: ClassVar[str] = "pa"
    event_id: int


@dataclass(frozen=True)
class ChooseInvited(Route):
    """Show a page of the values of a kind, or turn one of them.

    Attributes:
        page: counts from 0.
        code: of the value to turn; None only shows them.
    """

    prefix: ClassVar[str] = "pv"
    event_id: int
    kind: str
    page: int = 0
    code: str | None = None


@dataclass(frozen=True)
class FindMember(Route):
    """Ask for words to find a member by."""

    prefix: ClassVar[str] = "pf"
    event_id: int


@dataclass(frozen=True)
class AskQuotas(Route):
    """Ask how many of each country can come."""

    prefix: ClassVar[str] = "pq"
    event_id: int
