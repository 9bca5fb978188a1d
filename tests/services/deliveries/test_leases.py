"""The lease of the process that sends in bulk."""

import datetime as dt

from bot.database import Database
from bot.services.deliveries import leases
from bot.services.deliveries.leases import LEASE
from tests.conftest import NOW


async def take(database: Database, owner: str, now: dt.datetime = NOW) -> bool:
    """Try to become the one that sends in bulk."""
    async with database.session() as session:
        taken = await leases.take(session, owner, now)
        await session.commit()
    return taken


async def test_one_process_has_it_and_may_renew_it(database: Database) -> None:
    assert await take(database, "first")
    assert not await take(database, "second")
    assert await take(database, "first", NOW + LEASE / 2)
    assert not await take(database, "second", NOW + LEASE)


async def test_it_passes_on_when_its_process_is_silent(database: Database) -> None:
    await take(database, "first")
    assert await take(database, "second", NOW + LEASE)


async def test_it_passes_on_at_once_when_its_process_gives_it(database: Database) -> None:
    await take(database, "first")
    async with database.session() as session:
        await leases.give(session, "second", NOW)
        await leases.give(session, "first", NOW)
        await session.commit()
    assert await take(database, "second")
