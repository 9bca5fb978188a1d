"""People around events, and an outbox."""

import pytest

from bot.database import Database
from bot.models import Role
from bot.services.permissions import Held
from tests.members import add, member_of
from tests.outbox import FakeOutbox

OFFICER = Held(Role.OFFICER)
PEOPLE = (
    ((Held(Role.COORDINATOR, "GE"), OFFICER), "GE", "Unit G"),
    ((Held(Role.COORDINATOR),), "HU", "Unit H"),
    ((OFFICER,), "RS", "Unit A"),
    ((OFFICER,), "MD", "Unit B"),
    ((OFFICER, Held(Role.TRANSLATOR, "sr")), "RS", "Unit B"),
    ((), "RS", "Unit A"),
)


@pytest.fixture
def outbox() -> FakeOutbox:
    """Nothing is sent yet."""
    return FakeOutbox()


@pytest.fixture
async def people(database: Database) -> Database:
    """Coordinators of Georgia (1) and the network (2), officers of Serbia (3, 5) and Moldova (4), a stranger (6)."""
    for chat_id, (roles, country, unit) in enumerate(PEOPLE, start=1):
        await add(database, chat_id, *roles, country=country)
        async with database.session() as session:
            (await member_of(session, chat_id)).unit = unit
            await session.commit()
    return database
