"""Buttons of a member's quiet hours."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowQuietHours(Route):
    """Show when the assistant does not write."""

    prefix: ClassVar[str] = "qh"


@dataclass(frozen=True)
class SetQuietHours(Route):
    """Choose quiet hours.

    Attributes:
        begin: minutes since midnight.
        end: the same; both alike: never quiet.
    """

    prefix: ClassVar[str] = "qs"
    begin: int
    end: int


@dataclass(frozen=True)
class TypeQuietHours(Route):
    """Ask for other hours than those of the buttons."""

    prefix: ClassVar[str] = "qt"
