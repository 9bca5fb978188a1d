"""Who stays away is told by a delivery, and again where it was lost on our side."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import DeliveryState
from bot.services import inactivity, inactivity_notices
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import Outcome, failed, sent
from bot.services.inactivity import NOTICE
from bot.services.periods import Keep, Periods
from tests.conftest import NOW
from tests.deliveries import claim, note, rows
from tests.members import add, member_of

DAY = dt.timedelta(days=1)
PERIODS = Periods({Keep.INACTIVE: 365 * DAY}, 14 * DAY)


@pytest.fixture
async def away(database: Database) -> Database:
    """A member who was not seen for 400 days."""
    await add(database, 7)
    async with database.session() as session:
        (await member_of(session, 7)).last_seen = NOW.date() - 400 * DAY
        await session.commit()
    return database


async def tell(database: Database, now: dt.datetime = NOW) -> int:
    """Tell whoever is to be told."""
    async with database.session() as session:
        told = await inactivity_notices.tell(session, inactivity.cutoffs(PERIODS, now.date()), now)
        await session.commit()
    return told


async def end(database: Database, outcome: Outcome, now: dt.datetime = NOW) -> None:
    """Let the notice that waits end so."""
    (claimed,) = await claim(database, now)
    await note(database, claimed, outcome, now)


async def test_a_notice_is_an_ordinary_delivery_that_never_becomes_useless(away: Database) -> None:
    assert [await tell(away), await tell(away)] == [1, 0]
    (row,) = await rows(away)
    assert (row.kind, row.is_urgent, row.useless_after, row.payload) == (NOTICE, False, None, {})


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        pytest.param(sent(1), 0, id="arrived"),
        pytest.param(failed(Failure.BLOCKED), 0, id="cannot be reached"),
        pytest.param(failed(Failure.SERVER_ERROR), 1, id="lost"),
        pytest.param(Outcome(DeliveryState.CANCELLED), 1, id="taken back"),
    ],
)
async def test_who_was_not_told_for_our_reasons_is_told_the_next_day(
    away: Database, outcome: Outcome, told: int
) -> None:
    await tell(away)
    await end(away, outcome)
    assert await tell(away, NOW + DAY) == told
    assert await tell(away, NOW + DAY) == 0


async def test_who_came_back_and_left_again_is_told_again(away: Database) -> None:
    await tell(away)
    await end(away, sent(1))
    async with away.session() as session:
        (await member_of(session, 7)).told_on = None
        await session.commit()
    assert await tell(away, NOW + DAY) == 1
