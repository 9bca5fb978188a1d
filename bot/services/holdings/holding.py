"""What one table holds about people, and whose rows are whose."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from bot.models import Channel
from bot.services import attempts, audit
from bot.services.periods import Keep


class Subject(StrEnum):
    """What is held; the values are keys of the document that people get."""

    QUESTIONS = "questions"
    FEEDBACK = "feedback"
    ROLES = "roles"
    ACCESS_REQUESTS = "access_requests"
    DECISIONS = "decisions"
    INVITATIONS = "invitations"
    MEMBER = "member"
    REDEMPTIONS = "redemptions"
    FAILED_ATTEMPTS = "failed_attempts"
    AUDIT = "audit"
    AWAITED = "awaited"
    OWN_CONTACTS = "own_contacts"
    CORRECTIONS = "corrections"
    CORRECTION_DECISIONS = "correction_decisions"
    DELIVERIES = "deliveries"
    PARTICIPATIONS = "participations"
    NOMINATIONS = "nominations"
    CHECKLIST = "checklist"
    RATINGS = "ratings"
    FOLLOW_UPS = "follow_ups"
    LEADS = "leads"
    EVENTS = "events"
    BROADCASTS = "broadcasts"
    BROADCAST_APPROVALS = "broadcast_approvals"
    BROADCASTS_RECEIVED = "broadcasts_received"


class Erasure(StrEnum):
    """What becomes of rows when their person is erased."""

    DELETE = "delete"
    DETACH = "detach"
    KEEP = "keep"


@dataclass(frozen=True)
class DataSubject:
    """A person that something may be held about.

    Attributes:
        member_id: None for somebody who has no row of their own.
        chat_id: of their private chat.
        key: the secret of the installation, for hashes and pseudonyms.
    """

    member_id: int | None
    channel: Channel
    chat_id: int
    key: bytes = field(repr=False)

    @property
    def pseudonym(self) -> str | None:
        """What the audit log calls them; None for somebody who was never in it."""
        return None if self.member_id is None else audit.pseudonym(self.member_id, self.key)

    @property
    def hash(self) -> str:
        """What stands for them where they must be known again after they were erased."""
        return attempts.chat_hash(self.channel, self.chat_id, self.key)


Condition = sa.ColumnElement[bool]


@dataclass(frozen=True)
class Holding:
    """What one table holds about people.

    Attributes:
        subject: what it is; `bot.views.holdings` says what for.
        table: where it is.
        names: the columns that name the person.
        whose: which rows are a person's.
        shown: the columns that they get to see; hashes, and what leads to others, are left out.
        erasure: what becomes of the rows when the person is erased.
        keep: how long they are kept.
        dated: the column from which that time counts, where retention deletes row by row; rows without a time stay.
            None where they end with something else.
    """

    subject: Subject
    table: type[SQLModel]
    names: tuple[str, ...]
    whose: Callable[[DataSubject], Condition]
    shown: tuple[str, ...]
    erasure: Erasure
    keep: Keep
    dated: str | None = None

    def column(self, name: str) -> sa.ColumnElement[Any]:
        """Return a column of the table."""
        return self.rows.c[name]

    @property
    def rows(self) -> sa.Table:
        """The table, for statements that load no objects."""
        table = sa.inspect(self.table).local_table
        if not isinstance(table, sa.Table):
            raise TypeError(f"{self.subject}: found no table")
        return table


def by_number(column: Any) -> Callable[[DataSubject], Condition]:  # noqa: ANN401  # SQLModel types columns as values
    """Return whose rows have the member's number in a column."""
    return lambda person: sa.false() if person.member_id is None else column == person.member_id


def by_chat(table: Any) -> Callable[[DataSubject], Condition]:  # noqa: ANN401  # SQLModel types columns as values
    """Return whose rows have the person's private chat in `channel` and `chat_id`; in a group nobody is named."""
    return lambda person: sa.and_(table.channel == person.channel, table.chat_id == person.chat_id)


def by_hash(column: Any) -> Callable[[DataSubject], Condition]:  # noqa: ANN401  # SQLModel types columns as values
    """Return whose rows have the person's keyed hash in a column."""
    return lambda person: sa.cast(column == person.hash, sa.Boolean)
