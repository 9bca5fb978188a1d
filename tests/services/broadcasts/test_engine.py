"""The outbox on the table of deliveries."""

import datetime as dt

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from bot.database import Database
from bot.models import Delivery, DeliveryState, Priority
from bot.services.broadcasts.engine import OUTCOMES, Deliveries
from bot.services.broadcasts.outbox import Fate, Kind, Order, Outcome
from bot.services.deliveries.failures import Failure
from tests.conftest import NOW
from tests.members import add

BATCH = "broadcast:1"
ORDER = Order(Kind.MESSAGE, 1, BATCH, BATCH, NOW)
HOUR = dt.timedelta(hours=1)


async def put(database: Database, order: Order = ORDER, people: int = 3) -> None:
    """Put an order for some members, made now."""
    numbers = [await add(database, 700 + each) for each in range(people)]
    async with database.session() as session:
        for _ in range(2):
            await Deliveries().put(session, order, numbers)
        await session.commit()


async def end(database: Database, member_id: int, state: DeliveryState, error: Failure | None = None) -> None:
    """Decide what became of a delivery."""
    async with database.session() as session:
        delivery = (await session.exec(select(Delivery).where(Delivery.member_id == member_id))).one()
        delivery.state, delivery.error, delivery.attempts = state, error, 5
        delivery.message_id = 42 if state is DeliveryState.SENT else None
        delivery.ended_at = NOW
        await session.commit()


def test_every_state_has_an_outcome() -> None:
    assert set(OUTCOMES) == set(DeliveryState)


async def test_each_member_has_one_delivery_of_a_cause(database: Database) -> None:
    await put(database)
    async with database.session() as session:
        found = (await session.exec(select(Delivery).order_by(col(Delivery.id)))).all()
    assert [row.key for row in found] == [f"broadcast:1:{number}" for number in (1, 2, 3)]
    assert {(row.kind, row.batch, row.priority) for row in found} == {("broadcast", BATCH, Priority.BULK)}


async def test_what_one_person_waits_for_goes_before_bulk(database: Database) -> None:
    await put(database, Order(Kind.APPROVAL, 1, BATCH, BATCH, NOW, is_urgent=True))
    async with database.session() as session:
        priority, is_urgent = (await session.exec(select(Delivery.priority, Delivery.is_urgent))).first() or (0, False)
    assert (priority, is_urgent) == (Priority.PERSONAL, True)


async def test_counts_and_fates_tell_outcome_and_reason(database: Database) -> None:
    await put(database)
    await end(database, 1, DeliveryState.SENT)
    await end(database, 2, DeliveryState.FAILED, Failure.BLOCKED)
    await end(database, 3, DeliveryState.FAILED, Failure.BAD_REQUEST)
    async with database.session() as session:
        assert await Deliveries().counts(session, BATCH) == {
            (Outcome.SENT, ""): 1,
            (Outcome.UNREACHABLE, "blocked"): 1,
            (Outcome.FAILED, "bad_request"): 1,
        }
        assert sorted([fate async for fate in Deliveries().fates(session, BATCH)], key=lambda fate: fate.member_id) == [
            Fate(1, Outcome.SENT, "", (42,)),
            Fate(2, Outcome.UNREACHABLE, "blocked"),
            Fate(3, Outcome.FAILED, "bad_request"),
        ]
        assert await Deliveries().message_ids(session, BATCH, 1) == (42,)
        assert await Deliveries().message_ids(session, BATCH, 9) == ()


async def test_all_messages_that_arrived_are_known_also_of_what_failed_after_them(database: Database) -> None:
    await put(database)
    await end(database, 1, DeliveryState.SENT)
    await end(database, 2, DeliveryState.FAILED, Failure.BAD_REQUEST)
    async with database.session() as session:
        await session.exec(update(Delivery).where(col(Delivery.member_id).in_([1, 2])).values(part_ids=[40, 41]))
        found = {fate.member_id: fate.message_ids async for fate in Deliveries().fates(session, BATCH)}
        assert found == {1: (40, 41, 42), 2: (40, 41), 3: ()}
        assert await Deliveries().message_ids(session, BATCH, 2) == (40, 41)


@pytest.mark.parametrize("failure", [Failure.NOT_SENT, None])
async def test_what_is_tried_again_has_no_reason_yet(database: Database, failure: Failure | None) -> None:
    await put(database, people=1)
    await end(database, 1, DeliveryState.DUE, failure)
    async with database.session() as session:
        assert await Deliveries().counts(session, BATCH) == {(Outcome.PENDING, ""): 1}


async def test_only_what_failed_is_tried_again_from_the_beginning(database: Database) -> None:
    await put(database)
    await end(database, 1, DeliveryState.UNKNOWN, Failure.NO_ANSWER)
    await end(database, 2, DeliveryState.FAILED, Failure.BLOCKED)
    await end(database, 3, DeliveryState.FAILED, Failure.BAD_REQUEST)
    async with database.session() as session:
        assert await Deliveries().resend_failed(session, BATCH, NOW + HOUR) == 1
        await session.commit()
    async with database.session() as session:
        again = (await session.exec(select(Delivery).where(Delivery.state == DeliveryState.DUE))).one()
    assert (again.member_id, again.attempts, again.error, again.ended_at) == (3, 0, None, None)
    assert again.due_at == NOW + HOUR


async def test_a_batch_rests_goes_on_and_ends(database: Database) -> None:
    await put(database)
    seen = []
    async with database.session() as session:
        for step in (Deliveries().pause(session, BATCH), Deliveries().resume(session, BATCH)):
            await step
            seen.append(set(await session.exec(select(Delivery.state))))
        await Deliveries().cancel(session, BATCH, NOW)
        seen.append(set(await session.exec(select(Delivery.state))))
    assert seen == [{DeliveryState.PAUSED}, {DeliveryState.DUE}, {DeliveryState.CANCELLED}]


@pytest.mark.parametrize(("is_urgent", "priority"), [(True, Priority.URGENT_BULK), (False, Priority.BULK)])
async def test_what_is_urgent_goes_before_the_rest_of_bulk(
    database: Database, *, is_urgent: bool, priority: Priority
) -> None:
    await put(database, Order(Kind.MESSAGE, 1, BATCH, BATCH, NOW, is_urgent=is_urgent))
    async with database.session() as session:
        assert set((await session.exec(select(Delivery.priority))).all()) == {priority}
