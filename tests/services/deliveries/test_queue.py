"""Putting messages into the queue."""

import pytest

from bot.database import Database
from bot.models import DeliveryState
from bot.services.deliveries.queue import CHUNK, enqueue
from tests.conftest import NOW
from tests.deliveries import MINUTE, message, put, rows
from tests.members import add


async def test_each_receiver_gets_a_row_that_is_due(database: Database) -> None:
    first, second = await add(database, 11), await add(database, 12)
    await put(database, message(due_at=NOW + MINUTE), first, second)
    queued = await rows(database)
    assert [(row.key, row.member_id) for row in queued] == [("reminder:7:1", first), ("reminder:7:2", second)]
    assert {(row.state, row.due_at, row.attempts) for row in queued} == {(DeliveryState.DUE, NOW + MINUTE, 0)}


async def test_the_same_cause_is_put_in_once(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(), member)
    await put(database, message(due_at=NOW + MINUTE), member, member)
    assert [row.due_at for row in await rows(database)] == [NOW]


async def test_nothing_is_sent_when_the_cause_is_taken_back(database: Database) -> None:
    member = await add(database, 11)
    async with database.session() as session:
        await enqueue(session, message(), [member])
    assert await rows(database) == []


async def test_an_audience_larger_than_a_chunk_is_put_in_as_a_whole(database: Database) -> None:
    members = [await add(database, 11), await add(database, 12)]
    async with database.session() as session:
        for cause in range(CHUNK // 2 + 1):
            await enqueue(session, message(cause=f"reminder:{cause}"), iter(members))
        await session.commit()
    assert len(await rows(database)) == CHUNK + 2


async def test_the_bell_rings_when_the_cause_is_committed_and_not_before(database: Database) -> None:
    member = await add(database, 11)
    async with database.session() as session:
        await enqueue(session, message(), [member])
        assert not database.bell.is_rung
        await session.commit()
    assert database.bell.is_rung


@pytest.mark.parametrize("value", ["Jane Example", "jane@example.org", "x" * 65])
def test_a_payload_that_could_be_personal_is_refused_and_not_repeated(value: str) -> None:
    with pytest.raises(ValueError, match="reminder:7: name is no code") as refused:
        message(payload={"name": value})
    assert value not in str(refused.value)
