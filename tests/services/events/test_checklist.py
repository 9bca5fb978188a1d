"""The checklist and its ticks."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import Answer, EventState, Task
from bot.services.events import checklist, invitees
from bot.services.events.checklist import ItemError, ItemProblem, Wanted
from bot.services.events.held import EventGoneError
from tests.members import acting
from tests.outbox import FakeOutbox, event, store

DUE = dt.datetime(2027, 3, 1, 8, tzinfo=dt.UTC)


async def with_item(database: Database, *members: int) -> int:
    """Store a published event with one item; return its number."""
    await store(database, event(), members)
    async with database.session() as session:
        session.add(checklist.checked(event().model_copy(update={"id": 1}), Wanted(Task.PASSPORT, DUE)))
        await session.commit()
        return (await checklist.items_of(session, 1))[0].id or 0


async def test_items_stand_by_their_due_days(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        actor = await acting(session, 1)
        for task, days in ((Task.TRAVEL, 2), (Task.PASSPORT, 0), (Task.OTHER, 1)):
            await checklist.add(session, actor, 1, Wanted(task, DUE + dt.timedelta(days=days), " Bring \n slides"))
        found = await checklist.items_of(session, 1)
        assert [(item.task, item.text) for item in found] == [
            (Task.PASSPORT, "Bring slides"),
            (Task.OTHER, "Bring slides"),
            (Task.TRAVEL, "Bring slides"),
        ]
        await checklist.remove(session, actor, 1, found[0].id or 0)
        assert len(await checklist.items_of(session, 1)) == 2


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (Wanted(Task.OTHER, DUE, " "), ItemProblem.NO_TEXT),
        (Wanted(Task.OTHER, DUE, "x" * 151), ItemProblem.TOO_LONG),
        (Wanted(Task.VISA, dt.datetime(2027, 3, 15, 5, 31, tzinfo=dt.UTC)), ItemProblem.AFTER_START),
    ],
)
def test_what_is_no_item_is_refused(wanted: Wanted, problem: ItemProblem) -> None:
    with pytest.raises(ItemError) as error:
        checklist.checked(event(), wanted)
    assert error.value.problem is problem


async def test_a_list_has_an_end(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        actor = await acting(session, 1)
        for _ in range(checklist.MOST_ITEMS):
            await checklist.add(session, actor, 1, Wanted(Task.VISA, DUE))
        with pytest.raises(ItemError):
            await checklist.add(session, actor, 1, Wanted(Task.VISA, DUE))


async def test_a_tick_is_ones_own_and_ends_the_reminders_of_its_item(people: Database, outbox: FakeOutbox) -> None:
    item = await with_item(people, 3, 4)
    async with people.session() as session:
        for member in (3, 4):
            own = await invitees.find(session, 1, member)
            assert own is not None
            own.answer = Answer.YES
        await session.commit()
        assert await checklist.tick(session, outbox, await acting(session, 4), item, done=False)
        assert await checklist.tick(session, outbox, await acting(session, 3), item, done=True)
        assert [each.done for member in (3, 4) for each in await checklist.ticked(session, 1, member)] == [True, False]
    assert not any(due.startswith("task") for due in outbox.dues(3))
    assert [due for due in outbox.dues(4) if due.startswith("task")] == [
        "task-1-3d 02-26 08:00",
        "task-1-1d 02-28 08:00",
    ]


async def test_a_tick_can_be_taken_away_and_given_twice(people: Database, outbox: FakeOutbox) -> None:
    item = await with_item(people, 3)
    async with people.session() as session:
        actor = await acting(session, 3)
        for done in (True, True, False, False):
            assert await checklist.tick(session, outbox, actor, item, done=done)
        assert [each.done for each in await checklist.ticked(session, 1, 3)] == [False]


@pytest.mark.parametrize(("who", "item"), [pytest.param(4, 1, id="not invited"), pytest.param(3, 99, id="no item")])
async def test_other_ticks_mean_nothing(people: Database, outbox: FakeOutbox, who: int, item: int) -> None:
    await with_item(people, 3)
    async with people.session() as session:
        assert not await checklist.tick(session, outbox, await acting(session, who), item, done=True)


async def test_the_list_of_a_published_event_is_no_draft(people: Database) -> None:
    item = await with_item(people, 3)
    async with people.session() as session:
        actor = await acting(session, 1)
        with pytest.raises(EventGoneError):
            await checklist.remove(session, actor, 1, item)
