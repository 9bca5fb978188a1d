"""Copies of earlier events."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import AudienceKind, ChecklistItem, Event, EventAudience, EventState, EventText, Invitee, Task
from bot.services.actors import NotAllowedError
from bot.services.events import copying
from tests.members import acting
from tests.outbox import START, event, store

JULY = dt.date(2027, 7, 12)


@pytest.fixture
async def earlier(people: Database) -> Database:
    """A published event in Belgrade with its parts."""
    due = dt.datetime(2027, 3, 1, 8, tzinfo=dt.UTC)
    await store(people, event(zone="Europe/Belgrade", sequence=4, confirm_sequence=2, answer_by=due, capacity=7), [3])
    async with people.session() as session:
        session.add(EventAudience(event_id=1, kind=AudienceKind.COUNTRY, value="RS"))
        session.add(ChecklistItem(event_id=1, task=Task.PASSPORT, due_at=due))
        await session.commit()
    return people


async def test_a_copy_is_a_draft_at_the_same_hour_of_another_day_also_in_summer_time(earlier: Database) -> None:
    async with earlier.session() as session:
        draft = await copying.copy(session, await acting(session, 1), 1, JULY)
        await session.commit()
        assert (draft.state, draft.sequence, draft.confirm_sequence, draft.capacity) == (EventState.DRAFT, 0, 0, 7)
        assert draft.start == START.replace(month=7, day=12)
        assert draft.starts_at == dt.datetime(2027, 7, 12, 7, 30, tzinfo=dt.UTC)
        assert draft.answer_by == dt.datetime(2027, 6, 28, 7, tzinfo=dt.UTC)
        item = (await session.exec(select(ChecklistItem).where(ChecklistItem.event_id == draft.id))).one()
        assert item.due_at == dt.datetime(2027, 6, 28, 7, tzinfo=dt.UTC)


async def test_a_copy_has_texts_and_audience_but_no_invitations(earlier: Database) -> None:
    async with earlier.session() as session:
        draft = await copying.copy(session, await acting(session, 1), 1, JULY)
        found = [
            len((await session.exec(select(table).where(table.event_id == draft.id))).all())
            for table in (EventText, EventAudience, Invitee)
        ]
        assert found == [1, 1, 0]


async def test_the_earlier_event_stays_as_it_was(earlier: Database) -> None:
    async with earlier.session() as session:
        await copying.copy(session, await acting(session, 1), 1, JULY)
        await session.commit()
    async with earlier.session() as session:
        found = await session.get_one(Event, 1)
        assert (found.start, found.sequence, found.state) == (START, 4, EventState.PUBLISHED)


async def test_officers_copy_nothing(earlier: Database) -> None:
    async with earlier.session() as session:
        with pytest.raises(NotAllowedError):
            await copying.copy(session, await acting(session, 3), 1, JULY)


async def test_events_that_one_plans_can_be_copied_also_past_and_cancelled_ones(earlier: Database) -> None:
    await store(
        earlier, event(state=EventState.CANCELLED, start=START.replace(year=2020), end=START.replace(year=2021))
    )
    await store(earlier, event(state=EventState.DRAFT))
    await store(earlier, event(host_country="HU"))
    found = {}
    for member in (1, 2, 3):
        async with earlier.session() as session:
            listed = await copying.earlier(session, await acting(session, member))
        found[member] = [each.id for each in listed]
    assert found == {1: [1, 2], 2: [4, 1, 2], 3: []}


async def test_days_without_the_earlier_event_are_not_copied(earlier: Database) -> None:
    await store(earlier, event(rule="FREQ=WEEKLY;COUNT=3;EXDATE=20270322"))
    async with earlier.session() as session:
        draft = await copying.copy(session, await acting(session, 1), 2, JULY)
    assert draft.rule == "FREQ=WEEKLY;COUNT=3"
