"""Reminders in the outbox."""

import datetime as dt

from bot.database import Database
from bot.models import Event, EventState, PersonalLead
from bot.services.events import scheduling
from tests.conftest import NOW
from tests.outbox import FakeOutbox, event, store


async def test_own_leads_are_those_of_the_member_who_set_them(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(created_by=1), [3, 4])
    async with people.session() as session:
        session.add_all([PersonalLead(member_id=1, lead="9d"), PersonalLead(member_id=4, lead="3d")])
        await session.flush()
        await scheduling.reschedule(session, outbox, await session.get_one(Event, 1), NOW)
    assert outbox.dues(3) == ["start-202703150930-7d 03-08 05:30", "start-202703150930-1d 03-14 05:30"]
    assert outbox.dues(4) == ["start-202703150930-3d 03-12 05:30"]


async def test_reminders_of_some_members_leave_those_of_others(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3, 4])
    async with people.session() as session:
        found = await session.get_one(Event, 1)
        await scheduling.reschedule(session, outbox, found, NOW)
        kept = outbox.dues(4)
        found.leads = []
        await scheduling.reschedule(session, outbox, found, NOW, [3])
    assert (outbox.dues(3), outbox.dues(4)) == ([], kept)
    assert kept


async def test_only_published_events_have_reminders(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3])
    async with people.session() as session:
        found = await session.get_one(Event, 1)
        await scheduling.reschedule(session, outbox, found, NOW)
        assert outbox.waiting
        found.state = EventState.CANCELLED
        await scheduling.reschedule(session, outbox, found, NOW)
    assert outbox.waiting == {}


async def test_a_series_goes_on_day_by_day(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(rule="FREQ=WEEKLY", leads=["1d"]), [3])
    await store(people, event(), [3])
    async with people.session() as session:
        await scheduling.refresh(session, outbox, NOW)
        first = outbox.dues(3)
        await scheduling.refresh(session, outbox, dt.datetime(2027, 3, 16, tzinfo=dt.UTC))
    assert [due[6:14] for due in first if due.startswith("start")] == ["20270315", "20270322", "20270329"]
    assert [due[6:14] for due in outbox.dues(3) if due.startswith("start")] == ["20270322", "20270329", "20270405"]


async def test_somebody_is_reminded_again_when_they_wish_while_it_is_of_use(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event(), [3])
    later = NOW + dt.timedelta(hours=3)
    async with people.session() as session:
        found = await session.get_one(Event, 1)
        assert await scheduling.again(session, outbox, found, 3, later)
        assert not await scheduling.again(session, outbox, found, 3, dt.datetime(2027, 3, 15, 8, 30, tzinfo=dt.UTC))
        await scheduling.reschedule(session, outbox, found, NOW)
    assert outbox.waiting[f"again:1:3:{int(later.timestamp())}"].is_own_time
