"""Confirming: the audience is frozen, a second coordinator approves, and the engine gets one delivery a receiver."""

import datetime as dt

import pytest
from sqlmodel import col, select

from bot.database import Database
from bot.models import Broadcast, BroadcastReceiver, BroadcastState, FileKind, ReceiverKind
from bot.services.actors import NotAllowedError
from bot.services.broadcasts import audience, confirmation, drafts, texts
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.outbox import Kind, Order
from bot.services.broadcasts.texts import File
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import (
    BLOCKED,
    HUNGARY,
    IN_SERBIAN,
    IN_UKRAINIAN,
    NETWORK,
    OFFICER,
    SECOND,
    SERBIA,
    change,
    confirmed,
    desk_of,
    drafted,
    populate,
    read,
)
from tests.conftest import NOW
from tests.members import recorded

HOUR = dt.timedelta(hours=1)
REACHABLE = 8
"""Members whom a coordinator of the network reaches."""


@pytest.fixture
def outbox() -> FakeOutbox:
    """An engine that does nothing by itself."""
    return FakeOutbox()


@pytest.fixture
async def people(database: Database) -> dict[int, int]:
    """Members by chat."""
    return await populate(database)


async def refused(database: Database, outbox: FakeOutbox, chat_id: int, broadcast_id: int) -> Refusal:
    """Return why a confirmation is refused."""
    async with desk_of(database, outbox, chat_id) as desk:
        with pytest.raises(BroadcastError) as caught:
            await confirmation.confirm(desk, broadcast_id, None, 0)
        await desk.session.rollback()
    return caught.value.refusal


async def receivers(database: Database) -> dict[int, tuple[str | None, str]]:
    """Return country and language by receiver."""
    async with database.session() as session:
        rows = (await session.exec(select(BroadcastReceiver).order_by(col(BroadcastReceiver.member_id)))).all()
    return {row.member_id: (row.country, row.locale) for row in rows}


async def awaiting(database: Database, outbox: FakeOutbox, send_at: dt.datetime | None = None) -> int:
    """Have a coordinator of the network confirm what needs approval."""
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await drafts.set_time(desk.session, desk.actor, draft, send_at)
        await confirmation.confirm(desk, draft, None, 1)
    return draft


async def test_each_receiver_has_one_delivery_and_the_language_of_their_text(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    await confirmed(database, outbox)
    found = await receivers(database)
    assert len(found) == REACHABLE
    assert found[people[IN_SERBIAN]] == ("RS", "sr")
    assert found[people[IN_UKRAINIAN]] == ("UA", "en")
    assert people[BLOCKED] not in found
    assert outbox.receivers(Kind.MESSAGE) == list(found)
    assert outbox.orders == [Order(Kind.MESSAGE, 1, "broadcast:1", "broadcast:1", NOW)]
    async with database.session() as session:
        broadcast = await read(session, 1)
    assert (broadcast.state, broadcast.receivers, broadcast.left_out) == (BroadcastState.RUNNING, REACHABLE, 1)
    assert (broadcast.confirmed_at, broadcast.started_at) == (NOW, NOW)
    assert await recorded(database) == ["broadcast_confirmed"]


async def test_who_changes_after_the_confirmation_stays_in_the_frozen_audience(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    await confirmed(database, outbox, SERBIA)
    await change(database, IN_SERBIAN, country="HU")
    assert await receivers(database) == {people[SERBIA]: ("RS", "en"), people[IN_SERBIAN]: ("RS", "sr")}


@pytest.mark.parametrize(("chat_id", "expected"), [(SERBIA, [SERBIA, IN_SERBIAN]), (HUNGARY, [HUNGARY, OFFICER])])
async def test_a_coordinator_of_a_country_sends_to_that_country_alone(
    database: Database, outbox: FakeOutbox, people: dict[int, int], chat_id: int, expected: list[int]
) -> None:
    await confirmed(database, outbox, chat_id)
    assert outbox.receivers(Kind.MESSAGE) == sorted(people[each] for each in expected)


async def test_later_is_scheduled_and_urgent_is_said(database: Database, outbox: FakeOutbox, people: object) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await drafts.set_time(desk.session, desk.actor, draft, NOW + HOUR)
        await drafts.set_urgent(desk.session, desk.actor, draft, is_urgent=True)
        broadcast = await confirmation.confirm(desk, draft, REACHABLE, 0)
    assert (broadcast.state, broadcast.started_at) == (BroadcastState.SCHEDULED, None)
    assert outbox.orders == [Order(Kind.MESSAGE, 1, "broadcast:1", "broadcast:1", NOW + HOUR, is_urgent=True)]


async def test_a_second_press_sends_nothing_twice(database: Database, outbox: FakeOutbox, people: object) -> None:
    broadcast_id = await confirmed(database, outbox)
    assert await refused(database, outbox, NETWORK, broadcast_id) is Refusal.NO_DRAFT_ANY_MORE
    assert len(outbox.orders) == 1


async def test_without_english_nothing_goes(database: Database, outbox: FakeOutbox, people: object) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, sr="Један.")
    assert await refused(database, outbox, NETWORK, draft) is Refusal.NO_ENGLISH


async def test_with_a_text_that_is_not_cleared_nothing_goes(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="Write to somebody@example.org")
    assert await refused(database, outbox, NETWORK, draft) is Refusal.TEXT_NOT_CLEARED


async def test_a_time_that_has_passed_meanwhile_is_refused(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    async with desk_of(database, outbox, NETWORK, NOW - HOUR) as desk:
        draft = await drafted(desk, en="One.")
        await drafts.set_time(desk.session, desk.actor, draft, NOW)
    assert await refused(database, outbox, NETWORK, draft) is Refusal.PAST


async def test_a_broadcast_to_nobody_is_none(database: Database, outbox: FakeOutbox, people: object) -> None:
    async with desk_of(database, outbox, SERBIA) as desk:
        draft = await drafted(desk, en="One.")
        await audience.toggle(desk.session, desk.actor, draft, ReceiverKind.COUNTRY, "RS")
        await audience.toggle(desk.session, desk.actor, draft, ReceiverKind.COUNTRY, "RS")
    assert await refused(database, outbox, SERBIA, draft) is Refusal.NOBODY
    assert await receivers(database) == {}


async def test_a_text_below_a_file_must_fit_there(database: Database, outbox: FakeOutbox, people: object) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await texts.attach(desk.session, desk.actor, draft, File("f", FileKind.PHOTO))
        broadcast = await read(desk.session, draft)
        assert texts.limit_of(broadcast) == texts.MAX_CAPTION
        await confirmation.confirm(desk, draft, None, 0)
    assert broadcast.state is BroadcastState.RUNNING


async def test_another_number_of_receivers_than_was_shown_is_asked_again(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        with pytest.raises(BroadcastError) as caught:
            await confirmation.confirm(desk, draft, REACHABLE + 1, 0)
    assert caught.value.refusal is Refusal.AUDIENCE_CHANGED


async def test_who_is_no_coordinator_any_more_confirms_nothing(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    async with desk_of(database, outbox, OFFICER) as desk:
        desk.session.add(Broadcast(id=9, author_id=people[OFFICER], created_at=NOW))
        await desk.session.flush()
        with pytest.raises(NotAllowedError):
            await confirmation.confirm(desk, 9, None, 0)


async def test_above_the_limit_others_are_asked_and_nothing_is_sent(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    draft = await awaiting(database, outbox)
    async with database.session() as session:
        assert (await read(session, draft)).state is BroadcastState.AWAITING_APPROVAL
    assert outbox.receivers(Kind.MESSAGE) == []
    assert outbox.receivers(Kind.APPROVAL) == [people[SECOND]]


async def test_up_to_the_limit_nobody_is_asked(database: Database, outbox: FakeOutbox, people: object) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        assert (await confirmation.confirm(desk, draft, None, REACHABLE)).state is BroadcastState.RUNNING


async def test_for_one_country_its_other_coordinators_are_asked_too(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await audience.toggle(desk.session, desk.actor, draft, ReceiverKind.COUNTRY, "RS")
        await confirmation.confirm(desk, draft, None, 1)
    assert outbox.receivers(Kind.APPROVAL) == sorted([people[SERBIA], people[SECOND]])


async def test_where_nobody_can_approve_it_is_refused(database: Database, outbox: FakeOutbox, people: object) -> None:
    await change(database, SECOND, reachable=False)
    with pytest.raises(BroadcastError) as caught:
        await awaiting(database, outbox)
    assert caught.value.refusal is Refusal.NO_APPROVER


async def test_approval_sends_it_and_tells_the_author(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    draft = await awaiting(database, outbox)
    async with desk_of(database, outbox, SECOND, NOW + HOUR) as desk:
        broadcast = await confirmation.approve(desk, draft)
        assert (broadcast.state, broadcast.approved_by) == (BroadcastState.RUNNING, people[SECOND])
    assert len(outbox.receivers(Kind.MESSAGE)) == REACHABLE
    assert outbox.receivers(Kind.CARD) == [people[NETWORK]]
    assert await recorded(database) == ["broadcast_confirmed", "broadcast_approved"]


@pytest.mark.parametrize(
    ("send_at", "state"),
    [(NOW + 2 * HOUR, BroadcastState.SCHEDULED), (NOW + HOUR / 2, BroadcastState.RUNNING)],
)
async def test_an_approved_one_goes_at_its_time_or_at_once_if_that_has_passed(
    database: Database, outbox: FakeOutbox, people: object, send_at: dt.datetime, state: BroadcastState
) -> None:
    draft = await awaiting(database, outbox, send_at)
    async with desk_of(database, outbox, SECOND, NOW + HOUR) as desk:
        assert (await confirmation.approve(desk, draft)).state is state
    assert outbox.orders[-2].due_at == max(send_at, NOW + HOUR)


async def test_nobody_approves_their_own(database: Database, outbox: FakeOutbox, people: object) -> None:
    draft = await awaiting(database, outbox)
    async with desk_of(database, outbox, NETWORK) as desk:
        with pytest.raises(BroadcastError) as caught:
            await confirmation.approve(desk, draft)
    assert caught.value.refusal is Refusal.OWN_BROADCAST


async def test_a_coordinator_of_one_country_approves_nothing_for_others(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    draft = await awaiting(database, outbox)
    async with desk_of(database, outbox, SERBIA) as desk:
        with pytest.raises(NotAllowedError):
            await confirmation.approve(desk, draft)


async def test_what_is_declined_is_not_sent_nor_approved_any_more(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    draft = await awaiting(database, outbox)
    async with desk_of(database, outbox, SECOND) as desk:
        assert (await confirmation.decline(desk, draft)).state is BroadcastState.CANCELLED
        with pytest.raises(BroadcastError) as caught:
            await confirmation.approve(desk, draft)
    assert caught.value.refusal is Refusal.STATE_CHANGED
    assert outbox.receivers(Kind.MESSAGE) == []
    assert outbox.receivers(Kind.CARD) == [people[NETWORK]]
