"""Buttons of the texts of an event, one a language, for who plans it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ShowTexts(Route):
    """Show in which languages there are texts."""

    prefix: ClassVar[str] = "pt"
    event_id: int


class EventTextDeed(StrEnum):
    """What is done with the text in a language; the values travel in buttons."""

    OPEN = "0"
    WRITE = "1"
    DROP = "2"


@dataclass(frozen=True)
class EditEventText(Route):
    """Do something with the text of an event in a language."""

    prefix: ClassVar[str] = "pl"
    event_id: int
    locale: str
    deed: EventTextDeed
