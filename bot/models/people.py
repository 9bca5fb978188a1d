"""Members: the people who talk to the assistant, and the roles they hold."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, SmallInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.times import UtcDateTime


class Channel(StrEnum):
    """The messaging service that a member is reached through."""

    TELEGRAM = "telegram"


class Role(StrEnum):
    """What a member is trusted with; `bot.services.permissions` says which role may do what."""

    OFFICER = "officer"
    COORDINATOR = "coordinator"
    TRANSLATOR = "translator"
    CURATOR = "curator"
    ADMINISTRATOR = "administrator"


class Member(SQLModel, table=True):
    """A person, known by the channel and the chat they write from.

    A row alone gives no access: who holds no role (`Grant`) is a stranger, or somebody who has left.
    """

    __table_args__ = (
        UniqueConstraint("channel", "chat_id"),
        CheckConstraint("country IS NULL OR length(country) = 2", name="country_is_a_code"),
        {"sqlite_autoincrement": True},  # the number of somebody erased never passes to another person
    )
    id: int | None = Field(default=None, primary_key=True)
    channel: Channel = Field(sa_type=CodeName(Channel))
    chat_id: int = Field(sa_type=BigInteger, description="private chat; in Telegram it equals the user's id")
    locale: str | None = Field(default=None, max_length=16, description="chosen by the person; None follows the client")
    client_locale: str | None = Field(default=None, max_length=16, description="of their client when they last wrote")
    created_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
    name: str | None = Field(default=None, max_length=80, description="as given at enrolment, for coordinators' lists")
    country: str | None = Field(default=None, max_length=2, index=True, description="ISO 3166 alpha-2, upper case")
    unit: str | None = Field(default=None, max_length=120, description="name of the unit, as given at enrolment")
    zone: str | None = Field(default=None, max_length=64, description="IANA time zone; None follows the country")
    reachable: bool = Field(default=True, description="False after Telegram said that we are blocked; /start restores")
    last_seen: dt.date | None = Field(default=None, index=True, description="UTC; None: not since they were enrolled")
    told_on: dt.date | None = Field(
        default=None, description="UTC; told that they will be erased for inactivity; None again once they are seen"
    )
    quiet_from: int | None = Field(
        default=None, sa_type=SmallInteger, description="minute of the day (0-1439) in their zone; None: the usual one"
    )
    quiet_until: int | None = Field(
        default=None, sa_type=SmallInteger, description="the same; both alike: no quiet hours"
    )


class Grant(SQLModel, table=True):
    """A role that a member holds, for a scope."""

    __table_args__ = (UniqueConstraint("member_id", "role", "scope"),)
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True)
    role: Role = Field(sa_type=CodeName(Role))
    scope: str = Field(
        default="", max_length=16, description="country of a coordinator, locale of a translator; empty: the network"
    )
    granted_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
