"""Whether an answer helped."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.times import UtcDateTime


class Feedback(SQLModel, table=True):
    """One member's verdict on one article in one language; a new verdict replaces the old one."""

    __table_args__ = (UniqueConstraint("member_id", "article_id", "locale"),)
    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", index=True)
    article_id: str = Field(max_length=40, index=True)
    locale: str = Field(max_length=16)
    helpful: bool
    given_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
