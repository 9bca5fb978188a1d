"""Reminders that people choose themselves."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import Event, EventState
from bot.services.actors import Actor
from bot.services.events import personal_leads, scheduling
from bot.services.events.leads import MOST_LEADS
from bot.services.events.personal_leads import LeadRefusal, Leads, Source
from tests.conftest import NOW
from tests.members import KEY, acting
from tests.outbox import FakeOutbox, event, store

LATE = dt.datetime(2027, 3, 10, tzinfo=dt.UTC)


@pytest.fixture
async def invited(people: Database, outbox: FakeOutbox) -> Database:
    """Two events that 3 is invited to, with the reminders that their organisers suggest; 4 is invited to the first."""
    await store(people, event(), [3, 4])
    await store(people, event(leads=["2h"]), [3])
    async with people.session() as session:
        for number in (1, 2):
            await scheduling.reschedule(session, outbox, await session.get_one(Event, number), NOW)
    return people


async def choose(
    database: Database,
    outbox: FakeOutbox,
    event_id: int | None,
    lead: str,
    *,
    wanted: bool = True,
    now: dt.datetime = NOW,
) -> LeadRefusal | None:
    """Let 3 choose or give up a reminder."""
    async with database.session() as session:
        actor = Actor((await acting(session, 3)).access, now, KEY)
        refusal = await personal_leads.choose(session, outbox, actor, event_id, (lead, wanted))
        await session.commit()
        return refusal


async def of_event(database: Database, event_id: int, who: int = 3) -> Leads | None:
    """Return when somebody is reminded of an event."""
    async with database.session() as session:
        return await personal_leads.of_event(session, await acting(session, who), event_id)


def starts(outbox: FakeOutbox, member_id: int = 3, event_id: int = 1) -> list[str]:
    """Return the leads of the reminders that wait for somebody's event, the first due first."""
    waiting = sorted(outbox.waiting.values(), key=lambda notice: notice.due)
    keys = [each.dedupe_key for each in waiting if each.member_id == member_id and each.event_id == event_id]
    return [key.rpartition("-")[2] for key in keys if ":start-" in key]


async def test_a_choice_for_one_event_begins_with_what_the_organiser_suggests(
    invited: Database, outbox: FakeOutbox
) -> None:
    assert await choose(invited, outbox, 1, "3h") is None
    assert await of_event(invited, 1) == Leads(["7d", "1d", "3h"], Source.EVENT)
    assert starts(outbox) == ["7d", "1d", "3h"]
    assert (starts(outbox, event_id=2), starts(outbox, member_id=4)) == (["2h"], ["7d", "1d"])


async def test_all_reminders_of_an_event_can_be_given_up(invited: Database, outbox: FakeOutbox) -> None:
    for lead in ("7d", "1d"):
        await choose(invited, outbox, 1, lead, wanted=False)
    assert await of_event(invited, 1) == Leads([], Source.EVENT)
    assert starts(outbox) == []


async def test_a_choice_for_all_holds_where_none_was_made_for_the_event(invited: Database, outbox: FakeOutbox) -> None:
    await choose(invited, outbox, 2, "1h")
    await choose(invited, outbox, None, "3d")
    await choose(invited, outbox, None, "1h")
    assert await of_event(invited, 1) == Leads(["3d", "1h"], Source.ALL)
    assert starts(outbox) == ["3d", "1h"]
    assert starts(outbox, event_id=2) == ["2h", "1h"]
    assert await of_event(invited, 1, who=4) == Leads(["7d", "1d"], Source.ORGANISER)


@pytest.mark.parametrize("event_id", [1, None])
async def test_a_choice_is_undone(invited: Database, outbox: FakeOutbox, event_id: int | None) -> None:
    await choose(invited, outbox, event_id, "3d")
    async with invited.session() as session:
        assert await personal_leads.reset(session, outbox, await acting(session, 3), event_id) is None
        await session.commit()
    assert await of_event(invited, 1) == Leads(["7d", "1d"], Source.ORGANISER)
    assert starts(outbox) == ["7d", "1d"]


async def test_giving_up_the_last_one_for_all_leaves_it_to_organisers(invited: Database, outbox: FakeOutbox) -> None:
    await choose(invited, outbox, None, "3d")
    await choose(invited, outbox, None, "3d", wanted=False)
    assert await of_event(invited, 1) == Leads(["7d", "1d"], Source.ORGANISER)
    assert starts(outbox) == ["7d", "1d"]


@pytest.mark.parametrize("event_id", [1, None])
async def test_what_had_passed_when_it_was_chosen_is_not_sent_late(
    invited: Database, outbox: FakeOutbox, event_id: int | None
) -> None:
    await choose(invited, outbox, event_id, "14d", now=LATE)
    await choose(invited, outbox, event_id, "3d", now=LATE)
    async with invited.session() as session:
        await scheduling.reschedule(session, outbox, await session.get_one(Event, 1), LATE)
    assert starts(outbox)[0] == "3d"


async def test_reminders_that_were_asked_for_again_stay(invited: Database, outbox: FakeOutbox) -> None:
    async with invited.session() as session:
        await scheduling.again(session, outbox, await session.get_one(Event, 1), 3, NOW)
    await choose(invited, outbox, 1, "3h")
    assert any(key.startswith("again:1:3:") for key in outbox.waiting)


async def test_there_is_a_limit(invited: Database, outbox: FakeOutbox) -> None:
    taken = [await choose(invited, outbox, None, f"{days}d") for days in range(1, MOST_LEADS + 2)]
    assert taken == [*[None] * MOST_LEADS, LeadRefusal.TOO_MANY]


@pytest.mark.parametrize(
    ("event_id", "fields"),
    [
        pytest.param(1, {"state": EventState.CANCELLED}, id="cancelled"),
        pytest.param(1, {"over_at": NOW}, id="over"),
        pytest.param(99, {}, id="not there"),
    ],
)
async def test_nothing_is_chosen_for_an_event_that_does_not_come(
    invited: Database, outbox: FakeOutbox, event_id: int, fields: dict[str, object]
) -> None:
    async with invited.session() as session:
        (await session.get_one(Event, 1)).sqlmodel_update(fields)
        await session.commit()
    assert await choose(invited, outbox, event_id, "3d") is LeadRefusal.GONE
    assert await of_event(invited, event_id) is None


async def test_who_is_not_invited_chooses_nothing(invited: Database, outbox: FakeOutbox) -> None:
    async with invited.session() as session:
        actor = await acting(session, 4)
        assert await personal_leads.choose(session, outbox, actor, 2, ("3d", True)) is LeadRefusal.GONE
        assert await personal_leads.reset(session, outbox, actor, 2) is LeadRefusal.GONE
