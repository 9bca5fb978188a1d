"""Buttons of broadcasts; all prefixes begin with `b` and have a second letter."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callbacks.route import Route


class DraftStep(StrEnum):
    """What a button of a draft does; the values travel in buttons."""

    OVERVIEW = "0"
    TEXTS = "1"
    FILE = "2"
    NO_FILE = "3"
    AUDIENCE = "4"
    EVERYBODY = "5"
    PREVIEW = "6"
    WHEN = "7"
    AT_ONCE = "8"
    URGENT = "9"
    NOT_URGENT = "10"
    CHECK = "11"
    DISCARD = "12"
    DISCARD_SURELY = "13"


@dataclass(frozen=True)
class EditDraft(Route):
    """Show a part of a draft, or change it."""

    prefix: ClassVar[str] = "bd"
    broadcast_id: int
    step: DraftStep


class TextDeed(StrEnum):
    """What is done with the text in a language; the values travel in buttons."""

    OPEN = "0"
    WRITE = "1"
    DROP = "2"
    CLEAR = "3"
    STAND_IN = "4"
    PREVIEW = "5"


@dataclass(frozen=True)
class EditText(Route):
    """Do something with the text of a draft in a language."""

    prefix: ClassVar[str] = "bl"
    broadcast_id: int
    locale: str
    deed: TextDeed


@dataclass(frozen=True)
class ChooseAudience(Route):
    """Show the values of a kind, or turn one of them to its next meaning.

    Attributes:
        kind: of `bot.models.ReceiverKind`.
        page: counts from 0.
        code: of the value to turn; None only shows them.
    """

    prefix: ClassVar[str] = "bv"
    broadcast_id: int
    kind: str
    page: int = 0
    code: str | None = None


@dataclass(frozen=True)
class SendAt(Route):
    """Send a draft at a time.

    Attributes:
        minute: since 1 January 1970, UTC.
    """

    prefix: ClassVar[str] = "ba"
    broadcast_id: int
    minute: int


@dataclass(frozen=True)
class ConfirmBroadcast(Route):
    """Send a draft to as many receivers as were shown."""

    prefix: ClassVar[str] = "bc"
    broadcast_id: int
    receivers: int


@dataclass(frozen=True)
class ListBroadcasts(Route):
    """Show a page of the broadcasts that were confirmed; pages count from 0."""

    prefix: ClassVar[str] = "bb"
    page: int = 0


class RunDeed(StrEnum):
    """What is done with a broadcast that was confirmed; the values travel in buttons."""

    SHOW = "0"
    PAUSE = "1"
    RESUME = "2"
    CANCEL = "3"
    CANCEL_SURELY = "4"
    RESEND_FAILED = "5"
    REMIND = "6"
    RECALL = "7"
    RECALL_SURELY = "8"
    REPORT = "9"
    TABLE = "10"
    APPROVE = "11"
    DECLINE = "12"
    COPY = "13"
    READ = "14"


@dataclass(frozen=True)
class SteerBroadcast(Route):
    """Do something with a broadcast that was confirmed."""

    prefix: ClassVar[str] = "br"
    broadcast_id: int
    deed: RunDeed


@dataclass(frozen=True)
class ConfirmReading(Route):
    """Say that one has read a broadcast."""

    prefix: ClassVar[str] = "bk"
    broadcast_id: int
