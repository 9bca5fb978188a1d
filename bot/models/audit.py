"""The audit log: who did what to which object and when, each record chained to the one before.

The database itself refuses to change or delete records; its triggers are in `bot/migrations/versions/0003_audit.py`.
A later migration that copies `audit_record` (Alembic's batch mode on SQLite) has to make the triggers again.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.times import UtcDateTime

HASH_LENGTH = 64
"""Of a SHA-256 in hexadecimal digits."""


class Action(StrEnum):
    """What was done; the values stay in records for years, so none is ever given another meaning."""

    CONTACT_VIEWED = "contact_viewed"
    CONTACT_CHANGED = "contact_changed"
    CONTACT_CONFIRMED = "contact_confirmed"
    CONTACT_OWNER_CHANGED = "contact_owner_changed"
    CORRECTION_PROPOSED = "correction_proposed"
    CORRECTION_APPROVED = "correction_approved"
    CORRECTION_DECLINED = "correction_declined"
    INVITATION_CREATED = "invitation_created"
    INVITATION_REVOKED = "invitation_revoked"
    INVITATION_USED = "invitation_used"
    ACCESS_REQUESTED = "access_requested"
    ACCESS_APPROVED = "access_approved"
    ACCESS_DECLINED = "access_declined"
    ROLE_GRANTED = "role_granted"
    ROLE_REVOKED = "role_revoked"
    MEMBER_REMOVED = "member_removed"
    BROADCAST_CONFIRMED = "broadcast_confirmed"
    BROADCAST_APPROVED = "broadcast_approved"
    BROADCAST_DECLINED = "broadcast_declined"
    BROADCAST_PAUSED = "broadcast_paused"
    BROADCAST_RESUMED = "broadcast_resumed"
    BROADCAST_CANCELLED = "broadcast_cancelled"
    BROADCAST_RESENT = "broadcast_resent"
    BROADCAST_REMINDED = "broadcast_reminded"
    BROADCAST_RECALLED = "broadcast_recalled"
    EVENT_PUBLISHED = "event_published"
    EVENT_CHANGED = "event_changed"
    EVENT_CANCELLED = "event_cancelled"
    EVENT_ANSWERED_FOR = "event_answered_for"
    EVENT_INVITED = "event_invited"
    EVENT_UNINVITED = "event_uninvited"
    EXPORT = "export"
    ERASURE = "erasure"
    SETTING_CHANGED = "setting_changed"
    RETENTION_RUN = "retention_run"
    AUDIT_PRUNED = "audit_pruned"


class AuditRecord(SQLModel, table=True):
    """One record; written by `bot.services.audit.record` alone, and holding no personal data.

    Numbers follow each other without a gap, and a number is there once: two writers cannot both follow one record.
    """

    __tablename__ = "audit_record"
    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False}, description="from 1")
    at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    actor: str = Field(max_length=32, description="pseudonym of a member, cli or system")
    action: Action = Field(sa_type=CodeName(Action, 32))
    object: str = Field(max_length=80, description="type:id, such as unit:hu-ilecu")
    details: str = Field(max_length=500, description="JSON object of codes, numbers and booleans")
    previous_hash: str = Field(max_length=HASH_LENGTH, description="of the record before, or of the checkpoint")
    hash: str = Field(max_length=HASH_LENGTH, description="SHA-256 of all other fields, in hexadecimal digits")


class AuditCheckpoint(SQLModel, table=True):
    """The last record that retention has deleted: the chain that is still there follows it.

    There is one row, made by the migration with sequence 0. Only records up to its sequence can be deleted, and it can
    only move on to a record that exists. Writers take turns by locking it.
    """

    __tablename__ = "audit_checkpoint"
    __table_args__ = (CheckConstraint("id = 1", name="one_checkpoint"),)
    id: int = Field(default=1, primary_key=True)
    sequence: int = Field(description="0 while nothing was deleted")
    hash: str = Field(max_length=HASH_LENGTH, description="of that record; 64 zeros while nothing was deleted")
