"""Buttons of the files that go with an event."""

from dataclasses import dataclass
from typing import ClassVar

from bot.callbacks.route import Route


@dataclass(frozen=True)
class ListDocuments(Route):
    """Show the documents of an event."""

    prefix: ClassVar[str] = "ud"
    event_id: int


@dataclass(frozen=True)
class SendDocument(Route):
    """Send a document to whoever presses."""

    prefix: ClassVar[str] = "uf"
    document_id: int


@dataclass(frozen=True)
class AddDocument(Route):
    """Ask for a file."""

    prefix: ClassVar[str] = "ua"
    event_id: int


@dataclass(frozen=True)
class RemoveDocument(Route):
    """Ask whether a document shall go, or remove it."""

    prefix: ClassVar[str] = "ue"
    document_id: int
    confirmed: bool
