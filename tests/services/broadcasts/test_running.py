"""Steering what was confirmed: pause, resume, cancel, send again, remind, recall."""

import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from bot.database import Database
from bot.models import BroadcastState, ReceiverKind
from bot.services.actors import NotAllowedError
from bot.services.broadcasts import audience, confirmation, drafts, receipts, running
from bot.services.broadcasts.desk import Desk
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.outbox import Kind, Outcome
from bot.services.broadcasts.progress import advance
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import (
    HUNGARY,
    IN_SERBIAN,
    IN_UKRAINIAN,
    NETWORK,
    SECOND,
    SERBIA,
    confirmed,
    desk_of,
    drafted,
    populate,
    read,
)
from tests.conftest import NOW
from tests.members import recorded

HOUR = dt.timedelta(hours=1)
Deed = Callable[[Desk, int], Awaitable[object]]
DEEDS: list[Deed] = [running.pause, running.cancel, running.remind, running.resend_failed, running.recall]


@pytest.fixture
def outbox() -> FakeOutbox:
    """An engine that does nothing by itself."""
    return FakeOutbox()


@pytest.fixture
async def people(database: Database) -> dict[int, int]:
    """Members by chat."""
    return await populate(database)


async def done(database: Database, outbox: FakeOutbox) -> int:
    """Have a broadcast of the network sent: to one it failed, another has blocked us."""
    broadcast_id = await confirmed(database, outbox)
    outbox.end(1, Outcome.FAILED, "bad_request")
    outbox.end(2, Outcome.UNREACHABLE, "blocked")
    outbox.end_all(Outcome.SENT)
    async with database.session() as session:
        assert await advance(session, outbox, NOW) == [broadcast_id]
        await session.commit()
    return broadcast_id


async def refusal_of(desk: Desk, deed: Deed, broadcast_id: int) -> Refusal:
    """Return why something is refused."""
    with pytest.raises(BroadcastError) as caught:
        await deed(desk, broadcast_id)
    return caught.value.refusal


async def test_a_paused_broadcast_rests_until_it_is_resumed(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    broadcast_id = await confirmed(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        assert (await running.pause(desk, broadcast_id)).state is BroadcastState.PAUSED
        assert outbox.paused == {"broadcast:1"}
        assert await refusal_of(desk, running.pause, broadcast_id) is Refusal.STATE_CHANGED
        assert (await running.resume(desk, broadcast_id)).state is BroadcastState.RUNNING
    assert outbox.paused == set()
    assert await recorded(database) == ["broadcast_confirmed", "broadcast_paused", "broadcast_resumed"]


@pytest.mark.parametrize(("later", "state"), [(HOUR, BroadcastState.SCHEDULED), (3 * HOUR, BroadcastState.RUNNING)])
async def test_a_scheduled_one_is_scheduled_again_until_its_time_has_come(
    database: Database, outbox: FakeOutbox, people: object, later: dt.timedelta, state: BroadcastState
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await drafts.set_time(desk.session, desk.actor, draft, NOW + 2 * HOUR)
        await confirmation.confirm(desk, draft, None, 0)
        await running.pause(desk, draft)
    async with desk_of(database, outbox, NETWORK, NOW + later) as desk:
        broadcast = await running.resume(desk, draft)
        assert broadcast.state is state
        assert (broadcast.started_at is None) == (state is BroadcastState.SCHEDULED)


async def test_failures_before_a_resumption_are_forgiven(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    broadcast_id = await confirmed(database, outbox)
    outbox.end(1, Outcome.FAILED, "bad_request")
    outbox.end(2, Outcome.UNKNOWN, "no_answer")
    async with desk_of(database, outbox, NETWORK) as desk:
        await running.pause(desk, broadcast_id)
        assert (await running.resume(desk, broadcast_id)).errors_forgiven == 2


async def test_what_is_cancelled_sends_nothing_more(database: Database, outbox: FakeOutbox, people: object) -> None:
    broadcast_id = await confirmed(database, outbox)
    outbox.end(1, Outcome.SENT)
    async with desk_of(database, outbox, NETWORK) as desk:
        assert (await running.cancel(desk, broadcast_id)).state is BroadcastState.CANCELLED
        assert await refusal_of(desk, running.resume, broadcast_id) is Refusal.STATE_CHANGED
        counts = await outbox.counts(desk.session, "broadcast:1")
    assert counts == {(Outcome.SENT, ""): 1, (Outcome.NEVER_SENT, ""): 7}


async def test_only_what_failed_is_sent_again(database: Database, outbox: FakeOutbox, people: object) -> None:
    broadcast_id = await done(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        assert (await running.resend_failed(desk, broadcast_id)).state is BroadcastState.RUNNING
        pending = [fate.member_id async for fate in outbox.fates(desk.session, "broadcast:1") if not fate.message_ids]
    assert pending == [1, 2]
    assert outbox.rows["broadcast:1", 1][1].outcome is Outcome.PENDING
    assert outbox.rows["broadcast:1", 2][1].outcome is Outcome.UNREACHABLE


async def test_where_nothing_failed_nothing_is_sent_again(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    broadcast_id = await confirmed(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        assert await refusal_of(desk, running.resend_failed, broadcast_id) is Refusal.NOTHING_FAILED


async def test_those_are_reminded_who_got_it_and_have_not_confirmed(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    broadcast_id = await done(database, outbox)
    async with desk_of(database, outbox, NETWORK, NOW + HOUR) as desk:
        await receipts.confirm(desk.session, people[IN_SERBIAN], broadcast_id, NOW)
        assert await running.remind(desk, broadcast_id) == 5
    assert people[IN_SERBIAN] not in outbox.receivers(Kind.REMINDER)
    assert not {1, 2} & set(outbox.receivers(Kind.REMINDER))
    assert people[IN_UKRAINIAN] in outbox.receivers(Kind.REMINDER)
    assert outbox.orders[-1].batch == "broadcast:1:r1"


async def test_a_second_round_is_another_batch(database: Database, outbox: FakeOutbox, people: object) -> None:
    broadcast_id = await done(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        await running.remind(desk, broadcast_id)
        await running.remind(desk, broadcast_id)
    assert [order.batch for order in outbox.orders if order.kind is Kind.REMINDER] == [
        "broadcast:1:r1",
        "broadcast:1:r2",
    ]


async def test_where_all_have_confirmed_nobody_is_reminded(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    broadcast_id = await done(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        for member_id in people.values():
            await receipts.confirm(desk.session, member_id, broadcast_id, NOW)
        assert await refusal_of(desk, running.remind, broadcast_id) is Refusal.ALL_CONFIRMED


async def test_a_recall_takes_back_what_was_sent_reminders_too(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    broadcast_id = await done(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        await running.remind(desk, broadcast_id)
        outbox.end(3, Outcome.SENT, batch="broadcast:1:r1")
        assert (await running.recall(desk, broadcast_id)).state is BroadcastState.RECALLED
        assert outbox.rows["broadcast:1:r1", 4][1].outcome is Outcome.NEVER_SENT
    assert outbox.receivers(Kind.RECALL) == [3, 3, 4, 5, 6, 7, 8]
    assert ("broadcast:1:r1:recall", 3) in outbox.rows
    assert (await recorded(database))[-1] == "broadcast_recalled"


@pytest.mark.parametrize(("age", "is_taken"), [(47 * HOUR, True), (48 * HOUR, False)])
async def test_telegram_deletes_nothing_that_is_two_days_old(
    database: Database, outbox: FakeOutbox, people: object, age: dt.timedelta, is_taken: bool
) -> None:
    broadcast_id = await done(database, outbox)
    async with desk_of(database, outbox, NETWORK, NOW + age) as desk:
        if is_taken:
            await running.recall(desk, broadcast_id)
        else:
            assert await refusal_of(desk, running.recall, broadcast_id) is Refusal.TOO_OLD
        assert ((await read(desk.session, broadcast_id)).state is BroadcastState.RECALLED) == is_taken


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(("chat_id", "may"), [(SECOND, True), (SERBIA, True), (HUNGARY, False)])
async def test_who_may_address_all_receivers_may_steer(
    database: Database, outbox: FakeOutbox, people: object, deed: Deed, chat_id: int, may: bool
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await audience.toggle(desk.session, desk.actor, draft, ReceiverKind.COUNTRY, "RS")
        await confirmation.confirm(desk, draft, None, 0)
    outbox.end(2, Outcome.SENT)
    outbox.end(6, Outcome.FAILED, "bad_request")
    async with desk_of(database, outbox, chat_id) as desk:
        if may:
            await deed(desk, draft)
        else:
            with pytest.raises(NotAllowedError):
                await deed(desk, draft)


@pytest.mark.parametrize("deed", [*DEEDS, running.resume])
async def test_a_draft_or_nothing_cannot_be_steered(
    database: Database, outbox: FakeOutbox, people: object, deed: Deed
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        assert await refusal_of(desk, deed, draft) is Refusal.GONE
        assert await refusal_of(desk, deed, draft + 1) is Refusal.GONE
