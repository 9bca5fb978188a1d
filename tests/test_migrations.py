"""Migrations of a database that is in use: no row is lost, no number is given twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.database import MIGRATIONS, Database, migration_config, upgrade
from tests.members import add

MEMBER = "INSERT INTO member (id, channel, chat_id, created_at) VALUES (3, 'telegram', 7, '2026-11-24')"
FEEDBACK = (
    "INSERT INTO feedback (member_id, article_id, locale, helpful, given_at) "
    "VALUES (3, 'hot-pursuit', 'en', 1, '2026-11-24')"
)
GRANT = "INSERT INTO \"grant\" (member_id, role, scope, granted_at) VALUES (3, 'officer', '', '2026-11-24')"
REVISIONS = [path.name[:4] for path in sorted((MIGRATIONS / "versions").glob("0*.py"))]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A database in a file, as in an installation, without tables."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")
    yield database
    await database.close()


async def execute(database: Database, *statements: str) -> None:
    """Run SQL."""
    async with database.engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def start_at(database: Database, revision: str) -> None:
    """Make the tables of an earlier version."""
    async with database.engine.begin() as connection:
        await connection.run_sync(upgrade, revision)


async def rows(database: Database, query: str) -> list[tuple[object, ...]]:
    """Return what a query finds."""
    async with database.engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(text(query))]


@pytest.mark.parametrize("revision", REVISIONS)
async def test_what_belongs_to_a_member_survives_the_way_from_every_version(database: Database, revision: str) -> None:
    await start_at(database, revision)
    await execute(database, MEMBER, FEEDBACK, *([] if revision == "0001" else [GRANT]))
    await database.upgrade()
    assert await rows(database, "SELECT id, chat_id FROM member") == [(3, 7)]
    assert await rows(database, "SELECT member_id, article_id FROM feedback") == [(3, "hot-pursuit")]
    assert len(await rows(database, 'SELECT 1 FROM "grant" WHERE member_id = 3')) == (revision != "0001")


async def test_foreign_keys_are_enforced_again_after_an_upgrade(database: Database) -> None:
    await database.upgrade()
    assert await rows(database, "PRAGMA foreign_keys") == [(1,)]
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        await execute(database, FEEDBACK)


async def test_foreign_keys_are_enforced_again_after_an_upgrade_that_failed(database: Database) -> None:
    await execute(database, "CREATE TABLE member (id INTEGER)")
    with pytest.raises(OperationalError, match="already exists"):
        await database.upgrade()
    assert await rows(database, "PRAGMA foreign_keys") == [(1,)]


async def test_deleting_a_member_still_takes_along_what_belongs_to_them(database: Database) -> None:
    await start_at(database, "0002")
    await execute(database, MEMBER, FEEDBACK, GRANT)
    await database.upgrade()
    await execute(database, "DELETE FROM member")
    assert await rows(database, 'SELECT 1 FROM feedback UNION ALL SELECT 1 FROM "grant"') == []


async def test_the_number_of_a_deleted_member_is_not_given_again(database: Database) -> None:
    await start_at(database, "0004")
    await execute(database, MEMBER)
    await database.upgrade()
    newest = await add(database, 8)
    await execute(database, "DELETE FROM member")
    assert await add(database, 9) > newest > 3


async def test_the_new_table_of_members_keeps_its_rules(database: Database) -> None:
    await database.upgrade()
    await execute(database, MEMBER)
    for statement in (MEMBER.replace("3", "4"), MEMBER.replace("3", "NULL")):
        with pytest.raises(IntegrityError, match="UNIQUE"):
            await execute(database, statement)
    with pytest.raises(IntegrityError, match="country_is_a_code"):
        await execute(database, "UPDATE member SET country = 'SRB'")
    indexes = await rows(database, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'member'")
    assert ("ix_member_country",) in indexes


async def test_taking_the_numbering_back_loses_nothing(database: Database) -> None:
    await database.upgrade()
    await execute(database, MEMBER)
    async with database.engine.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(migration_config(sync), "0004"))
    assert await rows(database, "SELECT id, chat_id FROM member") == [(3, 7)]
    await execute(database, "UPDATE member SET country = 'RS'")
    with pytest.raises(IntegrityError, match="country_is_a_code"):
        await execute(database, "UPDATE member SET country = 'SRB'")


async def test_migrations_are_numbered_in_their_order(database: Database) -> None:
    def numbers(connection: Connection) -> list[str]:
        scripts = ScriptDirectory.from_config(migration_config(connection))
        return [script.revision for script in scripts.walk_revisions()][::-1]

    async with database.engine.connect() as connection:
        assert await connection.run_sync(numbers) == REVISIONS
