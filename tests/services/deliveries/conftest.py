"""The engine's tests run on SQLite, and on PostgreSQL too where TEST_POSTGRES has the address of an empty one."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database import Database

POSTGRES = os.environ.get("TEST_POSTGRES")


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with all tables, that several connections can use."""
    database = Database(str(POSTGRES) if request.param == "postgresql" else f"sqlite+aiosqlite:///{tmp_path / 'db'}")
    await database.upgrade()
    yield database
    if request.param == "postgresql":
        async with database.engine.begin() as connection:
            await connection.execute(text("DROP SCHEMA public CASCADE"))
            await connection.execute(text("CREATE SCHEMA public"))
    await database.close()
