"""The database: pragmas, migrations, and tables that agree with the models."""

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from bot.database import BUSY_TIMEOUT, Database, migration_config, upgrade


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database in a file, as in an installation."""
    return f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}"


async def test_readers_do_not_wait_for_writers_and_foreign_keys_hold(url: str) -> None:
    database = Database(url)
    async with database.engine.connect() as connection:
        pragmas = [
            (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "busy_timeout", "foreign_keys")
        ]
    await database.close()
    assert pragmas == ["wal", BUSY_TIMEOUT, 1]


async def test_an_upgrade_makes_all_tables_and_can_be_repeated(url: str) -> None:
    database = Database(url)
    await database.upgrade()
    await database.upgrade()
    async with database.engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    await database.close()
    assert tables == set(SQLModel.metadata.tables) | {"alembic_version"}


async def test_the_migrations_make_what_the_models_say(url: str) -> None:
    database = Database(url)
    await database.upgrade()
    async with database.engine.begin() as connection:
        await connection.run_sync(lambda sync: command.check(migration_config(sync)))
    await database.close()


async def test_every_migration_can_be_taken_back(url: str) -> None:
    def down_and_up(connection: Connection) -> None:
        command.downgrade(migration_config(connection), "base")
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
        upgrade(connection)

    database = Database(url)
    await database.upgrade()
    async with database.engine.begin() as connection:
        await connection.run_sync(down_and_up)
    await database.close()


async def test_there_is_one_newest_migration(url: str) -> None:
    database = Database(url)
    async with database.engine.begin() as connection:
        heads = await connection.run_sync(lambda sync: ScriptDirectory.from_config(migration_config(sync)).get_heads())
    await database.close()
    assert len(heads) == 1


async def test_data_survive_an_upgrade(url: str, tmp_path: Path) -> None:
    database = Database(url)
    await database.upgrade()
    with sqlite3.connect(tmp_path / "ilecu.db") as connection:
        connection.execute("INSERT INTO member (channel, chat_id, created_at) VALUES ('telegram', 7, '2026-11-24')")
    connection.close()
    await database.upgrade()
    async with database.engine.connect() as checked:
        rows = (await checked.execute(text("SELECT chat_id FROM member"))).all()
    await database.close()
    assert [tuple(row) for row in rows] == [(7,)]


async def test_a_new_file_is_for_its_owner_alone_and_one_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    old.touch(mode=0o640)
    for path in (new, old):
        database = Database(f"sqlite+aiosqlite:///{path}")
        await database.upgrade()
        await database.close()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, old)] == [0o600, 0o640]
