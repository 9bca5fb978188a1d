"""An office that sends: the gateway's world, members in it, and a dispatcher whose time a test sets."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram.ext import ExtBot

from bot.app import make_bot, make_dispatcher, make_transports
from bot.assistant import Assistant
from bot.database import Database
from bot.dispatcher import Dispatcher
from bot.gateway.cast import CAST
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.i18n import Languages, Translator
from bot.models import Delivery
from bot.rate_limiter import Lane
from bot.renderers import Kind
from bot.services.deliveries.queue import Message
from bot.settings import Settings
from bot.splitting import MAX_CHARACTERS
from bot.views import View
from knowledge import KnowledgeBase, packaged_folder
from knowledge.reference import read_reference
from tests.conftest import NOW, SECRET, TOKEN
from tests.deliveries import put, rows
from tests.members import add

OFFICER = 555_001


async def render(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View | None:
    """Say what the payload says, in the receiver's language and zone; nothing without a payload."""
    del session
    if not delivery.payload:
        return None
    return View((f"{delivery.payload} {translator.locale} {zone}",))


async def render_long(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View:
    """Say so much that it takes two messages."""
    del session, delivery, translator, zone
    return View(("x" * MAX_CHARACTERS, "end"))


async def fail(session: AsyncSession, delivery: Delivery, translator: Translator, zone: ZoneInfo) -> View:
    """Be broken."""
    raise ValueError(f"{delivery.payload}")


KINDS = {
    "reminder": Kind(render, repeats=True),
    "broadcast": Kind(render),
    "long": Kind(render_long),
    "broken": Kind(fail),
}


@dataclass
class Office:
    """The parts, and what happened in them.

    Attributes:
        now: what time the assistant has.
    """

    world: World
    assistant: Assistant
    now: dt.datetime = NOW
    bot: ExtBot[Lane] = field(init=False)
    dispatcher: Dispatcher = field(init=False)

    def clock(self) -> dt.datetime:
        """Return the time."""
        return self.now

    @property
    def database(self) -> Database:
        """The assistant's."""
        return self.assistant.database

    def member_messages(self, chat_id: int = OFFICER) -> list[str]:
        """Return the texts that the assistant sent into a private chat, oldest first."""
        sent = self.world.chats[chat_id].messages.values()
        return [message["text"] for message in sent if message["from"]["id"] == self.world.bot_id]

    async def send(self, message: Message, *member_ids: int) -> list[Delivery]:
        """Put a message into the queue, send all that is due; return all deliveries."""
        await put(self.database, message, *member_ids)
        return await self.settle()

    async def settle(self) -> list[Delivery]:
        """Send all that is due; return all deliveries."""
        await self.dispatcher.settle()
        return await rows(self.database)


@asynccontextmanager
async def office(folder: Path, **settings: object) -> AsyncIterator[Office]:
    """Open an office in which the demo's people have pressed Start."""
    world = World(TOKEN)
    for profile in CAST:
        Persona(world, profile.key).start()
    async with running(world) as address:
        given = {"token": TOKEN, "secret": SECRET, "api_url": address, "send_limits": False, "_env_file": None}
        chosen = Settings(**(given | settings))  # type: ignore[arg-type]  # a test's own
        database = Database(f"sqlite+aiosqlite:///{folder / 'db'}")
        await database.upgrade()
        knowledge = KnowledgeBase([], read_reference(packaged_folder()))
        here = Office(world, Assistant(chosen, database, knowledge, Languages({}), lambda: NOW))
        here.assistant = replace(here.assistant, clock=here.clock)
        async with make_bot(chosen, *make_transports(chosen)) as bot:
            here.bot = bot
            here.dispatcher = make_dispatcher(lambda: here.assistant, bot, KINDS)
            yield here
            await here.dispatcher.stop()
        await database.close()


async def officer(here: Office) -> int:
    """Make the demo's officer from Tbilisi a member; return their number."""
    return await add(here.database, OFFICER, country="GE")
