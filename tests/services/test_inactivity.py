"""Who stays away is told, and later due to be erased."""

import datetime as dt
from collections.abc import Mapping

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import Channel, Member, Role
from bot.services import inactivity
from bot.services.inactivity import Cutoffs
from bot.services.periods import Keep, Periods
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.members import add, member_of

TODAY = NOW.date()
PERIODS = Periods({Keep.INACTIVE: dt.timedelta(days=365)}, dt.timedelta(days=14))
DAYS = inactivity.cutoffs(PERIODS, TODAY)


def ago(days: int) -> dt.date:
    """Return a day before today."""
    return TODAY - dt.timedelta(days=days)


async def away(database: Database, chat_id: int, days: int | None, told: int | None = None, *roles: Held) -> int:
    """Make a member who was last seen, and told, so many days ago."""
    member_id = await add(database, chat_id, *roles)
    async with database.session() as session:
        member = await member_of(session, chat_id)
        member.last_seen = None if days is None else ago(days)
        member.told_on = None if told is None else ago(told)
        await session.commit()
    return member_id


async def ids(database: Database) -> Mapping[str, list[int]]:
    """Return the chats of those to tell and those to erase."""
    async with database.session() as session:
        told, erased = await inactivity.to_tell(session, DAYS), await inactivity.to_erase(session, DAYS)
    return {"tell": [member.chat_id for member in told], "erase": [member.chat_id for member in erased]}


def test_the_notice_comes_before_the_end_by_as_much_as_the_setting_says() -> None:
    assert Cutoffs(tell=dt.date(2025, 12, 8), erase=dt.date(2025, 11, 24), told=dt.date(2026, 11, 10)) == DAYS


@pytest.mark.parametrize(
    ("days", "told", "tell", "erase"),
    [
        pytest.param(350, None, False, False, id="not yet"),
        pytest.param(351, None, True, False, id="to be told"),
        pytest.param(351, 0, False, False, id="told today"),
        pytest.param(365, 13, False, False, id="told less than the notice ago"),
        pytest.param(365, 14, False, True, id="due"),
        pytest.param(4000, None, True, False, id="never erased untold"),
    ],
)
async def test_who_is_told_and_who_is_due(
    database: Database, days: int, told: int | None, *, tell: bool, erase: bool
) -> None:
    await away(database, 7, days, told)
    assert await ids(database) == {"tell": [7] * tell, "erase": [7] * erase}


async def test_who_was_never_seen_counts_from_their_enrolment(database: Database) -> None:
    await away(database, 7, None)
    async with database.session() as session:
        (await member_of(session, 7)).created_at = NOW - dt.timedelta(days=351)
        await session.commit()
    await away(database, 8, None)
    assert (await ids(database))["tell"] == [7]


async def test_the_only_administrator_is_left_alone(database: Database) -> None:
    administrator = Held(Role.ADMINISTRATOR)
    await away(database, 7, 400, 20, administrator)
    await away(database, 8, 400, 20)
    assert (await ids(database))["erase"] == [8]
    await away(database, 9, 1, None, administrator)
    assert (await ids(database))["erase"] == [7, 8]


async def seen(database: Database, chat_id: int, day: dt.date = TODAY) -> bool:
    """Note that somebody was here."""
    async with database.session() as session:
        noted = await inactivity.note_seen(session, Channel.TELEGRAM, chat_id, day)
        await session.commit()
        return noted


async def test_who_comes_back_is_noted_once_a_day_and_need_not_fear(database: Database) -> None:
    await away(database, 7, 400, 20)
    assert [await seen(database, 7), await seen(database, 7)] == [True, False]
    assert await ids(database) == {"tell": [], "erase": []}
    assert await seen(database, 7, TODAY + dt.timedelta(days=1))


async def test_a_stranger_gets_no_row_by_being_seen(database: Database) -> None:
    assert not await seen(database, 9)
    async with database.session() as session:
        assert await session.get(Member, 1) is None


async def still_due(session: AsyncSession, member_id: int) -> bool:
    """Say whether a member is due."""
    return await inactivity.is_to_erase(session, member_id, DAYS)


async def test_who_came_back_meanwhile_is_due_no_longer(database: Database) -> None:
    member_id = await away(database, 7, 400, 20)
    async with database.session() as session:
        assert await still_due(session, member_id)
    await seen(database, 7)
    async with database.session() as session:
        assert not await still_due(session, member_id)
