"""What the tables of events refuse, and what goes with an event or a member."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, select

from bot.database import Database
from bot.models import (
    Answer,
    Aspect,
    ChecklistItem,
    ChecklistMark,
    Event,
    EventChange,
    EventKind,
    EventQuota,
    EventState,
    EventText,
    FollowUp,
    Invitee,
    Member,
    PersonalLead,
    Rating,
    Task,
)
from tests.conftest import NOW
from tests.members import add
from tests.outbox import event, store

NEVER = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)


def invitee(**fields: object) -> Invitee:
    """Return an invitation of the first member."""
    given: dict[str, Any] = {"event_id": 1, "member_id": 1, "invited_at": NOW}
    return Invitee(**(given | fields))


def rating(stars: int) -> Rating:
    """Return a rating by the first member."""
    return Rating(event_id=1, member_id=1, aspect=Aspect.CONTENT, stars=stars, given_at=NOW)


def untimed(state: EventState) -> Event:
    """Return an event that has no times."""
    return Event(kind=EventKind.MEETING, state=state, created_at=NOW)


async def save(database: Database, *rows: SQLModel) -> None:
    """Store copies of rows in one transaction."""
    async with database.session() as session:
        session.add_all([type(row)(**row.model_dump(exclude={"id"})) for row in rows])
        await session.commit()


@pytest.fixture
async def planned(database: Database) -> Database:
    """An event and a member who is not invited."""
    await add(database, 7)
    await store(database, event())
    return database


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([invitee(), invitee()], id="invited twice"),
        pytest.param([invitee(answer=Answer.WAITING)], id="waiting since no time"),
        pytest.param([invitee(waiting_since=NOW)], id="a time of waiting without waiting"),
        pytest.param([invitee(member_id=2)], id="an invitation of nobody"),
        pytest.param([rating(0)], id="no star"),
        pytest.param([rating(6)], id="six stars"),
        pytest.param([EventQuota(event_id=1, country="RS", seats=0)], id="a quota of nothing"),
        pytest.param([untimed(EventState.PUBLISHED)], id="published without times"),
        pytest.param([event(capacity=0)], id="no seats"),
        pytest.param([event(host_country="SRB")], id="no country"),
        pytest.param([event(latitude=41.7)], id="half a position"),
        pytest.param([event(confirm_sequence=1)], id="a version to confirm that is not there"),
        pytest.param(
            [event().model_copy(update={"ends_at": dt.datetime(2027, 3, 15, 5, 30, tzinfo=dt.UTC)})],
            id="an end at the start",
        ),
    ],
)
async def test_what_must_not_be_is_refused(planned: Database, rows: list[SQLModel]) -> None:
    with pytest.raises(IntegrityError):
        await save(planned, *rows)


async def test_a_draft_may_lack_everything_but_its_kind(database: Database) -> None:
    await save(database, untimed(EventState.DRAFT))
    async with database.session() as session:
        found = (await session.exec(select(Event))).one()
    assert (found.state, found.sequence, found.languages, found.leads) == (EventState.DRAFT, 0, [], [])


async def test_what_a_member_answered_ticked_and_set_goes_with_them(planned: Database) -> None:
    await save(planned, ChecklistItem(event_id=1, task=Task.PASSPORT, due_at=NEVER))
    await save(
        planned,
        invitee(),
        ChecklistMark(item_id=1, member_id=1, done_at=NOW),
        rating(5),
        FollowUp(member_id=1, text="reply", due_at=NEVER, created_at=NOW),
        PersonalLead(member_id=1, lead="1d"),
    )
    async with planned.session() as session:
        await session.delete(await session.get_one(Member, 1))
        await session.commit()
        for table in (Invitee, ChecklistMark, Rating, FollowUp, PersonalLead):
            assert (await session.exec(select(table))).all() == []
        assert len((await session.exec(select(ChecklistItem))).all()) == 1


async def test_an_event_outlives_who_planned_it_and_takes_its_parts_along(planned: Database) -> None:
    await save(planned, event(created_by=1), EventChange(event_id=1, sequence=1, field="venue", old="a", new="b"))
    async with planned.session() as session:
        await session.delete(await session.get_one(Member, 1))
        await session.commit()
        assert (await session.get_one(Event, 2)).created_by is None
        await session.delete(await session.get_one(Event, 1))
        await session.commit()
        assert (await session.exec(select(EventText))).all() == []
        assert (await session.exec(select(EventChange))).all() == []


async def test_the_number_of_an_event_never_passes_to_another(planned: Database) -> None:
    async with planned.session() as session:
        await session.delete(await session.get_one(Event, 1))
        await session.commit()
    assert (await store(planned, event()))[0] == 2
