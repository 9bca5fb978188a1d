"""Buttons of a member's time zone."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowOwnZone(Route):
    """Show in which time zone the assistant writes times."""

    prefix: ClassVar[str] = "zs"


@dataclass(frozen=True)
class SetOwnZone(Route):
    """Choose the zone of a country (ISO 3166 alpha-2); None is that of one's own."""

    prefix: ClassVar[str] = "zc"
    country: str | None = None


@dataclass(frozen=True)
class TypeOwnZone(Route):
    """Ask for another city."""

    prefix: ClassVar[str] = "zt"
