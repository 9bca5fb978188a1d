"""Seats, quotas and the waiting list."""

import datetime as dt

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import Answer, EventQuota, Invitee, Role
from bot.services.events import seats
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.members import add
from tests.outbox import event, store

OFFICER = Held(Role.OFFICER)


async def invited(
    database: Database, capacity: int | None, countries: str, quotas: dict[str, int] | None = None
) -> list[int]:
    """Store an event with one invited member of each country; return the numbers of event and invitations."""
    members = [
        await add(database, 10 + number, OFFICER, country=country) for number, country in enumerate(countries.split())
    ]
    numbers = await store(database, event(capacity=capacity), members)
    async with database.session() as session:
        session.add_all(EventQuota(event_id=numbers[0], country=of, seats=left) for of, left in (quotas or {}).items())
        await session.commit()
    return numbers


async def say(database: Database, numbers: list[int], who: int, wish: Answer) -> list[int]:
    """Let the invited person of a position answer; return the positions of those who have a seat by it."""
    async with database.session() as session:
        held = await seats.hold(session, numbers[0])
        assert held is not None
        invitee = await session.get_one(Invitee, numbers[who])
        if wish is Answer.YES:
            served = await seats.join(session, held, invitee, await later(session))
        else:
            served = await seats.leave(session, held, invitee, wish)
        await session.commit()
        return [numbers[1:].index(each.id or 0) + 1 for each in served]


async def later(session: AsyncSession) -> dt.datetime:
    """Return a time after all who wait."""
    times = [row.waiting_since for row in await session.exec(select(Invitee)) if row.waiting_since]
    return max(times, default=NOW) + dt.timedelta(minutes=1)


async def answers(database: Database, numbers: list[int]) -> list[str]:
    """Return the answers in the order of invitations."""
    async with database.session() as session:
        return [str((await session.get_one(Invitee, number)).answer) for number in numbers[1:]]


async def test_without_a_limit_all_who_say_yes_come(database: Database) -> None:
    numbers = await invited(database, None, "RS MD")
    assert [await say(database, numbers, who, Answer.YES) for who in (1, 2)] == [[1], [2]]
    assert await answers(database, numbers) == ["yes", "yes"]


async def test_when_seats_are_gone_people_wait_in_their_order(database: Database) -> None:
    numbers = await invited(database, 1, "RS MD GE")
    assert [await say(database, numbers, who, Answer.YES) for who in (1, 3, 2)] == [[1], [], []]
    async with database.session() as session:
        places = [await seats.place(session, await session.get_one(Invitee, number)) for number in numbers[1:]]
    assert places == [None, 2, 1]


@pytest.mark.parametrize("wish", [Answer.NO, Answer.MAYBE])
async def test_a_seat_that_gets_free_goes_to_the_first_who_waits(database: Database, wish: Answer) -> None:
    numbers = await invited(database, 1, "RS MD GE")
    for who in (1, 3, 2):
        await say(database, numbers, who, Answer.YES)
    assert await say(database, numbers, 1, wish) == [3]
    assert await answers(database, numbers) == [str(wish), "waiting", "yes"]


async def test_who_leaves_the_list_frees_no_seat(database: Database) -> None:
    numbers = await invited(database, 1, "RS MD GE")
    for who in (1, 2, 3):
        await say(database, numbers, who, Answer.YES)
    assert await say(database, numbers, 2, Answer.NO) == []
    assert await answers(database, numbers) == ["yes", "no", "waiting"]


async def test_who_says_yes_again_keeps_seat_and_place(database: Database) -> None:
    numbers = await invited(database, 1, "RS MD GE")
    for who in (1, 2, 3, 2, 1):
        await say(database, numbers, who, Answer.YES)
    assert await say(database, numbers, 1, Answer.NO) == [2]


async def test_a_country_gets_no_more_seats_than_its_quota_and_holds_up_nobody_else(database: Database) -> None:
    numbers = await invited(database, 3, "RS RS MD", {"RS": 1})
    for who in (1, 2, 3):
        await say(database, numbers, who, Answer.YES)
    assert await answers(database, numbers) == ["yes", "waiting", "yes"]
    assert await say(database, numbers, 3, Answer.NO) == []
    assert await say(database, numbers, 1, Answer.NO) == [2]


async def test_who_comes_later_does_not_pass_who_waits(database: Database) -> None:
    """A seat is free for other countries only, so the second of the country joins the queue behind the first."""
    numbers = await invited(database, 2, "RS RS RS", {"RS": 1})
    for who in (1, 3, 2):
        await say(database, numbers, who, Answer.YES)
    assert await say(database, numbers, 1, Answer.NO) == [3]


async def test_fewer_seats_than_people_send_nobody_away(database: Database) -> None:
    numbers = await invited(database, 2, "RS MD GE")
    for who in (1, 2, 3):
        await say(database, numbers, who, Answer.YES)
    async with database.session() as session:
        held = await seats.hold(session, numbers[0])
        assert held is not None
        held.capacity = 1
        await session.commit()
    assert await say(database, numbers, 1, Answer.NO) == []
    assert await answers(database, numbers) == ["no", "yes", "waiting"]


async def test_there_is_no_hold_on_what_is_not_there(database: Database) -> None:
    async with database.session() as session:
        assert await seats.hold(session, 7) is None
