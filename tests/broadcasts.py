"""Members to address, and coordinators who address them."""

import dataclasses
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import Broadcast, Member, Role
from bot.services.broadcasts import confirmation, drafts, texts
from bot.services.broadcasts.desk import Desk
from bot.services.permissions import Held
from tests.broadcast_outbox import FakeOutbox
from tests.conftest import NOW
from tests.members import acting, add

NETWORK, SERBIA, HUNGARY, SECOND, OFFICER = 101, 102, 103, 104, 105
"""Chats of two coordinators of the network (the first and SECOND), one of Serbia, one of Hungary, and an officer."""
IN_SERBIAN, IN_UKRAINIAN, WITHOUT_COUNTRY, BLOCKED = 201, 202, 203, 204
"""Chats of officers: of Serbia in Latin letters, of Ukraine, of no country, and of Serbia who has blocked us."""
OF_SERBIA = Held(Role.COORDINATOR, "RS")


async def populate(database: Database) -> dict[int, int]:
    """Let all of them in; return their numbers by chat."""
    officer = Held(Role.OFFICER)
    found = {
        NETWORK: await add(database, NETWORK, Held(Role.COORDINATOR)),
        SERBIA: await add(database, SERBIA, OF_SERBIA, country="RS"),
        HUNGARY: await add(database, HUNGARY, Held(Role.COORDINATOR, "HU"), country="HU"),
        SECOND: await add(database, SECOND, Held(Role.COORDINATOR)),
        OFFICER: await add(database, OFFICER, officer, country="HU"),
        IN_SERBIAN: await add(database, IN_SERBIAN, officer, country="RS"),
        IN_UKRAINIAN: await add(database, IN_UKRAINIAN, officer, country="UA"),
        WITHOUT_COUNTRY: await add(database, WITHOUT_COUNTRY, officer),
        BLOCKED: await add(database, BLOCKED, officer, country="RS"),
    }
    await add(database, 301)  # a stranger
    await change(database, IN_SERBIAN, client_locale="sr_Latn", unit="Unit of the example")
    await change(database, IN_UKRAINIAN, locale="uk", client_locale="en")
    await change(database, BLOCKED, reachable=False, client_locale="sr")
    return found


async def change(database: Database, chat_id: int, **fields: object) -> None:
    """Change the row of a member."""
    async with database.session() as session:
        await session.exec(update(Member).where(col(Member.chat_id) == chat_id).values(**fields))
        await session.commit()


@asynccontextmanager
async def desk_of(database: Database, outbox: FakeOutbox, chat_id: int, now: dt.datetime = NOW) -> AsyncIterator[Desk]:
    """Let somebody work on broadcasts; what they did is kept."""
    async with database.session() as session:
        actor = dataclasses.replace(await acting(session, chat_id), now=now)
        yield Desk(session, outbox, actor)
        await session.commit()


async def drafted(desk: Desk, **written: str) -> int:
    """Begin a draft with texts by language; return its number."""
    broadcast = await drafts.begin(desk.session, desk.actor)
    assert broadcast.id is not None
    for locale, text in written.items():
        await texts.write(desk.session, desk.actor, broadcast.id, locale, text)
    return broadcast.id


async def confirmed(database: Database, outbox: FakeOutbox, chat_id: int = NETWORK) -> int:
    """Confirm a broadcast to all whom somebody may address; return its number."""
    async with desk_of(database, outbox, chat_id) as desk:
        broadcast_id = await drafted(desk, en="Room 7 is moved.", sr="Соба 7 је премештена.")
        await confirmation.confirm(desk, broadcast_id, None, 0)
    return broadcast_id


async def read(session: AsyncSession, broadcast_id: int) -> Broadcast:
    """Return a broadcast as the database has it."""
    return await session.get_one(Broadcast, broadcast_id, populate_existing=True)
