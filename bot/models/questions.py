"""What became of a question; the text itself is never kept."""

import datetime as dt

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.codes import CodeName
from bot.models.people import Channel
from bot.models.times import UtcDateTime


class Question(SQLModel, table=True):
    """A message that was answered; an edited message changes the same row and the same answer."""

    __table_args__ = (UniqueConstraint("channel", "chat_id", "message_id"),)
    id: int | None = Field(default=None, primary_key=True)
    channel: Channel = Field(sa_type=CodeName(Channel))
    chat_id: int = Field(sa_type=BigInteger, description="where it was asked, also a group")
    message_id: int = Field(description="the message that asks")
    answer_message_id: int = Field(description="our last message in reply, the one with the buttons")
    outcome: str = Field(max_length=16, description="answer, suggest, none (knowledge.search.Outcome) or contact")
    article_id: str | None = Field(default=None, max_length=40, index=True, description="the article answered with")
    locale: str = Field(max_length=16, description="of the answer")
    asked_at: dt.datetime = Field(sa_type=UtcDateTime, index=True, description="UTC")
