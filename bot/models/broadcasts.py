"""Broadcasts: one message of a coordinator to many members, from the draft to the report."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.times import UtcDateTime

MAX_VALUE = 120
"""Characters of the longest value of an audience: the name of a unit."""
MAX_FILE_ID = 256
MAX_FILE_NAME = 120


class BroadcastState(StrEnum):
    """Where a broadcast stands.

    DRAFT can be changed. From AWAITING_APPROVAL on texts and audience are frozen. DONE, CANCELLED and RECALLED are
    final, but for a DONE one that is sent again to those that it failed for, or recalled.
    """

    DRAFT = "draft"
    AWAITING_APPROVAL = "awaiting_approval"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    RECALLED = "recalled"


class FileKind(StrEnum):
    """What is attached; Telegram sends each kind by another method."""

    DOCUMENT = "document"
    PHOTO = "photo"


class ReceiverKind(StrEnum):
    """By what members are chosen or left out."""

    COUNTRY = "country"
    UNIT = "unit"
    ROLE = "role"
    LANGUAGE = "language"
    MEMBER = "member"
    EVENT = "event"


IS_DRAFT = sa.text("state = 'draft'")


class Broadcast(SQLModel, table=True):
    """One broadcast; its author has at most one draft."""

    __table_args__ = (
        Index("one_draft", "author_id", unique=True, sqlite_where=IS_DRAFT, postgresql_where=IS_DRAFT),
        Index("ix_broadcast_state", "state"),
        CheckConstraint("(file_id IS NULL) = (file_kind IS NULL)", name="file_has_a_kind"),
        CheckConstraint("receivers >= 0 AND left_out >= 0", name="broadcast_counts_are_counts"),
        {"sqlite_autoincrement": True},  # a number stands in the audit log and in buttons for ever
    )
    id: int | None = Field(default=None, primary_key=True)
    state: BroadcastState = Field(default=BroadcastState.DRAFT, sa_type=CodeName(BroadcastState, 24))
    author_id: int | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", description="None: has erased their data"
    )
    created_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    send_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; None: once confirmed")
    is_urgent: bool = Field(default=False, description="is delivered in quiet hours too")
    fallback_locale: str = Field(default="en", max_length=16, description="for those without a text of their own")
    file_id: str | None = Field(default=None, max_length=MAX_FILE_ID, description="of Telegram")
    file_kind: FileKind | None = Field(default=None, sa_type=CodeName(FileKind))
    file_name: str | None = Field(default=None, max_length=MAX_FILE_NAME)
    confirmed_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; audience frozen")
    approved_by: int | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", description="None: none was needed, or they left"
    )
    started_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; when it became due")
    receivers: int = Field(default=0, description="frozen at confirmation; rows go with members who erase their data")
    left_out: int = Field(default=0, description="members of the audience who had blocked the assistant by then")
    reminders: int = Field(default=0, description="rounds of asking again those who have not confirmed")
    errors_forgiven: int = Field(default=0, description="failures at the last resumption; only new ones pause it again")
    progress_message_id: int | None = Field(
        default=None, sa_type=BigInteger, description="of the live report, in the author's chat"
    )


class BroadcastText(SQLModel, table=True):
    """The text in one language."""

    __tablename__ = "broadcast_text"
    broadcast_id: int = Field(foreign_key="broadcast.id", ondelete="CASCADE", primary_key=True)
    locale: str = Field(max_length=16, primary_key=True)
    text: str = Field(sa_type=sa.Text, description="plain, as typed")
    is_cleared: bool = Field(
        default=True, description="False: it seems to hold personal data, and the author has not said that it may"
    )


class BroadcastAudience(SQLModel, table=True):
    """One condition on who receives it.

    A member must fit one wanted value of each kind that has any, and none that is unwanted. No row at all: everybody
    whom the author may address.
    """

    __tablename__ = "broadcast_audience"
    broadcast_id: int = Field(foreign_key="broadcast.id", ondelete="CASCADE", primary_key=True)
    kind: ReceiverKind = Field(sa_type=CodeName(ReceiverKind), primary_key=True)
    value: str = Field(
        max_length=MAX_VALUE,
        primary_key=True,
        description="code, name of a unit, number of a member, or of an event with whom of it",
    )
    is_wanted: bool = Field(default=True, description="False: left out")


class BroadcastReceiver(SQLModel, table=True):
    """One member of the frozen audience; what became of the message is in their deliveries."""

    __tablename__ = "broadcast_receiver"
    __table_args__ = (UniqueConstraint("broadcast_id", "member_id"),)
    id: int | None = Field(default=None, primary_key=True)
    broadcast_id: int = Field(foreign_key="broadcast.id", ondelete="CASCADE")
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True)
    country: str | None = Field(default=None, max_length=2, description="that they worked for when it was confirmed")
    locale: str = Field(max_length=16, description="of the text they get, or got")
    confirmed_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; they have read it")
