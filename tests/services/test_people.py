"""Members."""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.database import Database
from bot.models import Channel, Member
from bot.services import people
from tests.conftest import NOW


async def test_somebody_new_is_not_found(database: Database) -> None:
    async with database.session() as session:
        assert await people.find(session, Channel.TELEGRAM, 7) is None


async def test_enrolling_twice_makes_one_member(database: Database) -> None:
    async with database.session() as session:
        first = await people.enrol(session, Channel.TELEGRAM, 7, NOW)
        await session.commit()
        second = await people.enrol(session, Channel.TELEGRAM, 7, NOW)
    assert first.id == second.id


async def test_a_chat_is_one_member_whoever_writes_the_row(database: Database) -> None:
    async with database.session() as session:
        session.add_all([Member(channel=Channel.TELEGRAM, chat_id=7, created_at=NOW) for _ in range(2)])
        with pytest.raises(IntegrityError):
            await session.commit()
