"""What the next text of a person means, where the assistant has asked for one."""

import datetime as dt

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.models.times import UtcDateTime


class AwaitedText(SQLModel, table=True):
    """That a person was asked for a text; one at a time, and any replica can take it."""

    __tablename__ = "awaited_text"
    member_id: int = Field(foreign_key="member.id", ondelete="CASCADE", primary_key=True)
    subject: str = Field(max_length=32, description="which handler takes it")
    details: dict[str, str] = Field(sa_type=JSON, description="codes that were chosen before; nothing that was typed")
    asked_at: dt.datetime = Field(sa_type=UtcDateTime, description="UTC")
