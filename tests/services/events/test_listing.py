"""What is coming, and who comes."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import Answer, EventState
from bot.services.actors import Actor, NotAllowedError
from bot.services.events import invitees, listing
from tests.conftest import NOW
from tests.members import KEY, acting
from tests.outbox import START, event, store

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
SOON = dt.datetime(2026, 12, 1, 10)  # noqa: DTZ001  # wall time


async def answer(database: Database, event_id: int, member_id: int, given: Answer, minutes: int = 0) -> None:
    """Write an answer as it is kept."""
    async with database.session() as session:
        own = await invitees.find(session, event_id, member_id)
        assert own is not None
        own.answer, own.answered_at, own.answered_sequence = given, NOW, 0
        own.waiting_since = NOW + dt.timedelta(minutes=minutes) if given is Answer.WAITING else None
        await session.commit()


async def coming(database: Database, who: int, now: dt.datetime = NOW) -> list[int | None]:
    """Return the numbers of the events that somebody sees."""
    async with database.session() as session:
        actor = Actor((await acting(session, who)).access, now, KEY)
        return [each.event.id for each in await listing.coming(session, actor)]


@pytest.fixture
async def year(people: Database) -> Database:
    """Events 1-5: in spring for 3, in December for 1 and 3, a Hungarian one for 4, a draft, one that is over."""
    await store(people, event(), [3])
    await store(people, event(start=SOON, end=SOON + HOUR), [1, 3])
    await store(people, event(host_country="HU", start=SOON - DAY, end=SOON), [4])
    await store(people, event(state=EventState.DRAFT), [3])
    await store(people, event(start=SOON - 300 * DAY, end=SOON - 299 * DAY), [3])
    return people


@pytest.mark.parametrize(
    ("who", "events"),
    [
        pytest.param(3, [2, 1], id="an officer sees their invitations"),
        pytest.param(4, [3], id="another one"),
        pytest.param(5, [], id="one without invitations"),
        pytest.param(1, [2, 1], id="a planner sees their own first, then others of the country"),
        pytest.param(2, [3, 2, 1], id="the network's planner sees all"),
        pytest.param(6, [], id="a stranger sees none"),
    ],
)
async def test_people_see_what_is_theirs(year: Database, who: int, events: list[int]) -> None:
    assert await coming(year, who) == events


async def test_cancelled_events_stay_in_sight_until_they_would_be_over(people: Database) -> None:
    await store(people, event(state=EventState.CANCELLED), [3])
    assert await coming(people, 3) == [1]
    assert await coming(people, 3, dt.datetime(2027, 3, 15, 8, 30, tzinfo=dt.UTC)) == []


async def test_a_series_is_listed_by_its_next_time(people: Database) -> None:
    await store(people, event(rule="FREQ=WEEKLY;COUNT=3"), [3])
    async with people.session() as session:
        later = Actor((await acting(session, 3)).access, dt.datetime(2027, 3, 15, 9, tzinfo=dt.UTC), KEY)
        (found,) = await listing.coming(session, later)
    assert found.next.wall == START + 7 * DAY
    assert found.texts[0].title == "Visit of the Example"


async def test_the_agenda_has_each_time_of_thirty_days_that_was_not_declined(people: Database) -> None:
    await store(people, event(start=SOON, end=SOON + HOUR, rule="FREQ=WEEKLY"), [3])
    await store(people, event(start=SOON + DAY, end=SOON + DAY + HOUR), [3])
    await store(people, event(start=SOON + 2 * DAY, end=SOON + 3 * DAY), [3])
    await store(people, event(start=SOON + 2 * DAY, end=SOON + 3 * DAY, state=EventState.CANCELLED), [3])
    await store(people, event(start=SOON + 30 * DAY, end=SOON + 31 * DAY), [3])
    await answer(people, 3, 3, Answer.NO)
    async with people.session() as session:
        found = await listing.agenda(session, await acting(session, 3))
    assert [(each.event.id, each.next.wall.day) for each in found] == [(1, 1), (2, 2), (1, 8), (1, 15), (1, 22)]


async def test_one_event_is_shown_to_who_may_see_it_also_when_it_is_over(year: Database) -> None:
    async with year.session() as session:
        shown = {
            who: [number for number in range(1, 7) if await listing.one(session, await acting(session, who), number)]
            for who in (1, 2, 3, 4, 6)
        }
    assert shown == {1: [1, 2, 5], 2: [1, 2, 3, 5], 3: [1, 2, 5], 4: [3], 6: []}


async def test_an_answer_to_an_earlier_date_is_shown_as_unconfirmed(people: Database) -> None:
    await store(people, event(sequence=1, confirm_sequence=1), [3])
    await answer(people, 1, 3, Answer.YES)
    async with people.session() as session:
        found = await listing.one(session, await acting(session, 3), 1)
        assert found is not None
        counted = await listing.counts(session, found.event)
    assert found.unconfirmed
    assert counted.unconfirmed == 1


async def test_the_coordinator_sees_counts_and_the_list_in_the_order_of_answers(people: Database) -> None:
    await store(people, event(capacity=2), [1, 2, 3, 4, 5])
    await answer(people, 1, 4, Answer.WAITING, 2)
    await answer(people, 1, 2, Answer.WAITING, 1)
    await answer(people, 1, 5, Answer.YES)
    await answer(people, 1, 3, Answer.NO)
    async with people.session() as session:
        actor = await acting(session, 1)
        found = await listing.participants(session, actor, 1)
        shown = await listing.one(session, actor, 1)
        assert shown is not None
        counted = await listing.counts(session, shown.event)
    assert [(each.member.id, each.place) for each in found] == [(5, None), (2, 1), (4, 2), (1, None), (3, None)]
    assert [counted.answers[each] for each in Answer] == [1, 1, 1, 0, 2]
    assert (counted.invited, counted.seats.left) == (5, 1)


async def test_officers_do_not_see_the_list(people: Database) -> None:
    await store(people, event(), [3])
    async with people.session() as session:
        with pytest.raises(NotAllowedError):
            await listing.participants(session, await acting(session, 3), 1)
