"""What is held about people: the one list of it, which /privacy, /mydata, /forgetme and retention work from.

A new table that names people gets an entry in `HOLDINGS`; `tests/services/test_holdings.py` fails while one is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from bot.models import (
    AccessRequest,
    AuditRecord,
    AwaitedText,
    Broadcast,
    BroadcastReceiver,
    Channel,
    ChecklistMark,
    ContactCorrection,
    ContactPoint,
    Delivery,
    Event,
    FailedAttempt,
    Feedback,
    FollowUp,
    Grant,
    Invitation,
    Invitee,
    Member,
    PersonalLead,
    Question,
    Rating,
    Redemption,
)
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


def _in_audit(person: DataSubject) -> Condition:
    """Return which records were made by a person, or about them."""
    name = person.pseudonym
    if name is None:
        return sa.false()
    actor, named, details = (sa.inspect(AuditRecord).local_table.c[each] for each in ("actor", "object", "details"))
    return sa.or_(actor == name, named == f"member:{name}", details.contains(name, autoescape=True))


HOLDINGS = (
    Holding(
        Subject.QUESTIONS,
        Question,
        ("chat_id",),
        by_chat(Question),
        ("message_id", "answer_message_id", "outcome", "article_id", "locale", "asked_at"),
        Erasure.DELETE,
        Keep.QUESTIONS,
        dated="asked_at",
    ),
    Holding(
        Subject.FEEDBACK,
        Feedback,
        ("member_id",),
        by_number(Feedback.member_id),
        ("article_id", "locale", "helpful", "given_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.ROLES,
        Grant,
        ("member_id",),
        by_number(Grant.member_id),
        ("role", "scope", "granted_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.ACCESS_REQUESTS,
        AccessRequest,
        ("member_id",),
        by_number(AccessRequest.member_id),
        ("unit", "country", "locale", "state", "asked_at", "decided_at"),
        Erasure.DELETE,
        Keep.ENROLMENT,
        dated="decided_at",
    ),
    Holding(
        Subject.DECISIONS,
        AccessRequest,
        ("decided_by",),
        by_number(AccessRequest.decided_by),
        ("id", "state", "decided_at"),
        Erasure.DETACH,
        Keep.ENROLMENT,
    ),
    Holding(
        Subject.INVITATIONS,
        Invitation,
        ("created_by",),
        by_number(Invitation.created_by),
        ("id", "country", "unit", "created_at", "expires_at", "uses_left", "revoked_at"),
        Erasure.DELETE,
        Keep.ENROLMENT,
        dated="expires_at",
    ),
    Holding(
        Subject.REDEMPTIONS,
        Redemption,
        ("person_hash",),
        by_hash(Redemption.person_hash),
        ("invitation_id",),
        Erasure.KEEP,
        Keep.ENROLMENT,
    ),
    Holding(
        Subject.FAILED_ATTEMPTS,
        FailedAttempt,
        ("person_hash",),
        by_hash(FailedAttempt.person_hash),
        ("at",),
        Erasure.KEEP,
        Keep.ATTEMPTS,
        dated="at",
    ),
    Holding(
        Subject.AUDIT,
        AuditRecord,
        ("actor", "object", "details"),
        _in_audit,
        ("sequence", "at", "action", "object", "details"),
        Erasure.KEEP,
        Keep.AUDIT,
    ),
    Holding(
        Subject.AWAITED,
        AwaitedText,
        ("member_id",),
        by_number(AwaitedText.member_id),
        ("subject", "details", "asked_at"),
        Erasure.DELETE,
        Keep.ATTEMPTS,
        dated="asked_at",
    ),
    Holding(
        Subject.OWN_CONTACTS,
        ContactPoint,
        ("owner_id",),
        by_number(ContactPoint.owner_id),
        ("id", "function", "confirmed_on", "asked_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.CORRECTIONS,
        ContactCorrection,
        ("proposed_by",),
        by_number(ContactCorrection.proposed_by),
        ("id", "column", "old_text", "new_text", "state", "proposed_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.CORRECTION_DECISIONS,
        ContactCorrection,
        ("decided_by",),
        by_number(ContactCorrection.decided_by),
        ("id", "state", "decided_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.DELIVERIES,
        Delivery,
        ("member_id",),
        by_number(Delivery.member_id),
        ("kind", "payload", "due_at", "state", "error", "message_id", "ended_at"),
        Erasure.DELETE,
        Keep.DELIVERIES,
        dated="ended_at",
    ),
    Holding(
        Subject.PARTICIPATIONS,
        Invitee,
        ("member_id",),
        by_number(Invitee.member_id),
        ("event_id", "invited_at", "answer", "answered_at", "note"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.NOMINATIONS,
        Invitee,
        ("nominated_by",),
        by_number(Invitee.nominated_by),
        ("event_id",),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.CHECKLIST,
        ChecklistMark,
        ("member_id",),
        by_number(ChecklistMark.member_id),
        ("item_id", "done_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.RATINGS,
        Rating,
        ("member_id",),
        by_number(Rating.member_id),
        ("event_id", "aspect", "stars", "comment", "given_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.FOLLOW_UPS,
        FollowUp,
        ("member_id",),
        by_number(FollowUp.member_id),
        ("text", "due_at", "done_at", "article_id", "created_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.LEADS,
        PersonalLead,
        ("member_id",),
        by_number(PersonalLead.member_id),
        ("lead",),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.EVENTS,
        Event,
        ("created_by",),
        by_number(Event.created_by),
        ("id", "kind", "state", "created_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.BROADCASTS,
        Broadcast,
        ("author_id",),
        by_number(Broadcast.author_id),
        ("id", "state", "created_at", "confirmed_at", "started_at", "is_urgent", "receivers"),
        Erasure.DETACH,
        Keep.DELIVERIES,
        dated="started_at",
    ),
    Holding(
        Subject.BROADCAST_APPROVALS,
        Broadcast,
        ("approved_by",),
        by_number(Broadcast.approved_by),
        ("id", "confirmed_at"),
        Erasure.DETACH,
        Keep.DELIVERIES,
    ),
    Holding(
        Subject.BROADCASTS_RECEIVED,
        BroadcastReceiver,
        ("member_id",),
        by_number(BroadcastReceiver.member_id),
        ("broadcast_id", "country", "locale", "confirmed_at"),
        Erasure.DELETE,
        Keep.DELIVERIES,
    ),
    Holding(
        Subject.MEMBER,
        Member,
        ("id", "chat_id"),
        by_chat(Member),
        (
            "channel",
            "chat_id",
            "locale",
            "client_locale",
            "created_at",
            "name",
            "country",
            "unit",
            "zone",
            "reachable",
            "quiet_from",
            "quiet_until",
            "last_seen",
            "told_on",
        ),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
)
"""In the order in which they are erased: the member's own row goes last, because others refer to it."""
