"""What one person gets comes one after the other, in the order of its causes."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy import text

from bot.database import Database
from bot.models import DeliveryState, Priority
from bot.models.deliveries import IS_HOLDING
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import Outcome, sent
from bot.services.deliveries.turns import HOLDING_ATTEMPTS, SOON
from tests.conftest import NOW
from tests.deliveries import MINUTE, claim, message, note, put, rows
from tests.members import add

SECOND = dt.timedelta(seconds=1)


@pytest.fixture
async def member(database: Database) -> int:
    """Somebody who gets an invitation, and then hears that it was changed."""
    member = await add(database, 11)
    for cause in ("invitation", "change"):
        await put(database, message(cause=cause), member)
    return member


async def claimed(database: Database, now: dt.datetime = NOW, priority: Priority = Priority.PERSONAL) -> list[str]:
    """Claim what can be; return the causes."""
    return [each.delivery.key.partition(":")[0] for each in await claim(database, now, priority=priority)]


async def fail(database: Database, again: dt.datetime, times: int = 1) -> None:
    """Claim the first delivery and have it fail, so often."""
    for _ in range(times):
        (first,) = await claim(database)
        await note(database, first, Outcome(DeliveryState.DUE, Failure.SERVER_ERROR, due_at=again))


async def test_one_at_a_time_is_on_its_way_to_a_person_in_the_order_of_causes(database: Database, member: int) -> None:
    (first,) = await claim(database)
    assert first.delivery.key == f"invitation:{member}"
    assert await claimed(database) == []
    await note(database, first, sent(1))
    assert await claimed(database) == ["change"]


async def test_what_is_on_its_way_counts_whatever_its_priority(database: Database, member: int) -> None:
    await put(database, message(cause="broadcast", priority=Priority.BULK), member)
    assert await claimed(database, priority=Priority.BULK) == ["broadcast"]
    assert await claimed(database) == []


async def test_who_waits_for_a_turn_keeps_nobody_else_waiting(database: Database, member: int) -> None:
    other = await add(database, 12)
    await claim(database)
    await put(database, message(cause="later", due_at=NOW + MINUTE), member, other)
    assert await claimed(database, NOW + MINUTE) == ["later"]


async def test_what_was_due_earlier_comes_earlier_though_caused_later(database: Database) -> None:
    member = await add(database, 11)
    for cause, minutes in (("reminder", 2), ("invitation", 1)):
        await put(database, message(cause=cause, due_at=NOW + minutes * MINUTE), member)
    assert await claimed(database, NOW + 2 * MINUTE) == ["invitation"]


async def test_what_is_tried_again_soon_still_comes_first(database: Database, member: int) -> None:
    del member
    await fail(database, NOW + 5 * SECOND)
    assert await claimed(database) == []
    assert await claimed(database, NOW + 5 * SECOND) == ["invitation"]


async def test_what_is_urgent_waits_for_nothing_that_is_tried_again(database: Database, member: int) -> None:
    await fail(database, NOW + 5 * SECOND)
    await put(database, message(cause="urgent", is_urgent=True), member)
    assert await claimed(database) == ["urgent"]


async def test_what_fails_for_long_holds_nothing_up(database: Database, member: int) -> None:
    del member
    await fail(database, NOW, HOLDING_ATTEMPTS)
    await fail(database, NOW + 5 * SECOND)
    assert await claimed(database) == ["change"]


async def test_what_cannot_be_rendered_holds_nothing_up(database: Database, member: int) -> None:
    del member
    (first,) = await claim(database)
    await note(database, first, Outcome(DeliveryState.DUE, Failure.BROKEN, due_at=NOW + SECOND))
    assert await claimed(database) == ["change"]


@pytest.mark.parametrize(
    ("priority", "again"),
    [
        pytest.param(Priority.PERSONAL, NOW + SOON + SECOND, id="moved to another day"),
        pytest.param(Priority.BULK, NOW + SECOND, id="of another priority"),
    ],
)
async def test_what_else_is_tried_again_holds_nothing_up(
    database: Database, priority: Priority, again: dt.datetime
) -> None:
    member = await add(database, 11)
    await put(database, message(cause="first", priority=priority), member)
    (first,) = await claim(database, priority=priority)
    await note(database, first, Outcome(DeliveryState.DUE, Failure.SERVER_ERROR, due_at=again))
    await put(database, message(cause="second"), member)
    assert await claimed(database) == ["second"]


async def test_processes_side_by_side_send_a_person_one_at_a_time(database: Database, member: int) -> None:
    del member
    found = await asyncio.gather(*(claim(database, owner=f"process:{number}") for number in range(5)))
    assert sum(len(claims) for claims in found) == 1
    assert [row.state for row in await rows(database)].count(DeliveryState.CLAIMED) == 1


async def test_the_queue_of_a_person_is_found_by_an_index(database: Database) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads a small table as a whole")
    query = text(f"EXPLAIN QUERY PLAN SELECT id FROM delivery WHERE member_id = 7 AND {IS_HOLDING.text}")  # noqa: S608  # ours
    async with database.engine.connect() as connection:
        (row,) = await connection.execute(query)
    assert "ix_delivery_holding" in str(row)
