"""Screens as values: what is shown and which buttons stand below; no view sends anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.callbacks import Route


@dataclass(frozen=True)
class Link:
    """A button's target: an address that opens outside the assistant."""

    url: str


@dataclass(frozen=True)
class Copy:
    """A button's target: a text that the client copies, also where the message itself is protected.

    Attributes:
        text: 1-256 characters (Bot API: CopyTextButton).
    """

    text: str


@dataclass(frozen=True)
class Button:
    """A button below a message."""

    label: str
    target: Route | Link | Copy


class MediaKind(StrEnum):
    """How a file is shown."""

    DOCUMENT = "document"
    PHOTO = "photo"


@dataclass(frozen=True)
class Media:
    """A file that Telegram holds already."""

    file_id: str
    kind: MediaKind


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a screen."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class View:
    """One screen.

    Attributes:
        blocks: paragraphs in Telegram's HTML; a long text is split only between them.
        rows: buttons, row by row.
        attachment: sent below the texts, and not where a message is changed.
        media: stands above the text, which then has 1,024 characters at most; not where a message is changed.
        withdraws: numbers of messages in the chat that are deleted in place of sending anything; where Telegram does
            not delete one any more, the last block takes the place of its text.
        is_protected: nobody can forward, save or copy it.
    """

    blocks: tuple[str, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    attachment: Attachment | None = None
    media: Media | None = None
    withdraws: tuple[int, ...] = ()
    is_protected: bool = False

    def with_rows(self, rows: Sequence[tuple[Button, ...]]) -> "View":
        """Return the screen with more buttons, above its last row."""
        return replace(self, rows=(*self.rows[:-1], *rows, *self.rows[-1:]))


def protected(*blocks: str, rows: Sequence[tuple[Button, ...]] = ()) -> View:
    """Return a screen that nobody can forward, save or copy, as `View`."""
    return View(blocks, tuple(rows), is_protected=True)


def in_pairs(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    """Put buttons two in a row."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
