"""A gateway with a large audience, and the process that sends to it."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import select

from bot.clocks import system_clock
from bot.database import Database
from bot.gateway.cast import Profile
from bot.gateway.personas import Persona
from bot.gateway.rates import RateLimits
from bot.gateway.server import running
from bot.gateway.world import Options, World
from bot.models import Channel, Grant, Member, Priority, Role
from bot.services.deliveries.queue import Message, enqueue
from bot.settings import PREFIX as VARIABLE
from tests.conftest import SECRET, TOKEN
from tests.sending_process import NEVER, PREFIX

ROOT = Path(__file__).parent.parent
FIRST_CHAT = 700_000_000
BATCH = "broadcast:7"


def people(number: int) -> tuple[Profile, ...]:
    """Return so many made-up people."""
    return tuple(
        Profile(f"member-{each}", FIRST_CHAT + each, "Member", "en", "Europe/London", in_group=False)
        for each in range(number)
    )


@dataclass
class Studio:
    """A gateway, its audience as members of the assistant, and the assistant's settings.

    Attributes:
        members: the numbers of the audience.
    """

    world: World
    database: Database
    environment: dict[str, str]
    members: list[int]

    async def confirm(self, batch: str = BATCH, count: int | None = None) -> None:
        """Put a broadcast to the audience, or to the first of it, into the queue."""
        number = batch.partition(":")[2]
        message = Message(
            "broadcast",
            batch,
            system_clock(),
            {"broadcast": int(number)},
            Priority.BULK,
            is_urgent=True,
            batch=batch,
        )
        async with self.database.session() as session:
            await enqueue(session, message, self.members[:count])
            await session.commit()

    @asynccontextmanager
    async def sending(self, point: str = NEVER, number: int = 0, ahead: int = 0) -> AsyncIterator[Process]:
        """Run the assistant while the block runs; the arguments are those of `tests.sending_process`."""
        arguments = (point, str(number), str(ahead))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.sending_process", *arguments, cwd=ROOT, env=self.environment
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()

    def arrived(self, batch: str = BATCH) -> Counter[int]:
        """Return how often the broadcast came to each chat where it did."""
        beginning = f"{PREFIX} {batch.partition(':')[2]}\n"
        return Counter(chat_id for chat_id, text in self._texts() if text.startswith(beginning))

    def _texts(self) -> Iterator[tuple[int, str]]:
        for chat in self.world.chats.values():
            for message in chat.messages.values():
                if message["from"]["id"] == self.world.bot_id:
                    yield chat.chat_id, message["text"]


@asynccontextmanager
async def studio(url: str, number: int, limits: RateLimits | None = None, **settings: str) -> AsyncIterator[Studio]:
    """Open a studio whose audience has pressed Start.

    Args:
        url: of an empty database.
        number: how many there are.
        limits: that the gateway keeps.
        settings: of the assistant, by their names.
    """
    cast = people(number)
    world = World(TOKEN, options=Options(cast, limits))
    for profile in cast:
        Persona(world, profile.key).start()
    world.updates.clear()
    database = Database(url)
    await database.upgrade()
    members = await _admit(database, cast)
    async with running(world) as address:
        given = {"token": TOKEN, "secret": SECRET, "api_url": address, "database_url": url} | settings
        environment = {f"{VARIABLE}{name.upper()}": value for name, value in given.items()}
        yield Studio(world, database, os.environ | environment, members)
    await database.close()


async def _admit(database: Database, cast: tuple[Profile, ...]) -> list[int]:
    """Make everybody a member, an officer in Hungary; return their numbers."""
    now = system_clock()
    rows = [
        {"channel": Channel.TELEGRAM, "chat_id": each.user_id, "created_at": now, "country": "HU", "reachable": True}
        for each in cast
    ]
    async with database.session() as session:
        connection = await session.connection()
        await connection.execute(insert(Member), rows)
        members = list((await session.exec(select(Member.id).order_by(Member.id))).all())  # type: ignore[arg-type]  # a column
        grants = [{"member_id": each, "role": Role.OFFICER, "scope": "", "granted_at": now} for each in members]
        await connection.execute(insert(Grant), grants)
        await session.commit()
    return [member for member in members if member is not None]
