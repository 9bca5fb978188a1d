"""What a report on a study visit begins with."""

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import (
    Answer,
    Aspect,
    AuditRecord,
    ChecklistItem,
    ChecklistMark,
    Event,
    EventKind,
    EventState,
    Invitee,
    Rating,
    Task,
)
from bot.services.actors import NotAllowedError
from bot.services.events import reports
from bot.services.events.held import EventGoneError
from tests.conftest import NOW
from tests.members import acting
from tests.outbox import event, store


@pytest.fixture
async def visited(people: Database) -> Database:
    """A study visit that 3 and 4 came to and 5 did not; 3 and 5 have ticked the item."""
    await store(people, event(), [3, 4, 5])
    async with people.session() as session:
        for own in (await session.exec(select(Invitee))).all():
            own.answer = Answer.NO if own.member_id == 5 else Answer.YES
        session.add(ChecklistItem(id=1, event_id=1, task=Task.VISA, due_at=NOW))
        session.add(Rating(event_id=1, member_id=3, aspect=Aspect.CONTENT, stars=4, given_at=NOW))
        await session.flush()
        session.add_all(ChecklistMark(item_id=1, member_id=member_id, done_at=NOW) for member_id in (3, 5))
        await session.commit()
    return people


async def test_only_those_who_came_are_named_and_counted(visited: Database) -> None:
    async with visited.session() as session:
        found = await reports.collect(session, await acting(session, 1), 1)
    assert [member.id for member in found.came] == [4, 3]
    assert found.units == [("MD", "Unit B", 1), ("RS", "Unit A", 1)]
    assert found.invited == 3
    assert [(item.id, done) for item, done in found.items] == [(1, 1)]
    assert found.ratings[Aspect.CONTENT].people == 1


async def test_a_report_is_noted_in_the_audit_log(visited: Database) -> None:
    async with visited.session() as session:
        await reports.collect(session, await acting(session, 1), 1)
        await session.commit()
        record = await session.get_one(AuditRecord, 1)
    assert (str(record.action), record.object, record.details) == ("export", "event:1", '{"rows":2,"what":"report"}')


@pytest.mark.parametrize(
    "fields", [{"kind": EventKind.MEETING}, {"state": EventState.CANCELLED}, {"state": EventState.DRAFT}]
)
async def test_other_events_have_no_report(visited: Database, fields: dict[str, object]) -> None:
    async with visited.session() as session:
        (await session.get_one(Event, 1)).sqlmodel_update(fields)
        with pytest.raises(EventGoneError):
            await reports.collect(session, await acting(session, 1), 1)


async def test_officers_make_no_report(visited: Database) -> None:
    async with visited.session() as session:
        with pytest.raises(NotAllowedError):
            await reports.collect(session, await acting(session, 3), 1)
