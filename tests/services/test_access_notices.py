"""Whom requests for access are told to, and that they are told once."""

import pytest

from bot.database import Database
from bot.models import Role
from bot.services import access_notices as notices
from bot.services import access_requests
from bot.services.access_notices import Kind
from bot.services.access_requests import Wish
from bot.services.permissions import Held
from knowledge import Country
from tests.conftest import NOW
from tests.deliveries import rows
from tests.members import acting, add

STRANGER, OF_SERBIA, OF_NETWORK = 6, 7, 8


@pytest.fixture
async def asked(database: Database) -> Database:
    """A stranger who has asked, coordinators of Serbia and of the network."""
    await add(database, STRANGER)
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    await add(database, OF_NETWORK, Held(Role.COORDINATOR))
    async with database.session() as session:
        wish = Wish("Unit of the example", Country.RS, "sr")
        request = await access_requests.ask(session, await acting(session, STRANGER), wish)
        assert not isinstance(request, access_requests.AskRefusal)
        await notices.tell_deciders(session, request)
        await notices.tell_asker(session, request, NOW)
        await session.commit()
    return database


async def decide(database: Database) -> None:
    """Let the coordinator decline, and be told of twice."""
    async with database.session() as session:
        decision = await access_requests.decline(session, await acting(session, OF_SERBIA), 1)
        assert not isinstance(decision, access_requests.DecideRefusal)
        for _ in range(2):
            await notices.tell_asker(session, decision.request, NOW)
        await session.commit()


async def test_an_open_request_goes_to_the_nearest_who_decide_and_wakes_nobody(asked: Database) -> None:
    told = [(row.kind, row.member_id, row.is_urgent) for row in await rows(asked)]
    assert told == [(Kind.REQUEST, 2, False)]


async def test_who_asked_is_told_once_and_at_once_also_outside(asked: Database) -> None:
    await decide(asked)
    told = [(row.kind, row.member_id, row.is_urgent) for row in await rows(asked)]
    assert told[1:] == [(Kind.DECISION, 1, True)]


async def test_the_queue_holds_numbers_alone(asked: Database) -> None:
    (row,) = await rows(asked)
    assert row.payload == {notices.NUMBER: 1}
