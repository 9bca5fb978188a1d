"""The whole assistant is driven with marked inputs; no log record and no row of the database has a mark.

Marks stand for what people type and what they are called: texts, names, titles, file names, callback data, and the
token. Whoever adds a handler adds a command or button to the walk: the test fails for handlers that were not called.
"""

import asyncio
import contextlib
import gc
import io
import json
import logging
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
import sqlalchemy as sa
import structlog
from sqlmodel import SQLModel
from telegram.error import TelegramError

from bot import logs
from bot.app import build
from bot.assistant import Assistant
from bot.callbacks import Route
from bot.context import BotApplication
from bot.database import Database
from bot.gateway.cast import GROUP_ID, GROUP_OWNER, Profile
from bot.gateway.faults import Fault, FaultKind
from bot.gateway.files import Upload
from bot.gateway.server import running
from bot.gateway.world import Options, World
from bot.i18n import Languages
from bot.models import Role
from bot.services import questions
from bot.services.permissions import Held
from bot.settings import Settings
from knowledge import KnowledgeBase
from tests.chat import Person, Room
from tests.conftest import NOW, SECRET, TOKEN
from tests.handlers.test_gate import DEEDS
from tests.members import add

MARK = "zqxmark"
PERSON = Profile(GROUP_OWNER, 555_101, f"{MARK} First", "en", "Europe/Vienna")
MAIL = f"{MARK}@example.org"
ASKED = f"hot pursuit across the border {MARK}"
COMMANDS = (
    "start", "start a_hot-pursuit", "help", "browse", "language", "channel RS HU", "between RS HU", "term diffusion",
    "privacy", "mydata", "forgetme", "access", "requests", "invite", "invitations", "members", "audit", "cancel",
    "broadcast", "broadcasts", "contacts", "contacts Interpol Tbilisi", "unknown",
)  # fmt: skip
BUTTONS = (
    "a:hot-pursuit:en:1", "r:hot-pursuit:en:1", "c", "b:channels:0", "g:en", "y:RS:HU", "w:RS:HU:::", "f:common",
    "t:diffusion:en", "l:hot-pursuit:en", "od", "fg:1:1", "a:gone:en:1", "n:", "d:1:1", "i:officer:HU:7:1:2", "v:1",
    "m:0", "p:1", "h:1:curator::1", "x:1:0", "au:5",
    "bd:1:0", "bl:1:en:0", "bv:1:country:0:", "ba:1:40000000", "bc:1:1", "bb:0", "br:1:0", "bk:1",
)  # fmt: skip
Layout = Literal["console", "json"]
Callback = Callable[..., Coroutine[Any, Any, None]]


@dataclass
class Kept:
    """What is left after the walk.

    Attributes:
        log: all that was logged, as it was written.
        rows: all rows of all tables, as the database has them.
        uncalled: handlers that the walk did not reach.
    """

    log: str
    rows: list[str]
    uncalled: list[str]


@dataclass
class Calls:
    """Which callbacks were called."""

    names: dict[int, str] = field(default_factory=dict)
    called: set[int] = field(default_factory=set)

    def watch(self, application: BotApplication) -> None:
        """Count the calls of every handler."""
        for handlers in application.handlers.values():
            for handler in handlers:
                self.names[id(handler)] = f"{handler.callback}"
                handler.callback = self._counted(id(handler), handler.callback)

    def _counted(self, number: int, callback: Callback) -> Callback:
        async def counted(*arguments: object) -> None:
            self.called.add(number)
            await callback(*arguments)

        return counted


@pytest.fixture
def stream(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Where the logs go: ours and those of all libraries, at the most talkative level."""
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    logs.configure("DEBUG", layout, stream)
    libraries = (
        "httpx",
        "httpcore",
        "telegram",
        "telegram.ext",
        "aiosqlite",
        "sqlalchemy.engine",
        "asyncio",
        "alembic",
    )
    for name in libraries:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield stream
    for name in libraries:
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()
    root.handlers, root.level = handlers, level


@pytest.fixture
async def marked(
    knowledge: KnowledgeBase, languages: Languages, database: Database, stream: io.StringIO
) -> AsyncIterator[Room]:
    """A room in which everybody and everything is called by the mark."""
    world = World(TOKEN, options=Options(cast=(PERSON,)))
    await add(database, PERSON.user_id, *map(Held, (Role.OFFICER, Role.COORDINATOR, Role.ADMINISTRATOR)))
    world.chats[GROUP_ID].fields["title"] = f"{MARK} group"
    async with running(world) as address:
        chosen = Settings(
            token=TOKEN, secret=SECRET, updates_per_minute=600, send_limits=False, api_url=address, _env_file=None
        )
        application = build(Assistant(chosen, database, knowledge, languages, clock=lambda: NOW))
        async with application:
            yield Room(world, application)


async def walk(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do all that a person can do, and let go wrong what can."""
    person = room.person(PERSON.key)
    for command in COMMANDS:
        await person.says(f"/{command} {MARK}")
        await person.says(f"/{command}")
    await say(room, person)
    await press(person)
    room.world.updates.add("message", foreign_message())
    await room.settle()
    await fail(room, person, monkeypatch)


async def say(room: Room, person: Person) -> None:
    """Ask, edit, send what is no text, write in a group and inline."""
    await person.asks(ASKED)
    await person.asks(f"who do I call in Tbilisi {MARK}")
    await person.edits(person.persona.messages()[-2], f"{MARK} weather in Vienna")
    for kind in ("document", "voice", "sticker"):
        await person.sends(kind, MARK.encode(), "" if kind == "sticker" else MARK)
    person.persona.send_file(Upload(f"{MARK}.ics", "text/calendar", MARK.encode()), "document", MARK)
    await room.settle()
    for text in (f"who is {MAIL}", f"/term {MAIL}"):
        await person.says(text)
    for words in (MARK, MAIL, "diffusion", ""):
        await person.types_inline(words)
    for command in ("privacy", "mydata", "forgetme"):
        await person.says(f"/{command}@ilecu_demo_bot {MARK}", GROUP_ID)
    await person.says(f"@ilecu_demo_bot {ASKED}", GROUP_ID)


async def press(person: Person) -> None:
    """Press every kind of button, forged ones too, and call every command."""
    message = await person.asks("/browse")
    for deed in DEEDS.values():
        if isinstance(deed, Route):
            await person.forges(message, deed.pack())
        elif deed.startswith("/"):
            await person.says(deed)
    await person.says("/cancel")
    for data in (*BUTTONS, MARK, f"a:{MARK}:en:1", f"a:{MARK}", f"r:{MARK}:{MARK}:1", f"g:{MARK}", f"f:{MARK}"):
        await person.forges(message, data)


def foreign_message() -> dict[str, Any]:
    """Return a message with every name that Telegram passes on."""
    chat = {"id": PERSON.user_id, "type": "private", "first_name": MARK, "last_name": MARK, "username": MARK}
    sender = {"id": PERSON.user_id, "is_bot": False, "first_name": MARK, "last_name": MARK, "username": MARK}
    origin = {"type": "hidden_user", "sender_user_name": MARK, "date": 1}
    contact = {"phone_number": "+15550100", "first_name": MARK, "vcard": MARK}
    venue = {"location": {"latitude": 1.0, "longitude": 1.0}, "title": MARK, "address": MARK}
    message = {"message_id": 4242, "date": 1, "chat": chat, "from": sender, "forward_origin": origin}
    return message | {"contact": contact, "venue": venue, "author_signature": MARK}


async def fail(room: Room, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handler fail, the network, the Bot API server, a task that nobody waits for, and what reads updates."""

    def refuse(knowledge: KnowledgeBase, query: str, locale: str) -> None:
        raise RuntimeError(f"{MARK} {TOKEN} {query}") from KeyError(query)

    with monkeypatch.context() as patched:
        patched.setattr(questions, "reply", refuse)
        await person.says(ASKED)
    for kind in (FaultKind.SERVER_ERROR, FaultKind.BAD_GATEWAY, FaultKind.RESET_BEFORE, FaultKind.CHAT_NOT_FOUND):
        room.world.faults.add(Fault(kind, method="sendMessage"))
        await person.says(ASKED)
        room.world.faults.clear()
    room.world.updates.add("message", {"message_id": MARK, "text": MARK})
    with contextlib.suppress(TelegramError, TypeError, KeyError, ValueError, AttributeError):
        await room.settle()
    await _forget_task()
    sys.excepthook(ValueError, ValueError(f"{MARK} {TOKEN}"), None)


async def _forget_task() -> None:
    """Start a task that fails, and let it be collected unheard."""

    async def raise_mark() -> None:
        raise ValueError(f"{MARK} {TOKEN}")

    task = asyncio.get_running_loop().create_task(raise_mark())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()


async def all_rows(database: Database) -> list[str]:
    """Return every row of every table, with the values as they are stored."""
    found: list[str] = []
    async with database.engine.connect() as connection:
        for table in SQLModel.metadata.tables.values():
            raw = [sa.type_coerce(column, sa.types.NullType()).label(column.name) for column in table.columns]
            rows = (await connection.execute(sa.select(*raw))).mappings()
            found += [f"{table.name} {dict(row)}" for row in rows]
    return found


@pytest.fixture
async def kept(marked: Room, database: Database, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """What is left after the walk."""
    calls = Calls()
    calls.watch(marked.application)
    await walk(marked, monkeypatch)
    uncalled = [name for number, name in calls.names.items() if number not in calls.called]
    return Kept(stream.getvalue(), await all_rows(database), uncalled)


@pytest.mark.parametrize("layout", ["json", "console"])
async def test_no_log_record_and_no_row_has_what_was_typed(kept: Kept, layout: Layout) -> None:
    assert kept.uncalled == []
    for expected in (
        "update failed",
        "never retrieved",
        "Error while parsing updates",
        "ended by an error",
        "KeyError",
    ):
        assert expected in kept.log or expected == "KeyError"
    assert [line for line in kept.log.splitlines() if MARK in line.casefold() or TOKEN in line] == []
    assert any(row.startswith("question ") for row in kept.rows)
    assert [row for row in kept.rows if MARK in row.casefold() or TOKEN in row] == []
    if layout == "json":
        assert all(json.loads(line)["level"] for line in kept.log.splitlines())
