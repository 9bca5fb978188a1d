"""Partner units, their contact points, and how and when these are reached.

Contact points are functions, not people: no table here has room for a person's name.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.functions import Function
from bot.models.codes import CodeName, CodesText
from bot.models.opening_hours import Span, SpansText, WeeklyHours, WeeklyHoursText
from bot.models.times import UtcDateTime

MAX_KEY = 40
MAX_LABEL = 60
MAX_NAME = 160
MAX_NOTES = 500


class Visibility(StrEnum):
    """Which of those who may view contacts see a contact point; its owner always does."""

    MEMBERS = "members"
    COORDINATORS = "coordinators"
    COUNTRY = "country"


class AddressKind(StrEnum):
    """By what an address is reached."""

    PHONE = "phone"
    EMAIL = "email"
    SECURE = "secure"


class Unit(SQLModel, table=True):
    """A unit that others cooperate with."""

    __table_args__ = (
        CheckConstraint("length(country) = 2", name="unit_country_is_a_code"),
        CheckConstraint("length(zone) > 0", name="unit_has_a_zone"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=MAX_KEY, description="its address in files: lower case and hyphens")
    country: str = Field(max_length=2, index=True, description="ISO 3166 alpha-2, upper case: where it is")
    serves: tuple[str, ...] = Field(default=(), sa_type=CodesText, description="other countries whose unit it is too")
    name: str = Field(max_length=MAX_NAME, description="English")
    name_national: str | None = Field(default=None, max_length=MAX_NAME, description="in the national language")
    parent: str | None = Field(default=None, max_length=MAX_NAME, description="body that it belongs to, English")
    city: str | None = Field(default=None, max_length=MAX_LABEL)
    zone: str = Field(max_length=64, description="IANA time zone")
    holiday_calendar: str = Field(
        max_length=10, description="as HU or BA-SRP; empty: public holidays are working days, such as while suspended"
    )
    web: str | None = Field(default=None, max_length=300, description="public page about it")
    notes: str | None = Field(default=None, max_length=MAX_NOTES)


class ContactPoint(SQLModel, table=True):
    """A function of a unit that others turn to."""

    __tablename__ = "contact_point"
    __table_args__ = (
        UniqueConstraint("unit_id", "function", "label"),
        {"sqlite_autoincrement": True},  # the audit log names a contact point by its number
    )
    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", ondelete="CASCADE", index=True)
    function: Function = Field(sa_type=CodeName(Function))
    label: str = Field(default="", max_length=MAX_LABEL, description="which of several, such as the post abroad")
    zone: str | None = Field(default=None, max_length=64, description="IANA; None: the unit's")
    languages: tuple[str, ...] = Field(default=(), sa_type=CodesText, description="ISO 639 codes, best first")
    hours: WeeklyHours | None = Field(default=None, sa_type=WeeklyHoursText, description="local; None: not known")
    open_on_holidays: bool = Field(default=False, description="public holidays do not close it")
    visibility: Visibility = Field(default=Visibility.MEMBERS, sa_type=CodeName(Visibility))
    notes: str | None = Field(default=None, max_length=MAX_NOTES)
    confirmed_on: dt.date | None = Field(default=None, index=True, description="last said to be right; None: never")
    asked_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC; owner was last asked")
    owner_id: int | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", index=True, description="who confirms it"
    )


class ContactAddress(SQLModel, table=True):
    """A phone number, e-mail address or address on a secure channel."""

    __tablename__ = "contact_address"
    __table_args__ = (
        UniqueConstraint("contact_point_id", "kind", "value"),
        UniqueConstraint("contact_point_id", "kind", "is_duty", "position"),
        CheckConstraint("kind != 'phone' OR (value LIKE '+%' AND length(value) <= 16)", name="phone_is_e164"),
        CheckConstraint("kind = 'phone' OR NOT is_duty", name="only_phones_are_duty_phones"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_point_id: int = Field(foreign_key="contact_point.id", ondelete="CASCADE", index=True)
    kind: AddressKind = Field(sa_type=CodeName(AddressKind))
    value: str = Field(max_length=254, description="a phone in E.164")
    label: str = Field(default="", max_length=MAX_LABEL, description="where it rings, or the channel")
    is_duty: bool = Field(default=False, description="somebody answers at any hour")
    position: int = Field(description="from 0, in the order to try them; duty phones have an order of their own")


class HoursException(SQLModel, table=True):
    """Days on which other hours count than weekly hours and public holidays say."""

    __tablename__ = "hours_exception"
    __table_args__ = (
        UniqueConstraint("contact_point_id", "first_day"),
        CheckConstraint("last_day >= first_day", name="exception_has_days"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_point_id: int = Field(foreign_key="contact_point.id", ondelete="CASCADE", index=True)
    first_day: dt.date
    last_day: dt.date
    spans: tuple[Span, ...] = Field(sa_type=SpansText, description="that begin on each of these days; none: closed")
    reason: str = Field(default="", max_length=MAX_LABEL)


class Substitution(SQLModel, table=True):
    """Days on which another contact point answers for one."""

    __table_args__ = (
        UniqueConstraint("contact_point_id", "first_day"),
        CheckConstraint("last_day >= first_day", name="substitution_has_days"),
        CheckConstraint("substitute_id != contact_point_id", name="nobody_substitutes_themselves"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_point_id: int = Field(foreign_key="contact_point.id", ondelete="CASCADE", index=True)
    substitute_id: int = Field(foreign_key="contact_point.id", ondelete="CASCADE", index=True)
    first_day: dt.date
    last_day: dt.date


class CorrectionState(StrEnum):
    """What became of a correction; every state but OPEN is final."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"
    OUTDATED = "outdated"


class ContactCorrection(SQLModel, table=True):
    """A change that somebody proposes: one column of a contact point, old and new as files write them."""

    __tablename__ = "contact_correction"
    __table_args__ = (
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_correction_has_a_time"),
        CheckConstraint("old_text != new_text", name="correction_changes_something"),
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_point_id: int = Field(foreign_key="contact_point.id", ondelete="CASCADE", index=True)
    column: str = Field(max_length=24, description="as in files")
    old_text: str = Field(max_length=1000)
    new_text: str = Field(max_length=1000)
    state: CorrectionState = Field(default=CorrectionState.OPEN, sa_type=CodeName(CorrectionState), index=True)
    proposed_by: int | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", description="None: they have gone"
    )
    proposed_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    decided_by: int | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", description="None: open, or who decided has gone"
    )
    decided_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime, description="UTC")
