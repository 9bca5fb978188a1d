"""What the next text of a person means."""

import datetime as dt

import pytest

from bot.database import Database
from bot.services.awaiting import PATIENCE, Awaited, ask_for, asked_for, forget, take
from tests.conftest import NOW
from tests.members import add

UNIT = Awaited("unit", {"place": "HU"})
SECOND = dt.timedelta(seconds=1)


async def test_what_was_asked_for_is_taken_once(database: Database) -> None:
    member_id = await add(database, 7)
    async with database.session() as session:
        await ask_for(session, member_id, UNIT, NOW)
        assert await take(session, member_id, NOW) == UNIT
        assert await take(session, member_id, NOW) is None


async def test_a_new_request_replaces_the_old_one(database: Database) -> None:
    member_id = await add(database, 7)
    async with database.session() as session:
        await ask_for(session, member_id, UNIT, NOW)
        await ask_for(session, member_id, Awaited("name", {}), NOW)
        assert await take(session, member_id, NOW) == Awaited("name", {})


@pytest.mark.parametrize(("waited", "taken"), [(PATIENCE - SECOND, UNIT), (PATIENCE, None)])
async def test_patience_ends(database: Database, waited: dt.timedelta, taken: Awaited | None) -> None:
    member_id = await add(database, 7)
    async with database.session() as session:
        await ask_for(session, member_id, UNIT, NOW)
        assert await take(session, member_id, NOW + waited) == taken


async def test_forgetting_says_whether_something_was_waited_for(database: Database) -> None:
    member_id = await add(database, 7)
    async with database.session() as session:
        await ask_for(session, member_id, UNIT, NOW)
        assert await forget(session, member_id)
        assert not await forget(session, member_id)
        assert await take(session, member_id, NOW) is None


async def test_one_person_does_not_answer_for_another(database: Database) -> None:
    member_id, other = await add(database, 7), await add(database, 8)
    async with database.session() as session:
        await ask_for(session, member_id, UNIT, NOW)
        assert await take(session, other, NOW) is None
        assert await take(session, member_id, NOW) == UNIT


@pytest.mark.parametrize(("waited", "found"), [(PATIENCE - SECOND, UNIT), (PATIENCE, None)])
async def test_looking_at_what_is_waited_for_takes_nothing(
    database: Database, waited: dt.timedelta, found: Awaited | None
) -> None:
    member_id = await add(database, 7)
    async with database.session() as session:
        assert await asked_for(session, member_id, NOW) is None
        await ask_for(session, member_id, UNIT, NOW)
        assert await asked_for(session, member_id, NOW + waited) == found
        assert await forget(session, member_id)
