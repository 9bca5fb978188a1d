"""Pausing, resuming, cancelling and counting."""

from collections import Counter

import pytest

from bot.database import Database
from bot.models import DeliveryState
from bot.services import leaving
from bot.services.deliveries import batches
from bot.services.deliveries.failures import Failure, Refusal
from bot.services.deliveries.outcomes import Tries, after, sent
from tests.conftest import NOW
from tests.deliveries import claim, message, note, put, rows, states
from tests.members import add

BATCH = "broadcast:7"


@pytest.fixture
async def members(database: Database) -> list[int]:
    """Three members to whom a batch goes."""
    ids = [await add(database, chat_id) for chat_id in (11, 12, 13)]
    await put(database, message(cause=BATCH, batch=BATCH), *ids)
    return ids


async def test_a_paused_batch_is_not_claimed_until_it_is_resumed(database: Database, members: list[int]) -> None:
    async with database.session() as session:
        await batches.pause(session, BATCH)
        await batches.pause(session, BATCH)
        await session.commit()
    assert await claim(database) == []
    async with database.session() as session:
        await batches.resume(session, BATCH)
        await session.commit()
    assert len(await claim(database)) == len(members)


async def test_other_batches_go_on(database: Database, members: list[int]) -> None:
    await put(database, message(cause="other", batch="broadcast:8"), members[0])
    async with database.session() as session:
        await batches.pause(session, BATCH)
        await session.commit()
    assert [each.delivery.batch for each in await claim(database)] == ["broadcast:8"]


async def test_the_counts_of_a_batch_sum_to_its_audience(database: Database, members: list[int]) -> None:
    first, second, _ = await claim(database)
    await note(database, first, sent(42))
    await note(database, second, after(Refusal(Failure.BLOCKED), Tries(), NOW, 0))
    async with database.session() as session:
        counted = await batches.counts(session, BATCH)
        assert await batches.failures(session, BATCH) == Counter({"blocked": 1})
    assert counted == Counter({DeliveryState.SENT: 1, DeliveryState.FAILED: 1, DeliveryState.CLAIMED: 1})
    assert counted.total() == len(members)


async def test_a_cancelled_batch_leaves_what_was_sent(database: Database, members: list[int]) -> None:
    await note(database, (await claim(database))[0], sent(42))
    async with database.session() as session:
        await batches.cancel_batch(session, BATCH, NOW)
        await session.commit()
    assert await states(database) == [DeliveryState.SENT, DeliveryState.CANCELLED, DeliveryState.CANCELLED]


async def test_who_leaves_gets_nothing_more(database: Database, members: list[int]) -> None:
    async with database.session() as session:
        for step in leaving.STEPS:
            await step(session, members[1], NOW)
        await session.commit()
    assert await states(database) == [DeliveryState.DUE, DeliveryState.CANCELLED, DeliveryState.DUE]


@pytest.mark.parametrize(
    ("cause", "left"),
    [
        ("reminder:7", {"reminder:70:1"}),
        ("reminder:7:day", {"reminder:7:week:1", "reminder:70:1"}),
        ("r_minder:7", {"reminder:7:day:1", "reminder:7:week:1", "reminder:70:1"}),
    ],
)
async def test_a_cause_is_cancelled_with_those_within_it(database: Database, cause: str, left: set[str]) -> None:
    member = await add(database, 11)
    for each in ("reminder:7:day", "reminder:7:week", "reminder:70"):
        await put(database, message(cause=each), member)
    async with database.session() as session:
        await batches.cancel_cause(session, cause, NOW)
        await session.commit()
    assert {row.key for row in await rows(database) if row.state is DeliveryState.DUE} == left


async def test_a_cause_can_be_cancelled_for_one_member(database: Database, members: list[int]) -> None:
    async with database.session() as session:
        await batches.cancel_cause_of_member(session, BATCH, members[0], NOW)
        await session.commit()
    assert await states(database) == [DeliveryState.CANCELLED, DeliveryState.DUE, DeliveryState.DUE]
