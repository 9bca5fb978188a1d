"""What an update costs that is dropped, beside one that is answered: in the handlers, and on the whole way in."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from telegram import Update

from bot.app import UPDATES, build, load_knowledge
from bot.assistant import Assistant
from bot.clocks import system_clock
from bot.context import BotApplication
from bot.database import Database
from bot.gateway.cast import CAST
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.polling import Poller
from bot.running import open_intake
from bot.settings import Settings
from bot.translations import load_languages
from tests.conftest import SECRET, TOKEN

COUNT = 2000
ANSWERED = 50
"""Fewer than one person may send in a minute."""
PERSON = "administrator"
OVERSIZED = "x" * 4097


def report() -> list[str]:
    """Return the costs, as lines."""
    return asyncio.run(_report())


async def _report() -> list[str]:
    async with _installation() as (world, application):
        answered = await _in_handlers(application, "/help", range(ANSWERED))
        await _in_handlers(application, "/help", range(ANSWERED, 100))  # until there is too much
        flooding = await _in_handlers(application, "/help", range(100, COUNT))
        oversized = await _in_handlers(application, OVERSIZED, range(COUNT, 2 * COUNT))
        whole = await _whole_way(world, application)
    return [
        f"answered (/help, over HTTP): {answered * 1000:.2f} ms",
        f"dropped as too much: {flooding * 1000:.3f} ms to read and drop, {whole * 1000:.2f} ms on the whole way in",
        f"dropped as oversized: {oversized * 1000:.3f} ms to read and drop",
    ]


async def _in_handlers(application: BotApplication, text: str, numbers: range) -> float:
    """Return the seconds for reading one update and letting the handlers have it."""
    fields = [_message(number, text) for number in numbers]

    async def handle() -> None:
        for each in fields:
            await application.process_update(Update.de_json(each, application.bot))

    return await _time(handle) / len(numbers)


async def _whole_way(world: World, application: BotApplication) -> float:
    """Return the seconds for one update that is fetched, dropped, noted and confirmed; the gateway works meanwhile."""
    person = Persona(world, PERSON)
    for _ in range(COUNT):
        person.say("/help")
    intake = await open_intake(application)
    poller, last = Poller(application.bot, intake, UPDATES), world.updates.pending()[-1].number

    async def fetch() -> None:
        while intake.progress.offset <= last:
            await poller.fetch()
        await poller.close()

    return await _time(fetch) / COUNT


@asynccontextmanager
async def _installation() -> AsyncIterator[tuple[World, BotApplication]]:
    """Give a gateway and an assistant that is initialized, with its database in a file."""
    world = World(TOKEN)
    with tempfile.TemporaryDirectory() as folder:
        async with running(world) as address:
            url = f"sqlite+aiosqlite:///{Path(folder) / 'ilecu.db'}"
            settings = Settings(token=TOKEN, secret=SECRET, api_url=address, database_url=url, _env_file=None)
            database = Database(url)
            await database.upgrade()
            parts = Assistant(settings, database, load_knowledge(), load_languages(), system_clock)
            async with build(parts) as application:
                Persona(world, PERSON).say("/start")  # opens the chat
                world.updates.clear()
                yield world, application
            await database.close()


def _message(number: int, text: str) -> dict[str, object]:
    """Return an update as the Bot API sends it."""
    profile = next(profile for profile in CAST if profile.key == PERSON)
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
    chat = {"id": profile.user_id, "type": "private", "first_name": profile.label}
    message = {"message_id": number, "date": 0, "chat": chat, "from": profile.user(), "text": text}
    return {"update_id": number, "message": message | {"entities": entities}}


async def _time(work: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began
