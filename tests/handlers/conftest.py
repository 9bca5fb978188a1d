"""People in the chat."""

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Grant, Member, Role
from tests.chat import Person, Room
from tests.conftest import NOW


@pytest.fixture
async def planner(room: Room, database: Database, administrator: Person) -> Person:
    """Somebody with an English client who plans events for the network; without a country, so in UTC."""
    async with database.session() as session:
        query = select(Member).where(Member.chat_id == administrator.persona.user_id)
        member = (await session.exec(query)).one()
        session.add(Grant(member_id=member.id or 0, role=Role.COORDINATOR, granted_at=NOW))
        await session.commit()
    return administrator
