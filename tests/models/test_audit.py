"""The audit log in the database: what its triggers allow."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Executable, Insert, literal_column, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from bot.database import Database
from bot.models import AuditRecord
from bot.models.audit import Action
from tests.audit_log import change, execute, fill, head_of, move_checkpoint
from tests.conftest import NOW

COLUMNS = ("sequence", "at", "actor", "action", "object", "details", "previous_hash", "hash")


@pytest.fixture
async def log(database: Database) -> Database:
    """A log of five records."""
    await fill(database, 5)
    return database


def insert(sequence: str, previous: int, *prefixes: str) -> Insert:
    """Return the statement that adds a record with a number, written in SQL, behind the one numbered `previous`."""
    repeated = (AuditRecord.at, AuditRecord.actor, AuditRecord.action, AuditRecord.object, AuditRecord.details)
    values: list[Any] = [literal_column(sequence), *repeated, AuditRecord.hash, literal_column("'f'")]
    behind = sa.select(*values).where(col(AuditRecord.sequence) == previous)
    adding = sa.insert(AuditRecord).from_select(COLUMNS, behind)
    return adding.prefix_with(*prefixes)


async def rows(database: Database) -> list[tuple[object, ...]]:
    """Return all records as the database has them."""
    async with database.engine.connect() as connection:
        return [tuple(row) for row in await connection.execute(text("SELECT * FROM audit_record ORDER BY sequence"))]


async def test_a_record_comes_back_as_it_was_written(log: Database) -> None:
    async with log.session() as session:
        record = await session.get_one(AuditRecord, 1)
    assert (record.at, record.action, record.details) == (NOW, Action.CONTACT_VIEWED, '{"page":2}')


@pytest.mark.parametrize("column", COLUMNS)
async def test_no_column_of_a_record_can_be_changed(log: Database, column: str) -> None:
    before = await rows(log)
    with pytest.raises(DBAPIError, match="cannot be changed"):
        await execute(log, change(column, column, 3))
    assert await rows(log) == before


@pytest.mark.parametrize("which", [[1], [3], [5], [1, 2, 3, 4, 5]])
async def test_no_record_can_be_deleted(log: Database, which: list[int]) -> None:
    with pytest.raises(DBAPIError, match="cannot be deleted"):
        await execute(log, sa.delete(AuditRecord).where(col(AuditRecord.sequence).in_(which)))
    assert len(await rows(log)) == 5


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(insert("5", 4), id="a number twice"),
        pytest.param(insert("7", 5), id="a gap"),
        pytest.param(insert("6", 4), id="behind another record"),
        pytest.param(insert("3", 2, "OR REPLACE"), id="in place of another"),
        pytest.param(insert("NULL", 5), id="without a number"),
    ],
)
async def test_a_record_must_follow_the_head(log: Database, statement: Insert) -> None:
    before = await rows(log)
    with pytest.raises(DBAPIError, match="must follow the head"):
        await execute(log, statement)
    assert await rows(log) == before


async def test_a_record_that_follows_the_head_is_taken(log: Database) -> None:
    await execute(log, insert("6", 5))
    assert (await head_of(log)).sequence == 6


async def test_records_up_to_the_checkpoint_can_be_deleted_and_no_others(log: Database) -> None:
    await execute(log, move_checkpoint(2), "DELETE FROM audit_record WHERE sequence <= 2")
    with pytest.raises(DBAPIError, match="cannot be deleted"):
        await execute(log, "DELETE FROM audit_record WHERE sequence = 3")
    assert [row[0] for row in await rows(log)] == [3, 4, 5]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE audit_checkpoint SET sequence = 4", id="hash of another record"),
        pytest.param("UPDATE audit_checkpoint SET sequence = 9", id="no such record"),
        pytest.param("UPDATE audit_checkpoint SET hash = 'f'", id="another hash"),
        pytest.param(move_checkpoint(1), id="back"),
        pytest.param("DELETE FROM audit_checkpoint", id="deleted"),
        pytest.param("INSERT INTO audit_checkpoint VALUES (2, 5, 'f')", id="a second one"),
        pytest.param("REPLACE INTO audit_checkpoint VALUES (1, 5, 'f')", id="replaced"),
    ],
)
async def test_the_checkpoint_stays_or_moves_on_to_a_record(log: Database, statement: str | Executable) -> None:
    await execute(log, move_checkpoint(2))
    with pytest.raises(DBAPIError, match="audit log: the"):
        await execute(log, statement)
