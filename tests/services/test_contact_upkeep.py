"""Asking owners, confirming, and what coordinators see."""

import datetime as dt

import pytest

from bot.database import Database
from bot.errors import UnknownContactError
from bot.models import Function, Role, Visibility
from bot.services import contact_upkeep as upkeep
from bot.services import leaving
from bot.services.actors import NotAllowedError
from bot.services.contact_records import Labelled, PointKey
from bot.services.contacts import every
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.contacts import EUROPOL, HUNGARIAN, NCB, directory, point, store, stored, unit
from tests.members import acting, add, recorded

DAYS = 180
OLD, RECENT = dt.date(2026, 1, 1), dt.date(2026, 11, 1)
OWNER, OFFICER, OF_SERBIA = 9, 8, 7
CYBER = PointKey("hu-unit", Function.CYBER_24_7)


@pytest.fixture
async def network(database: Database) -> Database:
    """An old and a recent contact point in Serbia, owned; two in Hungary without owner."""
    await add(database, OWNER, Held(Role.OFFICER), country="UA")
    await add(database, OFFICER, Held(Role.OFFICER), country="UA")
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    duty = (Labelled("+12025550199"),)
    await store(
        database,
        directory(
            unit(),
            unit("hu-unit", "HU", zone="Europe/Budapest"),
            point(owner=OWNER, confirmed_on=OLD, visibility=Visibility.COUNTRY),
            point(EUROPOL, owner=OWNER, confirmed_on=RECENT, hours=None),
            point(HUNGARIAN, duty_phones=duty),
            point(CYBER),
        ),
    )
    return database


async def due(database: Database, now: dt.datetime = NOW) -> list[PointKey]:
    """Return which contact points are to be asked about."""
    async with database.session() as session:
        return [one.point.key for one in await upkeep.due(session, now, DAYS)]


async def number_of(database: Database, key: PointKey) -> int:
    """Return the number of a contact point."""
    async with database.session() as session:
        return next(one.number for one in await every(session) if one.point.key == key)


async def confirm(database: Database, chat_id: int, key: PointKey) -> None:
    """Let the person of a chat confirm a contact point."""
    number = await number_of(database, key)
    async with database.session() as session:
        await upkeep.confirm(session, await acting(session, chat_id), number)
        await session.commit()


async def test_owners_are_asked_about_what_is_old(network: Database) -> None:
    assert await due(network) == [NCB]
    assert await due(network, NOW + dt.timedelta(days=DAYS)) == [NCB, EUROPOL]


async def test_owners_are_asked_again_after_a_week(network: Database) -> None:
    number = await number_of(network, NCB)
    async with network.session() as session:
        await upkeep.note_asked(session, number, NOW)
        await session.commit()
    assert await due(network, NOW + dt.timedelta(days=6)) == []
    assert await due(network, NOW + dt.timedelta(days=7)) == [NCB]


@pytest.mark.parametrize("chat_id", [OWNER, OF_SERBIA])
async def test_what_is_confirmed_is_right_from_today_on(network: Database, chat_id: int) -> None:
    await confirm(network, chat_id, NCB)
    assert (await stored(network)).points[NCB].confirmed_on == NOW.date()
    assert await due(network) == []
    assert (await recorded(network))[-1] == "contact_confirmed"


async def test_who_answers_for_nothing_confirms_nothing(network: Database) -> None:
    with pytest.raises(UnknownContactError):
        await confirm(network, OFFICER, NCB)
    with pytest.raises(NotAllowedError):
        await confirm(network, OFFICER, EUROPOL)
    with pytest.raises(NotAllowedError):
        await confirm(network, OF_SERBIA, HUNGARIAN)
    assert "contact_confirmed" not in await recorded(network)


async def test_who_leaves_owns_nothing(network: Database) -> None:
    async with network.session() as session:
        owner = (await acting(session, OWNER)).access.member_id
        for step in leaving.STEPS:
            await step(session, owner or 0, NOW)
        await session.commit()
    assert (await stored(network)).points[NCB].owner is None
    assert await due(network) == []


async def test_coordinators_see_what_is_old_in_their_countries(network: Database) -> None:
    await add(network, 6, Held(Role.COORDINATOR))
    async with network.session() as session:
        of_serbia, of_network = (await acting(session, OF_SERBIA)).access, (await acting(session, 6)).access
        assert [one.point.key for one in await upkeep.stale(session, of_serbia, NOW, DAYS)] == [NCB]
        found = await upkeep.stale(session, of_network, NOW, DAYS)
    assert {one.point.key for one in found[:2]} == {HUNGARIAN, CYBER}
    assert found[2].point.key == NCB


async def test_coordinators_see_what_is_not_covered(network: Database) -> None:
    await add(network, 6, Held(Role.COORDINATOR))
    async with network.session() as session:
        found = await upkeep.uncovered(session, (await acting(session, 6)).access, NOW)
    assert [(one.contacts[0].point.key, len(one.gaps), len(one.unknown)) for one in found] == [
        (CYBER, 22, 0),
        (EUROPOL, 1, 1),
    ]


async def test_officers_see_no_lists_of_coordinators(network: Database) -> None:
    async with network.session() as session:
        access = (await acting(session, OFFICER)).access
        with pytest.raises(NotAllowedError):
            await upkeep.stale(session, access, NOW, DAYS)
        with pytest.raises(NotAllowedError):
            await upkeep.uncovered(session, access, NOW)
