"""Personal follow-ups."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import FollowUp
from bot.services.events import follow_ups
from bot.services.events.follow_ups import FollowUpProblem, Wanted
from knowledge.article import Duration
from tests.conftest import NOW
from tests.outbox import FakeOutbox

DAY = dt.timedelta(days=1)
BELGRADE = ZoneInfo("Europe/Belgrade")


async def create(
    database: Database, outbox: FakeOutbox, text: str = "reply from partner, ref 12/2026", due: dt.datetime = NOW + DAY
) -> FollowUp | FollowUpProblem:
    """Let the third member set a follow-up."""
    async with database.session() as session:
        made = await follow_ups.create(session, outbox, 3, Wanted(text, due), NOW)
        await session.commit()
        return made


async def test_a_follow_up_is_kept_and_comes_when_it_is_due(people: Database, outbox: FakeOutbox) -> None:
    made = await create(people, outbox)
    assert isinstance(made, FollowUp)
    (notice,) = outbox.waiting.values()
    assert (notice.member_id, notice.due, notice.details) == (3, NOW + DAY, {"follow_up": made.id})
    assert notice.useless_after > notice.due + 7 * DAY
    assert notice.is_own_time


@pytest.mark.parametrize(
    ("text", "due", "problem"),
    [
        pytest.param(" \n", NOW + DAY, FollowUpProblem.EMPTY, id="no text"),
        pytest.param("x" * 201, NOW + DAY, FollowUpProblem.TOO_LONG, id="a long text"),
        pytest.param("write to nobody@example.org", NOW + DAY, FollowUpProblem.PERSONAL_DATA, id="an address"),
        pytest.param("reply", NOW, FollowUpProblem.PAST, id="now"),
        pytest.param("reply", NOW + 1831 * DAY, FollowUpProblem.TOO_FAR, id="in more than five years"),
    ],
)
async def test_what_is_refused_leaves_no_trace(
    people: Database, outbox: FakeOutbox, text: str, due: dt.datetime, problem: FollowUpProblem
) -> None:
    assert await create(people, outbox, text, due) is problem
    assert outbox.waiting == {}
    async with people.session() as session:
        assert (await session.exec(select(FollowUp))).all() == []


async def test_there_is_a_limit_of_open_ones(people: Database, outbox: FakeOutbox) -> None:
    async with people.session() as session:
        session.add_all(
            FollowUp(member_id=3, text="x", due_at=NOW, created_at=NOW) for _ in range(follow_ups.MOST_OPEN)
        )
        await session.commit()
    assert await create(people, outbox) is FollowUpProblem.TOO_MANY


async def test_open_ones_are_listed_the_earliest_first_to_their_owner(people: Database, outbox: FakeOutbox) -> None:
    for days in (3, 1, 2):
        await create(people, outbox, f"reply {days}", NOW + days * DAY)
    async with people.session() as session:
        found = await follow_ups.open_of(session, 3)
        assert [each.text for each in found] == ["reply 1", "reply 2", "reply 3"]
        assert await follow_ups.open_of(session, 4) == []
        assert await follow_ups.own(session, 4, found[0].id or 0) is None
        assert await follow_ups.own(session, 3, found[0].id or 0) is found[0]


async def test_a_follow_up_can_wait_longer(people: Database, outbox: FakeOutbox) -> None:
    await create(people, outbox)
    async with people.session() as session:
        own = await follow_ups.own(session, 3, 1)
        assert own is not None
        assert await follow_ups.snooze(session, outbox, own, NOW + 2 * DAY, NOW) is None
        assert await follow_ups.snooze(session, outbox, own, NOW - DAY, NOW) is FollowUpProblem.PAST
    assert [notice.due for notice in outbox.waiting.values()] == [NOW + 2 * DAY]


async def test_what_is_done_is_not_reminded_of(people: Database, outbox: FakeOutbox) -> None:
    await create(people, outbox)
    async with people.session() as session:
        own = await follow_ups.own(session, 3, 1)
        assert own is not None
        await follow_ups.finish(session, outbox, own, NOW)
        await session.commit()
        assert await follow_ups.open_of(session, 3) == []
        assert await follow_ups.own(session, 3, 1) is None
    assert outbox.waiting == {}


@pytest.mark.parametrize(
    ("duration", "now", "due"),
    [
        pytest.param("PT8H", "2027-03-27T20:00+00:00", "2027-03-28T04:00+00:00", id="hours pass as they are"),
        pytest.param("PT30M", "2027-03-27T20:00+00:00", "2027-03-27T20:30+00:00", id="minutes"),
        pytest.param("P3D", "2027-03-26T20:00+00:00", "2027-03-29T19:00+00:00", id="days keep the hour of the clock"),
        pytest.param("P1M", "2027-01-31T12:00+00:00", "2027-02-28T12:00+00:00", id="a month ends with the month"),
        pytest.param("P1Y", "2028-02-29T12:00+00:00", "2029-02-28T12:00+00:00", id="a year after a leap day"),
    ],
)
def test_a_deadline_is_counted_by_its_unit(duration: str, now: str, due: str) -> None:
    """Clocks in Belgrade go forward on 28 March 2027."""
    found = follow_ups.deadline(Duration.parse(duration), dt.datetime.fromisoformat(now), BELGRADE)
    assert found == dt.datetime.fromisoformat(due)
