"""Claiming: in order, by one process, and back again when that has died."""

import asyncio

import pytest

from bot.database import Database
from bot.models import DeliveryState, Priority
from bot.services.deliveries import batches, claiming
from bot.services.deliveries.leases import LEASE
from bot.services.deliveries.outcomes import MAX_ATTEMPTS
from tests.conftest import NOW
from tests.deliveries import MINUTE, claim, message, put, rows, states
from tests.members import add


async def take_back(database: Database, at: object = NOW + LEASE) -> int:
    """Take back what dead processes had."""
    async with database.session() as session:
        number = await claiming.take_back(session, at)  # type: ignore[arg-type]  # an instant
        await session.commit()
    return number


async def renew(database: Database, *ids: int) -> None:
    """Renew the leases of the process for what is on its way."""
    async with database.session() as session:
        await claiming.renew(session, "process:1", ids, NOW + MINUTE / 2)
        await session.commit()


async def test_what_is_due_is_claimed_oldest_first_with_its_receiver(database: Database) -> None:
    for chat_id, (cause, late) in enumerate((("b", 2), ("a", 1), ("c", 3)), start=11):
        await put(database, message(cause=cause, due_at=NOW + late * MINUTE), await add(database, chat_id))
    claims = await claim(database, NOW + 2 * MINUTE)
    assert [(each.delivery.key, each.member.chat_id) for each in claims] == [("a:2", 12), ("b:1", 11)]
    assert {each.delivery.lease_until for each in claims} == {NOW + 2 * MINUTE + LEASE}


async def test_what_is_claimed_and_not_committed_is_due_as_before(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(), member)
    async with database.session() as session:
        assert len(await claiming.claim(session, Priority.PERSONAL, 10, "process:1", NOW)) == 1
    assert await states(database) == [DeliveryState.DUE]


async def test_only_the_wanted_priority_is_claimed(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(priority=Priority.BULK), member)
    assert await claim(database) == []
    assert len(await claim(database, priority=Priority.BULK)) == 1


async def test_two_processes_never_claim_the_same(database: Database) -> None:
    members = [await add(database, chat_id) for chat_id in range(11, 41)]
    await put(database, message(), *members)
    claimed = await asyncio.gather(*(claim(database, owner=f"process:{number}") for number in range(5)))
    ids = [each.delivery.id for claims in claimed for each in claims]
    assert len(ids) == len(set(ids)) > 0


async def test_the_next_due_time_is_told_by_priority(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(due_at=NOW + MINUTE), member)
    await put(database, message(cause="earlier", due_at=NOW, priority=Priority.BULK), member)
    async with database.session() as session:
        assert await claiming.upcoming(session) == {Priority.PERSONAL: NOW + MINUTE, Priority.BULK: NOW}


async def test_what_a_living_process_has_stays_its_own(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(), member)
    await claim(database)
    await renew(database, 1)
    assert await take_back(database) == 0
    assert await claim(database, NOW + LEASE) == []


async def test_what_a_living_process_has_lost_sight_of_is_sent_again(database: Database) -> None:
    members = [await add(database, chat_id) for chat_id in (11, 12)]
    await put(database, message(), *members)
    await claim(database)
    await renew(database, 1)
    assert await take_back(database) == 1
    assert await states(database) == [DeliveryState.CLAIMED, DeliveryState.DUE]


async def test_what_a_dead_process_had_is_sent_again_and_marked(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(), member)
    await claim(database)
    assert await take_back(database) == 1
    (again,) = await claim(database, NOW + LEASE, "process:2")
    assert (again.delivery.may_repeat, again.delivery.attempts) == (True, 1)


async def test_what_kills_every_process_is_given_up(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(), member)
    for number in range(MAX_ATTEMPTS):
        await claim(database, NOW + number * LEASE)
        await take_back(database, NOW + (number + 1) * LEASE)
    (row,) = await rows(database)
    assert (row.state, row.error, row.attempts) == (DeliveryState.FAILED, "lost", MAX_ATTEMPTS)
    assert row.ended_at is not None


async def test_what_comes_back_to_a_paused_batch_rests(database: Database) -> None:
    member = await add(database, 11)
    await put(database, message(batch="broadcast:7"), member)
    await claim(database)
    async with database.session() as session:
        await batches.pause(session, "broadcast:7")
        await session.commit()
    await take_back(database)
    assert await states(database) == [DeliveryState.PAUSED]


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_index_has_its_condition_in_both_databases(dialect: str) -> None:
    from_model = {index.name: index for index in claiming.Delivery.__table__.indexes}  # type: ignore[attr-defined]
    assert str(from_model["ix_delivery_due"].dialect_options[dialect]["where"]) == "state = 'due'"
