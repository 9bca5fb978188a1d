"""Quiet hours that a member chooses, and what waits meanwhile."""

import datetime as dt

import pytest

from bot.database import Database
from bot.services import quiet_hours
from bot.services.deliveries.outcomes import later
from bot.services.deliveries.quiet import HOUR, NEVER, USUAL, Hours
from tests.conftest import NOW
from tests.deliveries import claim, message, note, put, rows
from tests.members import add

NIGHT = NOW.replace(hour=23)
MORNING = dt.datetime(2026, 11, 25, 7, 0, tzinfo=dt.UTC)
"""When the usual hours end in UTC."""


@pytest.fixture
async def waiting(database: Database) -> Database:
    """A member for whom a message was put off until the morning, when a reminder is planned."""
    member = await add(database, 7)
    await put(database, message(due_at=NIGHT), member)
    (claimed,) = await claim(database, NIGHT)
    await note(database, claimed, later(MORNING), NIGHT)
    await put(database, message(cause="planned", due_at=MORNING), member)
    return database


async def choose(database: Database, hours: Hours, now: dt.datetime = NIGHT) -> None:
    """Let the member choose."""
    async with database.session() as session:
        await quiet_hours.choose(session, 1, hours, now)
        await session.commit()


async def test_without_a_choice_they_are_the_usual_ones(waiting: Database) -> None:
    async with waiting.session() as session:
        assert await quiet_hours.of_member(session, 1) == USUAL


@pytest.mark.parametrize("hours", [Hours(22 * HOUR, 6 * HOUR + 30), NEVER])
async def test_a_choice_is_kept(waiting: Database, hours: Hours) -> None:
    await choose(waiting, hours)
    async with waiting.session() as session:
        assert await quiet_hours.of_member(session, 1) == hours


async def test_what_was_put_off_is_looked_at_anew_and_what_is_planned_stays(waiting: Database) -> None:
    await choose(waiting, NEVER)
    assert [row.due_at for row in await rows(waiting)] == [NIGHT, MORNING]


async def test_by_day_a_choice_moves_nothing(waiting: Database) -> None:
    await choose(waiting, NEVER, NOW)
    assert {row.due_at for row in await rows(waiting)} == {MORNING}


@pytest.mark.parametrize("hours", [Hours(-1, 0), Hours(0, 1440)])
async def test_what_no_clock_shows_is_refused(waiting: Database, hours: Hours) -> None:
    with pytest.raises(ValueError, match="minutes of a day"):
        await choose(waiting, hours)
