"""What broadcasts need of the delivery engine, and no more.

All functions work in the session of the caller, who commits: what is decided and what is sent are kept or lost
together.
"""

import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sqlmodel.ext.asyncio.session import AsyncSession

BROADCAST, UNDOES = "broadcast", "undoes"
"""Names in the payload of a delivery: number of the broadcast, and the cause that a recall takes back."""


class Kind(StrEnum):
    """What is delivered; the engine has a renderer for each.

    MESSAGE: the broadcast itself.
    REMINDER: the broadcast again, to those who have not confirmed that they read it.
    RECALL: no message; the one that was delivered before is taken back.
    APPROVAL: asks another coordinator to approve.
    CARD: tells the author how it stands, when it was decided on, has paused by itself, or is over.
    """

    MESSAGE = "broadcast"
    REMINDER = "broadcast_reminder"
    RECALL = "broadcast_recall"
    APPROVAL = "broadcast_approval"
    CARD = "broadcast_card"


class Outcome(StrEnum):
    """What became of a delivery.

    PENDING: not tried yet, held back, or on its way.
    UNKNOWN: it left, and no answer came; it may have arrived.
    UNREACHABLE: the member has blocked the assistant, or their account is gone.
    NEVER_SENT: cancelled, or of no use any more.
    """

    PENDING = "pending"
    SENT = "sent"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    NEVER_SENT = "never_sent"


@dataclass(frozen=True)
class Order:
    """What is to be delivered to each of some members.

    Attributes:
        broadcast_id: what it is about.
        batch: what it is counted, paused and cancelled with, as `broadcast:7`; at most 40 characters.
        cause: with the member's number the key that nothing is delivered twice by.
        due_at: aware; not sent before.
        is_urgent: is sent in quiet hours too.
        undoes: of a recall: the cause of what it takes back.
    """

    kind: Kind
    broadcast_id: int
    batch: str
    cause: str
    due_at: dt.datetime
    is_urgent: bool = False
    undoes: str = ""


@dataclass(frozen=True)
class Fate:
    """What became of the delivery to one member.

    Attributes:
        reason: code of why it did not go well; empty when it did, or was not tried.
        message_ids: in their chat, of all that arrived, in their order; a message that failed may have parts there.
    """

    member_id: int
    outcome: Outcome
    reason: str = ""
    message_ids: tuple[int, ...] = ()


class Outbox(Protocol):
    """Where deliveries are put."""

    async def put(self, session: AsyncSession, order: Order, member_ids: Iterable[int]) -> None:
        """Have something delivered to members, each of them once however often this is called for the cause."""

    async def counts(self, session: AsyncSession, batch: str) -> Counter[tuple[Outcome, str]]:
        """Return how many deliveries of a batch had each outcome for each reason."""

    def fates(self, session: AsyncSession, batch: str) -> AsyncIterator[Fate]:
        """Yield what became of each delivery of a batch, in any order; read in pieces, for there may be many."""

    async def message_ids(self, session: AsyncSession, cause: str, member_id: int) -> tuple[int, ...]:
        """Return the numbers of the messages that a member got for a cause, in their order; () where none arrived."""

    async def pause(self, session: AsyncSession, batch: str) -> None:
        """Hold back what is still to be sent of a batch; what is on its way goes out."""

    async def resume(self, session: AsyncSession, batch: str) -> None:
        """Go on with a batch."""

    async def cancel(self, session: AsyncSession, batch: str, now: dt.datetime) -> None:
        """Send nothing more of a batch."""

    async def resend_failed(self, session: AsyncSession, batch: str, now: dt.datetime) -> int:
        """Try those again that failed, and none of any other outcome; return how many."""


def batch_of(broadcast_id: int, reminder: int = 0) -> str:
    """Return the batch of a broadcast, or of one of its reminders; they count from 1."""
    return f"broadcast:{broadcast_id}:r{reminder}" if reminder else f"broadcast:{broadcast_id}"


def recall_of(batch: str) -> str:
    """Return the batch that takes back what another one delivered."""
    return f"{batch}:recall"
