"""Audit logs for tests, and what somebody with full access to the database could do to them."""

import datetime as dt

from sqlalchemy import Executable, Update, literal_column, text, update
from sqlmodel import col, select

from bot.database import Database
from bot.models import AuditCheckpoint, AuditRecord
from bot.models.audit import Action
from bot.services import audit
from tests.conftest import NOW

ACTOR = audit.pseudonym(7, b"a key of the tests")
ENTRY = audit.Entry(ACTOR, Action.CONTACT_VIEWED, "unit:hu-ilecu", {"page": 2})


def move_checkpoint(sequence: int) -> Update:
    """Return the statement that moves the checkpoint to a record, as retention does."""
    there = select(AuditRecord.hash).where(AuditRecord.sequence == sequence).scalar_subquery()
    return update(AuditCheckpoint).values(sequence=sequence, hash=there)


def change(column: str, value: str, sequence: int) -> Update:
    """Return the statement that gives a column of a record a value, written in SQL."""
    return update(AuditRecord).where(col(AuditRecord.sequence) == sequence).values({column: literal_column(value)})


async def fill(database: Database, records: int) -> None:
    """Record one thing each day, the first one now."""
    async with database.session() as session:
        for day in range(records):
            await audit.record(session, ENTRY, NOW + dt.timedelta(days=day))
        await session.commit()


async def execute(database: Database, *statements: str | Executable) -> None:
    """Run SQL on the log, with the triggers in force."""
    async with database.engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement) if isinstance(statement, str) else statement)


async def tamper(database: Database, *statements: str | Executable) -> None:
    """Run SQL on the log after dropping its triggers."""
    if database.engine.dialect.name == "postgresql":
        await execute(database, "ALTER TABLE audit_record DISABLE TRIGGER USER", *statements)
        return
    async with database.engine.connect() as connection:
        triggers = (await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))).scalars()
        drops = [f"DROP TRIGGER {name}" for name in triggers]
    await execute(database, *drops, *statements)


async def verified(database: Database, noted: audit.Head | None = None) -> audit.Verification:
    """Return what verifying the log finds."""
    async with database.session() as session:
        return await audit.verify(session, noted)


async def head_of(database: Database) -> audit.Head:
    """Return the head of the log."""
    async with database.session() as session:
        return await audit.head(session)
