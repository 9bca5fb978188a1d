"""The draft of a coordinator: one, theirs, and kept."""

import datetime as dt

import pytest
from sqlmodel import col, select

from bot.database import Database
from bot.models import Broadcast, BroadcastState, ReceiverKind
from bot.services.actors import NotAllowedError
from bot.services.broadcasts import audience, drafts
from bot.services.broadcasts.contents import texts_of
from bot.services.broadcasts.errors import BroadcastError, Refusal
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import NETWORK, OFFICER, SECOND, confirmed, desk_of, drafted, populate, read
from tests.conftest import NOW

HOUR = dt.timedelta(hours=1)


async def test_a_draft_is_there_again_after_a_restart(database: Database) -> None:
    await populate(database)
    for _ in range(2):
        async with desk_of(database, FakeOutbox(), NETWORK) as desk:
            assert (await drafts.begin(desk.session, desk.actor)).id == 1


async def test_an_officer_begins_none(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), OFFICER) as desk:
        with pytest.raises(NotAllowedError):
            await drafts.begin(desk.session, desk.actor)


async def test_each_coordinator_has_their_own(database: Database) -> None:
    await populate(database)
    numbers = set()
    for chat_id in (NETWORK, SECOND):
        async with desk_of(database, FakeOutbox(), chat_id) as desk:
            numbers.add(await drafted(desk, en="One."))
    assert numbers == {1, 2}


async def test_what_is_confirmed_is_changed_no_more(database: Database) -> None:
    await populate(database)
    broadcast_id = await confirmed(database, FakeOutbox())
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        with pytest.raises(BroadcastError) as caught:
            await drafts.set_urgent(desk.session, desk.actor, broadcast_id, is_urgent=True)
    assert caught.value.refusal is Refusal.NO_DRAFT_ANY_MORE


async def test_urgency_and_time_are_kept(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        draft = await drafted(desk)
        await drafts.set_urgent(desk.session, desk.actor, draft, is_urgent=True)
        await drafts.set_time(desk.session, desk.actor, draft, NOW + HOUR)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        broadcast = await read(desk.session, draft)
        assert (broadcast.is_urgent, broadcast.send_at) == (True, NOW + HOUR)
        await drafts.set_time(desk.session, desk.actor, draft, None)
        assert (await read(desk.session, draft)).send_at is None


async def test_a_time_that_has_passed_is_refused(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        draft = await drafted(desk)
        with pytest.raises(BroadcastError) as caught:
            await drafts.set_time(desk.session, desk.actor, draft, NOW)
    assert caught.value.refusal is Refusal.PAST


async def test_a_discarded_draft_leaves_nothing(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await drafts.discard(desk.session, desk.actor, draft)
        await desk.session.flush()
        assert await texts_of(desk.session, draft) == {}
        assert await drafts.draft_of(desk.session, desk.actor) is None


async def test_a_copy_has_texts_and_audience_but_no_time(database: Database) -> None:
    await populate(database)
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await audience.toggle(desk.session, desk.actor, draft, ReceiverKind.COUNTRY, "HU")
        await drafts.set_time(desk.session, desk.actor, draft, NOW + HOUR)
        source = await read(desk.session, draft)
        source.state = BroadcastState.DONE
        await desk.session.flush()
        copied = await drafts.copy(desk.session, desk.actor, source)
        await desk.session.flush()
        assert copied.id != draft
        assert copied.send_at is None
        assert [text.text for text in (await texts_of(desk.session, copied.id or 0)).values()] == ["One."]
        assert [row.value for row in await audience.conditions_of(desk.session, copied.id or 0)] == ["HU"]


async def test_a_copy_never_replaces_a_draft(database: Database) -> None:
    await populate(database)
    broadcast_id = await confirmed(database, FakeOutbox())
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        await drafted(desk, en="Two.")
        with pytest.raises(BroadcastError) as caught:
            await drafts.copy(desk.session, desk.actor, await read(desk.session, broadcast_id))
    assert caught.value.refusal is Refusal.DRAFT_EXISTS


async def test_what_a_coordinator_has_not_sent_ends_with_their_roles(database: Database) -> None:
    people = await populate(database)
    sent = await confirmed(database, FakeOutbox())
    async with desk_of(database, FakeOutbox(), NETWORK) as desk:
        await drafted(desk, en="Two.")
        waiting = Broadcast(author_id=people[NETWORK], created_at=NOW, state=BroadcastState.AWAITING_APPROVAL)
        desk.session.add(waiting)
        await desk.session.flush()
        await drafts.drop_of_member(desk.session, people[NETWORK], NOW)
    async with database.session() as session:
        states = (await session.exec(select(Broadcast.id, Broadcast.state).order_by(col(Broadcast.id)))).all()
    assert list(states) == [(sent, BroadcastState.RUNNING), (waiting.id, BroadcastState.CANCELLED)]
