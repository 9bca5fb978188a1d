"""Instants in tables are aware, and in UTC."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import StatementError

from bot.database import Database
from bot.models import Channel, Member


async def test_an_instant_comes_back_in_utc(database: Database) -> None:
    local = dt.datetime(2026, 11, 24, 13, 0, tzinfo=ZoneInfo("Asia/Tbilisi"))
    async with database.session() as session:
        session.add(Member(id=1, channel=Channel.TELEGRAM, chat_id=7, created_at=local))
        await session.commit()
    async with database.session() as session:
        member = await session.get_one(Member, 1)
    assert member.created_at.isoformat() == "2026-11-24T09:00:00+00:00"
    assert member.channel is Channel.TELEGRAM


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    async with database.session() as session:
        session.add(Member(channel=Channel.TELEGRAM, chat_id=7, created_at=dt.datetime(2026, 11, 24)))  # noqa: DTZ001  # the mistake
        with pytest.raises(StatementError, match="needs a zone"):
            await session.commit()
