"""The life of an assistant that polls, from its first request to the signal that ends it."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.app import TRANSPORTS, UPDATES, build
from bot.assistant import Assistant
from bot.context import BotApplication
from bot.database import Database
from bot.gateway.faults import Fault, FaultKind
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.i18n import Languages
from bot.running import run
from bot.settings import Settings
from knowledge import KnowledgeBase
from tests.conftest import NOW, SECRET, TOKEN


class Life:
    """A world and an assistant that is not running yet; its clock stands still."""

    def __init__(self, world: World, application: BotApplication) -> None:
        """Take both."""
        self.world = world
        self.application = application
        self.officer = Persona(world, "administrator")

    async def answered(self, count: int = 1) -> None:
        """Wait until the officer has so many messages of the assistant."""
        async for _ in self.world.events.open(self.officer.user_id):
            own = [message for message in self.officer.messages() if message["from"]["id"] == self.world.bot_id]
            if len(own) >= count:
                return

    def pending(self) -> int:
        """Return how many updates are not confirmed."""
        return len(self.world.updates.pending())


@pytest.fixture
async def life(knowledge: KnowledgeBase, languages: Languages, tmp_path: Path) -> AsyncIterator[Life]:
    """An assistant that is not running yet.

    Its database is a file: one in memory has one connection for all, and a task that is cancelled would close it too.
    """
    world = World(TOKEN)
    async with running(world) as address:
        chosen = Settings(token=TOKEN, secret=SECRET, api_url=address, send_limits=False, _env_file=None)
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'db'}")
        parts = Assistant(chosen, database, knowledge, languages, lambda: NOW)
        yield Life(world, build(parts))


async def lived(life: Life, wait: asyncio.Task[None]) -> None:
    """Run the assistant until something happened, and end it by a signal."""
    task = asyncio.create_task(run(life.application, UPDATES))
    await asyncio.wait({wait, task}, return_when=asyncio.FIRST_COMPLETED)
    os.kill(os.getpid(), signal.SIGTERM)
    await task
    await wait


@pytest.mark.parametrize("faults", [(), ("getMe", "deleteWebhook")], ids=["at once", "after errors"])
async def test_it_answers_confirms_and_ends_in_order(life: Life, faults: tuple[str, ...]) -> None:
    for method in faults:
        life.world.faults.add(Fault(FaultKind.SERVER_ERROR, method=method))
    wait = asyncio.create_task(life.answered())
    life.officer.say("/help")
    await lived(life, wait)
    assert life.pending() == 0
    assert not life.application.running


async def test_what_could_not_be_answered_for_the_network_is_answered_later(life: Life) -> None:
    chat_id = life.officer.user_id
    for _ in range(2):  # the answer, and the apology for it
        life.world.faults.add(Fault(FaultKind.RESET_BEFORE, chat_id=chat_id, method="sendMessage"))
    wait = asyncio.create_task(life.answered())
    life.officer.say("/help")
    await lived(life, wait)
    (_, answer) = life.officer.messages()
    assert answer["text"].startswith("ILECU Assistant")
    assert life.pending() == 0


async def test_a_token_that_is_not_known_ends_it(life: Life) -> None:
    life.world.token = "987654321:another-token"
    with pytest.raises(InvalidToken):
        await run(life.application, UPDATES)
    assert not any(transport.is_open for transport in life.application.bot_data[TRANSPORTS])
