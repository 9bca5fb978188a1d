"""Deliveries: everything the assistant sends on its own initiative, one row a message and receiver."""

import datetime as dt
from enum import IntEnum, StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import BigInteger, CheckConstraint, Index, SmallInteger
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.times import UtcDateTime


class DeliveryState(StrEnum):
    """Where a delivery stands; all but DUE, PAUSED and CLAIMED are final.

    UNKNOWN: it left, and no answer came; it may have arrived.
    SKIPPED: it was of no use any more, or had nothing to say, when its time came.
    """

    DUE = "due"
    PAUSED = "paused"
    CLAIMED = "claimed"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class Priority(IntEnum):
    """What goes first, in this order; the numbers are names in the table, and say nothing.

    What goes to many is sent by one process at a time and yields to everything else.
    """

    URGENT = 1
    PERSONAL = 2
    URGENT_BULK = 4
    BULK = 3


TO_MANY = frozenset({Priority.URGENT_BULK, Priority.BULK})
"""What is sent in bulk."""
IS_DUE = sa.text("state = 'due'")
IS_CLAIMED = sa.text("state = 'claimed'")
IS_HOLDING = sa.text("(state = 'claimed' OR state = 'due' AND attempts > 0)")
"""Of what is on its way to somebody, or is tried again soon, what is caused later may have to wait for."""
IN_BATCH = sa.text("batch IS NOT NULL")
"""Written out, not bound: the databases use a partial index only where they see its condition itself."""


BYTE_ORDER = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")
"""So that keys which begin alike stand together in the index, whatever the language of the database."""


class Delivery(SQLModel, table=True):
    """One message to one member, written in the transaction of its cause and rendered when it is sent.

    The unique key is what keeps a cause that is handled again from sending twice.
    """

    __table_args__ = (
        CheckConstraint("attempts >= 0 AND parts >= 0", name="delivery_counts_are_counts"),
        CheckConstraint("(state = 'claimed') = (lease_until IS NOT NULL)", name="claimed_has_a_lease"),
        Index("ix_delivery_due", "priority", "due_at", "id", sqlite_where=IS_DUE, postgresql_where=IS_DUE),
        Index("ix_delivery_lease", "lease_until", sqlite_where=IS_CLAIMED, postgresql_where=IS_CLAIMED),
        Index("ix_delivery_holding", "member_id", sqlite_where=IS_HOLDING, postgresql_where=IS_HOLDING),
        Index("ix_delivery_batch", "batch", "state", sqlite_where=IN_BATCH, postgresql_where=IN_BATCH),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, sa_type=BYTE_ORDER, max_length=120, description="cause:id:member, as reminder:7:12")
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True, description="who receives it")
    kind: str = Field(max_length=32, description="which renderer makes the message")
    payload: dict[str, Any] = Field(sa_type=sa.JSON, description="codes and numbers for it; never personal data")
    batch: str | None = Field(default=None, max_length=40, description="what it is counted with, as broadcast:7")
    priority: int = Field(sa_type=SmallInteger, description="a Priority")
    is_urgent: bool = Field(default=False, description="is sent in quiet hours too")
    due_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC; not sent before")
    useless_after: dt.datetime | None = Field(
        default=None, sa_type=UtcDateTime, description="UTC; not sent from then on. None: late is better than never"
    )
    state: DeliveryState = Field(default=DeliveryState.DUE, sa_type=CodeName(DeliveryState))
    attempts: int = Field(default=0, sa_type=SmallInteger, description="that failed, or ended with their process")
    parts: int = Field(default=0, sa_type=SmallInteger, description="messages of it that arrived, if it takes several")
    may_repeat: bool = Field(default=False, description="an earlier attempt may have arrived")
    lease_owner: str | None = Field(default=None, max_length=64, description="the process that sends it now")
    lease_until: dt.datetime | None = Field(
        default=None, sa_type=UtcDateTime, description="UTC; from then on the process counts as dead"
    )
    error: str | None = Field(default=None, max_length=32, description="a code of bot.services.deliveries.failures")
    message_id: int | None = Field(default=None, sa_type=BigInteger, description="of the last message, in their chat")
    part_ids: list[int] | None = Field(
        default=None,
        sa_type=sa.JSON(none_as_null=True),
        description="of the messages before the last, if it takes several",
    )
    ended_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; when it became final")


class PausedBatch(SQLModel, table=True):
    """A batch that rests: what comes back to it, as after a failed attempt, rests as well."""

    __tablename__ = "paused_batch"
    batch: str = Field(primary_key=True, max_length=40, description="as Delivery.batch")


BULK = "bulk"
"""The lease of the process that sends in bulk; its row is made by the migration."""


class Lease(SQLModel, table=True):
    """What only one process may do at a time, and which one it is."""

    name: str = Field(primary_key=True, max_length=32)
    owner: str = Field(max_length=64)
    until: dt.datetime = Field(sa_type=UtcDateTime, description="UTC; from then on anybody may take it")
