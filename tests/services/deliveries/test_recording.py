"""Noting what became of a delivery."""

import dataclasses
import datetime as dt

from bot.database import Database
from bot.models import DeliveryState
from bot.services.deliveries import batches, claiming
from bot.services.deliveries.failures import Failure, Refusal
from bot.services.deliveries.leases import LEASE
from bot.services.deliveries.outcomes import Tries, after, later, sent, skipped
from bot.services.deliveries.recording import note_receiver
from tests.conftest import NOW
from tests.deliveries import MINUTE, claim, message, note, put, rows, states
from tests.members import add, member_of

AGAIN = after(Refusal(Failure.NOT_SENT, parts=1), Tries(), NOW, 0)


async def claim_one(database: Database, **fields: object) -> claiming.Claim:
    """Put one delivery in and claim it."""
    await put(database, message(**fields), await add(database, 11))
    (claimed,) = await claim(database)
    return claimed


async def cancel(database: Database) -> None:
    """Cancel the batch."""
    async with database.session() as session:
        await batches.cancel_batch(session, "broadcast:7", NOW)
        await session.commit()


async def test_what_was_sent_has_its_message_and_its_time(database: Database) -> None:
    await note(database, await claim_one(database), sent(42), NOW + MINUTE)
    (row,) = await rows(database)
    assert (row.state, row.message_id, row.ended_at) == (DeliveryState.SENT, 42, NOW + MINUTE)
    assert (row.attempts, row.lease_owner, row.error) == (1, None, None)


async def test_what_is_tried_again_is_due_then(database: Database) -> None:
    await note(database, await claim_one(database), AGAIN)
    (row,) = await rows(database)
    assert (row.state, row.due_at, row.attempts, row.parts) == (DeliveryState.DUE, AGAIN.due_at, 1, 1)
    assert (row.error, row.ended_at) == ("not_sent", None)


async def test_the_numbers_of_all_its_messages_are_kept_through_failures(database: Database) -> None:
    failed = dataclasses.replace(AGAIN, part_ids=(40,), due_at=NOW)
    await note(database, await claim_one(database), failed)
    await note(database, (await claim(database))[0], AGAIN)
    assert AGAIN.due_at is not None
    await note(database, (await claim(database, AGAIN.due_at))[0], sent(40, 41, 42))
    (row,) = await rows(database)
    assert (row.part_ids, row.message_id) == ([40, 41], 42)


async def test_waiting_for_the_morning_is_no_attempt(database: Database) -> None:
    await note(database, await claim_one(database), later(NOW + MINUTE))
    (row,) = await rows(database)
    assert (row.attempts, row.due_at) == (0, NOW + MINUTE)


async def test_what_was_cancelled_on_its_way_is_not_tried_again(database: Database) -> None:
    claimed = await claim_one(database, batch="broadcast:7")
    await cancel(database)
    await note(database, claimed, AGAIN)
    assert await states(database) == [DeliveryState.CANCELLED]


async def test_what_was_cancelled_on_its_way_and_arrived_was_sent(database: Database) -> None:
    claimed = await claim_one(database, batch="broadcast:7")
    await cancel(database)
    await note(database, claimed, sent(42))
    assert await states(database) == [DeliveryState.SENT]


async def test_who_has_lost_the_lease_changes_nothing_but_that_it_arrived(database: Database) -> None:
    claimed = await claim_one(database)
    async with database.session() as session:
        await claiming.take_back(session, NOW + LEASE)
        await session.commit()
    await claim(database, NOW + LEASE, "process:2")
    await note(database, claimed, skipped())
    assert await states(database) == [DeliveryState.CLAIMED]
    await note(database, claimed, sent(42))
    assert await states(database) == [DeliveryState.SENT]


async def test_who_blocks_us_is_unreachable_and_who_moved_has_a_new_address(database: Database) -> None:
    claimed = await claim_one(database)
    async with database.session() as session:
        await note_receiver(session, claimed.delivery.member_id, Refusal(Failure.BLOCKED))
        await note_receiver(session, claimed.delivery.member_id, Refusal(Failure.MIGRATED, new_chat_id=-12))
        await session.commit()
        assert not (await member_of(session, -12)).reachable


async def test_other_refusals_say_nothing_of_the_receiver(database: Database) -> None:
    claimed = await claim_one(database)
    async with database.session() as session:
        await note_receiver(session, claimed.delivery.member_id, Refusal(Failure.FLOOD, dt.timedelta(seconds=1)))
        await session.commit()
        assert (await member_of(session, 11)).reachable
