"""The checklist item by item: set in a draft, changed and told in a published event."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import Answer, ChecklistItem, ChecklistMark, EventChange, EventState, Task
from bot.services.actors import NotAllowedError
from bot.services.events import checklist, checklist_edits, invitees
from bot.services.events.checklist import ItemError, ItemProblem, Wanted
from bot.services.events.notices import NoticeKind
from tests.members import acting
from tests.outbox import FakeOutbox, event, store

DUE = dt.datetime(2027, 3, 1, 13, tzinfo=dt.UTC)
LATER = DUE + dt.timedelta(days=3)
PASSPORT, SLIDES = Wanted(Task.PASSPORT, DUE), Wanted(Task.OTHER, DUE, "Send slides")


async def put(database: Database, outbox: FakeOutbox, *wanted: Wanted, chat_id: int = 1) -> None:
    """Put items on the list, each by itself."""
    async with database.session() as session:
        actor = await acting(session, chat_id)
        for each in wanted:
            await checklist_edits.put_on(session, outbox, actor, 1, each)
        await session.commit()


async def items(database: Database) -> list[tuple[Task, dt.datetime, str | None]]:
    """Return the list."""
    async with database.session() as session:
        return [(item.task, item.due_at, item.text) for item in await checklist.items_of(session, 1)]


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.PUBLISHED])
async def test_items_are_put_on_and_taken_off(people: Database, outbox: FakeOutbox, state: EventState) -> None:
    await store(people, event(state=state))
    await put(people, outbox, PASSPORT, SLIDES)
    assert await items(people) == [(Task.PASSPORT, DUE, None), (Task.OTHER, DUE, "Send slides")]
    async with people.session() as session:
        first = (await checklist.items_of(session, 1))[0]
        await checklist_edits.take_off(session, outbox, await acting(session, 1), 1, first.id or 0)
        await session.commit()
    assert await items(people) == [(Task.OTHER, DUE, "Send slides")]


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.PUBLISHED])
async def test_a_standard_item_is_there_once_and_takes_the_new_day(
    people: Database, outbox: FakeOutbox, state: EventState
) -> None:
    await store(people, event(state=state))
    await put(people, outbox, PASSPORT, Wanted(Task.PASSPORT, LATER, "Also a copy"))
    assert await items(people) == [(Task.PASSPORT, LATER, "Also a copy")]


async def test_a_change_of_a_published_list_is_told_and_the_draft_s_is_not(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event(state=EventState.DRAFT))
    await put(people, outbox, PASSPORT)
    assert outbox.waiting == {}
    await store(people, event(), [3, 4])
    async with people.session() as session:
        await checklist_edits.put_on(session, outbox, await acting(session, 1), 2, SLIDES)
        (row,) = (await session.exec(select(EventChange))).all()
    assert (row.event_id, row.field, row.old) == (2, "checklist", "")
    assert row.new.endswith("Send slides")
    assert outbox.to(NoticeKind.CHANGE) == [3, 4]


async def test_the_same_item_again_tells_nobody(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3])
    await put(people, outbox, PASSPORT)
    told = outbox.to(NoticeKind.CHANGE)
    await put(people, outbox, PASSPORT)
    assert outbox.to(NoticeKind.CHANGE) == told == [3]


async def test_a_tick_outlasts_a_new_day(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3])
    await put(people, outbox, PASSPORT)
    async with people.session() as session:
        own = await invitees.find(session, 1, 3)
        assert own is not None
        own.answer = Answer.YES
        item = (await checklist.items_of(session, 1))[0]
        await checklist.tick(session, outbox, await acting(session, 3), item.id or 0, done=True)
        await session.commit()
    await put(people, outbox, Wanted(Task.PASSPORT, LATER))
    async with people.session() as session:
        assert len((await session.exec(select(ChecklistMark))).all()) == 1


async def test_an_item_that_the_start_has_overtaken_does_not_keep_others_out(
    people: Database, outbox: FakeOutbox
) -> None:
    await store(people, event())
    async with people.session() as session:
        session.add(ChecklistItem(event_id=1, task=Task.TRAVEL, due_at=dt.datetime(2027, 6, 1, tzinfo=dt.UTC)))
        await session.commit()
    await put(people, outbox, PASSPORT)
    assert [task for task, *_ in await items(people)] == [Task.PASSPORT, Task.TRAVEL]


async def test_what_is_no_item_is_refused(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event())
    with pytest.raises(ItemError) as error:
        await put(people, outbox, Wanted(Task.VISA, dt.datetime(2027, 4, 1, tzinfo=dt.UTC)))
    assert error.value.problem is ItemProblem.AFTER_START


async def test_who_does_not_plan_the_event_changes_nothing(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event())
    with pytest.raises(NotAllowedError):
        await put(people, outbox, PASSPORT, chat_id=3)
