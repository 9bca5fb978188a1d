"""Who was invited to an event, what they answered, what they have done for it, and how they found it."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.times import UtcDateTime


class Answer(StrEnum):
    """What somebody answered; WAITING said yes when no seat was left."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    WAITING = "waiting"


class Invitee(SQLModel, table=True):
    """A member who was invited, once to each event."""

    __table_args__ = (
        UniqueConstraint("event_id", "member_id"),
        CheckConstraint("(answer = 'waiting') = (waiting_since IS NOT NULL)", name="waiting_has_a_time"),
        Index("ix_invitee_queue", "event_id", "answer", "waiting_since"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE")
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True)
    invited_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    nominated_by: int | None = Field(default=None, foreign_key="member.id", ondelete="SET NULL")
    answer: Answer = Field(default=Answer.NONE, sa_type=CodeName(Answer))
    answered_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC")
    answered_sequence: int | None = Field(default=None, description="of the event as it was when they answered")
    waiting_since: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC")
    note: str | None = Field(default=None, max_length=300, description="to the coordinator")
    leads: str | None = Field(
        default=None, max_length=48, description="own reminders, as `7d 2h`; empty: none; None: not chosen"
    )
    leads_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; when they were chosen")


class ChecklistMark(SQLModel, table=True):
    """That somebody has done an item of the checklist."""

    __tablename__ = "checklist_mark"
    item_id: int = Field(foreign_key="checklist_item.id", ondelete="CASCADE", primary_key=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", primary_key=True, index=True)
    done_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")


class Aspect(StrEnum):
    """What of an event is rated."""

    CONTENT = "content"
    ORGANISATION = "organisation"
    USEFULNESS = "usefulness"


class Rating(SQLModel, table=True):
    """How somebody found one aspect of an event that is over."""

    __table_args__ = (CheckConstraint("stars BETWEEN 1 AND 5", name="stars_are_1_to_5"),)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", primary_key=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", primary_key=True, index=True)
    aspect: Aspect = Field(sa_type=CodeName(Aspect), primary_key=True)
    stars: int
    comment: str | None = Field(default=None, max_length=500)
    given_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")


class FollowUp(SQLModel, table=True):
    """A reminder that somebody set for themselves: what they wait for, without personal data."""

    __tablename__ = "follow_up"
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True)
    text: str = Field(max_length=200, description="as typed; went through the guard")
    due_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    done_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; None: open")
    article_id: str | None = Field(default=None, max_length=40, description="whose deadline it is")
    created_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")


class PersonalLead(SQLModel, table=True):
    """How long before an event somebody wants to be reminded, in place of the event's own times."""

    __tablename__ = "personal_lead"
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", primary_key=True)
    lead: str = Field(max_length=8, primary_key=True, description="as 7d or 2h")
    chosen_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; None: long ago")
