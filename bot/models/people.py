"""Members: the people who talk to the assistant."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, Dialect, String, UniqueConstraint
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from bot.models.times import UtcDateTime


class Channel(StrEnum):
    """The messaging service that a member is reached through."""

    TELEGRAM = "telegram"


class ChannelName(TypeDecorator[Channel]):
    """A column of channels as text, so that a new channel needs no migration."""

    impl = String(16)
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> Channel | None:
        """Return the channel; ValueError where this version does not know it."""
        del dialect
        return None if value is None else Channel(value)


class Member(SQLModel, table=True):
    """A person, known by the channel and the chat they write from; no name is kept."""

    __table_args__ = (UniqueConstraint("channel", "chat_id"),)
    id: int | None = Field(default=None, primary_key=True)
    channel: Channel = Field(sa_type=ChannelName)
    chat_id: int = Field(sa_type=BigInteger, description="private chat; in Telegram it equals the user's id")
    locale: str | None = Field(default=None, max_length=16, description="chosen by the person; None follows the client")
    created_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
