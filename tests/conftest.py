"""Fixtures: the knowledge base that is shipped, a database in memory, and a room with the assistant in it."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Iterator

import aiosqlite
import pytest
from hypothesis import settings

from bot.app import build, load_knowledge
from bot.assistant import Assistant
from bot.cli.demo_assistant import admit_cast
from bot.database import Database
from bot.gateway.server import running
from bot.gateway.world import World
from bot.i18n import Languages
from bot.settings import Settings, cache_folder
from bot.translations import load_languages
from knowledge import KnowledgeBase
from tests.broadcast_outbox import FakeOutbox
from tests.chat import Person, Room
from tests.postgres import POSTGRES, Copies, copies

settings.register_profile("project", deadline=None)  # how long an example takes says nothing on a busy machine
settings.load_profile("project")

TOKEN = "123456789:plainly-not-a-token-of-telegram"
SECRET = "plainly-not-a-secret-of-any-installation"
NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    """The articles of the package in all languages; reading them takes a while, and nothing changes them."""
    knowledge = load_knowledge()
    knowledge.prepare(cache_folder())
    return knowledge


@pytest.fixture(scope="session")
def languages() -> Languages:
    """The languages on offer."""
    return load_languages()


@pytest.fixture(scope="session")
def tables() -> str:
    """Return the SQL that makes all tables: what the migrations do takes a hundred times as long."""

    async def migrate() -> str:
        database = Database("sqlite+aiosqlite://")
        await database.upgrade()
        async with database.engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            assert isinstance(driver, aiosqlite.Connection)
            script = "\n".join([line async for line in driver.iterdump()])
        await database.close()
        return script

    return asyncio.run(migrate())


@pytest.fixture(scope="session")
def postgres() -> Iterator[Copies | None]:
    """Return what copies databases of PostgreSQL, where TEST_POSTGRES has the address of one."""
    if POSTGRES is None:
        yield None
        return
    with copies(POSTGRES) as made:
        yield made


@pytest.fixture
async def database(tables: str, postgres: Copies | None) -> AsyncIterator[Database]:
    """An empty database with all tables: of SQLite, in memory, or of PostgreSQL where there is one for tests."""
    if postgres is not None:
        async with postgres.one() as database:
            yield database
        return
    database = Database("sqlite+aiosqlite://")
    async with database.engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert isinstance(driver, aiosqlite.Connection)
        await driver.executescript(tables)
    yield database
    await database.close()


@pytest.fixture
def updates_per_minute() -> int:
    """Return how much a person may send; the clock of tests stands still, so it is more than they ever do."""
    return 600


@pytest.fixture
async def room(
    knowledge: KnowledgeBase, languages: Languages, database: Database, updates_per_minute: int
) -> AsyncIterator[Room]:
    """The assistant, talking HTTP with the gateway; the demo's people have their roles, but for the stranger."""
    world = World(TOKEN)
    async with running(world) as address:
        chosen = Settings(
            token=TOKEN,
            secret=SECRET,
            api_url=address,
            updates_per_minute=updates_per_minute,
            send_limits=False,
            _env_file=None,
        )
        assistant = Assistant(chosen, database, knowledge, languages, lambda: NOW, broadcast_outbox=FakeOutbox())
        await admit_cast(assistant)
        application = build(assistant)
        async with application:
            yield Room(world, application)
        assistant.searches.close()


@pytest.fixture
def officer(room: Room) -> Person:
    """An officer whose client is Georgian."""
    return room.person("officer-tbilisi")


@pytest.fixture
def administrator(room: Room) -> Person:
    """A person whose client is English."""
    return room.person("administrator")
