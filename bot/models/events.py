"""Meetings and study visits: what is planned, in which languages, who may come, what is to be done before."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import JSON, CheckConstraint, DateTime, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.broadcasts import FileKind
from bot.models.codes import CodeName
from bot.models.times import UtcDateTime


class EventKind(StrEnum):
    """What is planned; the values stay in tables, so none is ever given another meaning."""

    MEETING = "meeting"
    WORKSHOP = "workshop"
    STUDY_VISIT = "study_visit"
    TRAINING = "training"
    HANDOVER = "handover"
    CONFERENCE = "conference"


class EventState(StrEnum):
    """How far an event is."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Task(StrEnum):
    """What a participant has to do before; OTHER has a text of its own."""

    PASSPORT = "passport"
    VISA = "visa"
    NOMINATION_FORM = "nomination_form"
    CLEARANCE = "clearance"
    TRAVEL = "travel"
    OTHER = "other"


class AudienceKind(StrEnum):
    """What a line of an audience names.

    Lines of one kind are alternatives; country, role and unit narrow each other down. Named members come beside them.
    """

    COUNTRY = "country"
    ROLE = "role"
    UNIT = "unit"
    MEMBER = "member"


class Event(SQLModel, table=True):
    """An event: a draft has what was entered so far, a published one all that `bot.services.events.drafts` asks for."""

    __table_args__ = (
        CheckConstraint("host_country IS NULL OR length(host_country) = 2", name="host_country_is_a_code"),
        CheckConstraint("capacity IS NULL OR capacity > 0", name="capacity_is_positive"),
        CheckConstraint("state = 'draft' OR (starts_at IS NOT NULL AND over_at IS NOT NULL)", name="planned_has_times"),
        CheckConstraint("starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at", name="ends_after_start"),
        CheckConstraint("confirm_sequence <= sequence", name="confirms_a_version"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="position_is_whole"),
        {"sqlite_autoincrement": True},  # calendars know an event by its number for ever
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: EventKind = Field(sa_type=CodeName(EventKind))
    state: EventState = Field(default=EventState.DRAFT, sa_type=CodeName(EventState), index=True)
    sequence: int = Field(default=0, description="of iCalendar: one more with each change of a published event")
    confirm_sequence: int = Field(
        default=0, description="since when date and place are as now: older answers are unsure"
    )
    host_country: str | None = Field(default=None, max_length=2, description="ISO 3166 alpha-2; None: the network")
    host_unit: str | None = Field(default=None, max_length=120)
    venue: str | None = Field(default=None, max_length=200)
    address: str | None = Field(default=None, max_length=300)
    latitude: float | None = Field(default=None, description="degrees")
    longitude: float | None = Field(default=None, description="degrees")
    link: str | None = Field(default=None, max_length=500, description="https address of an online meeting")
    start: dt.datetime | None = Field(default=None, sa_type=DateTime, description="naive wall time in `zone`")
    end: dt.datetime | None = Field(default=None, sa_type=DateTime, description="naive wall time in `zone`")
    zone: str | None = Field(default=None, max_length=64, description="IANA name, of the venue")
    starts_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, index=True, description="UTC, of `start`")
    ends_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC, of `end`")
    over_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, index=True, description="UTC; of a series")
    languages: list[str] = Field(default_factory=list, sa_type=JSON, description="working languages, ISO 639")
    capacity: int | None = Field(default=None, description="seats; None: as many as wish")
    answer_by: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC")
    rule: str | None = Field(default=None, max_length=300, description="RRULE (RFC 5545)")
    contact: str | None = Field(default=None, max_length=200, description="function or unit to turn to, no person")
    leads: list[str] = Field(default_factory=list, sa_type=JSON, description="reminders before the start, as 7d or 2h")
    cancel_reason: str | None = Field(default=None, max_length=300)
    created_by: int | None = Field(default=None, foreign_key="member.id", ondelete="SET NULL", index=True)
    created_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    changed_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC, of this sequence")


class EventText(SQLModel, table=True):
    """Title and description in one language; English or the first one stands in for those that lack."""

    __tablename__ = "event_text"
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", primary_key=True)
    locale: str = Field(max_length=16, primary_key=True)
    title: str = Field(max_length=150)
    description: str = Field(default="", max_length=2000)


class EventAudience(SQLModel, table=True):
    """Who is to be invited, as chosen; who was, is `Invitee`."""

    __tablename__ = "event_audience"
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", primary_key=True)
    kind: AudienceKind = Field(sa_type=CodeName(AudienceKind), primary_key=True)
    value: str = Field(max_length=120, primary_key=True, description="code, role, unit or number of a member")


class EventQuota(SQLModel, table=True):
    """How many of a country can come at most."""

    __tablename__ = "event_quota"
    __table_args__ = (CheckConstraint("seats > 0", name="quota_is_positive"),)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", primary_key=True)
    country: str = Field(max_length=2, primary_key=True)
    seats: int


class EventChange(SQLModel, table=True):
    """What a version of a published event changed; nothing of it is changed without a row here."""

    __tablename__ = "event_change"
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", primary_key=True)
    sequence: int = Field(primary_key=True, description="of the version that it made")
    field: str = Field(
        max_length=32, primary_key=True, description="of `bot.services.events.fields`; texts with locale"
    )
    old: str = Field(max_length=2100, description="as `bot.services.events.fields.written`; empty: there was none")
    new: str = Field(max_length=2100, description="likewise")


class ChecklistItem(SQLModel, table=True):
    """Something that each participant has to do by a day."""

    __tablename__ = "checklist_item"
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    task: Task = Field(sa_type=CodeName(Task))
    text: str | None = Field(default=None, max_length=150, description="of OTHER, as typed by the coordinator")
    due_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")


class EventDocument(SQLModel, table=True):
    """A file that goes with an event; Telegram keeps it."""

    __tablename__ = "event_document"
    __table_args__ = (UniqueConstraint("event_id", "file_id"),)
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    file_id: str = Field(max_length=200)
    kind: FileKind = Field(default=FileKind.DOCUMENT, sa_type=CodeName(FileKind), description="a photo is sent as one")
    name: str = Field(max_length=120, description="foreign text; empty for a photo")
