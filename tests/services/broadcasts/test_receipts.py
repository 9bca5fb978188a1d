"""Receivers say that they have read it: once, each for themselves."""

import datetime as dt

import pytest

from bot.database import Database
from bot.services.broadcasts import receipts
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import BLOCKED, NETWORK, SERBIA, confirmed, populate
from tests.conftest import NOW

HOUR = dt.timedelta(hours=1)


async def test_the_first_confirmation_counts(database: Database) -> None:
    people = await populate(database)
    await confirmed(database, FakeOutbox())
    async with database.session() as session:
        assert await receipts.confirm(session, people[SERBIA], 1, NOW) == NOW
        assert await receipts.confirm(session, people[SERBIA], 1, NOW + HOUR) == NOW
        assert await receipts.confirm(session, people[NETWORK], 1, NOW + HOUR) == NOW + HOUR


@pytest.mark.parametrize(("chat_id", "broadcast_id"), [(BLOCKED, 1), (SERBIA, 2)])
async def test_who_did_not_receive_it_confirms_nothing(database: Database, chat_id: int, broadcast_id: int) -> None:
    people = await populate(database)
    await confirmed(database, FakeOutbox())
    async with database.session() as session:
        assert await receipts.confirm(session, people[chat_id], broadcast_id, NOW) is None
