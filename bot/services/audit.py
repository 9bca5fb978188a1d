"""The audit log: who did what to which object, and when. The rest of the assistant needs this module alone."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AuditCheckpoint, AuditRecord
from bot.models.audit import Action
from bot.services.audit_chain import Head, Verification, checkpoint, export, fingerprint, head, lock, verify
from bot.services.audit_entry import CLI, SYSTEM, Entry, pseudonym

__all__ = [
    "CLI",
    "SYSTEM",
    "Action",
    "Entry",
    "Head",
    "Listing",
    "Verification",
    "export",
    "head",
    "latest",
    "prune",
    "pseudonym",
    "record",
    "verify",
]


@dataclass(frozen=True)
class Listing:
    """A few records that follow each other.

    Attributes:
        records: newest first; empty where there are none.
        oldest: sequence of the oldest record that is kept.
        newest: sequence of the newest one; lower than `oldest` while the log is empty.
    """

    records: tuple[AuditRecord, ...]
    oldest: int
    newest: int


async def record(session: AsyncSession, entry: Entry, now: dt.datetime) -> AuditRecord:
    """Append a record; the caller commits, so that what was done and its record are kept or lost together.

    Until then every other writer waits: call it last, and send nothing between it and the commit.

    Raises:
        ValueError: the time is naive.
        sqlalchemy.exc.OperationalError: another transaction wrote for longer than the busy timeout (SQLite).
    """
    if now.tzinfo is None:
        raise ValueError("an instant needs a zone")
    await lock(session)
    before = await head(session)
    added = AuditRecord(
        sequence=before.sequence + 1,
        at=now.astimezone(dt.UTC),
        actor=entry.actor,
        action=entry.action,
        object=entry.object,
        details=entry.details_text(),
        previous_hash=before.hash,
        hash="",
    )
    added.hash = fingerprint(added.model_dump())
    session.add(added)
    await session.flush()
    return added


async def latest(session: AsyncSession, limit: int, before: int | None = None) -> Listing:
    """Return up to `limit` records, newest first.

    Args:
        session: reads.
        limit: at least 1.
        before: only records with a lower sequence; None for the newest.
    """
    query = select(AuditRecord).order_by(col(AuditRecord.sequence).desc()).limit(limit)
    if before is not None:
        query = query.where(col(AuditRecord.sequence) < before)
    records = tuple((await session.exec(query)).all())
    return Listing(records, (await checkpoint(session)).sequence + 1, (await head(session)).sequence)


async def prune(session: AsyncSession, before: dt.datetime, now: dt.datetime) -> int:
    """Delete the records from the start of the chain up to the first one that is not older than `before`.

    The checkpoint takes the place of the last one deleted, and a record says so. The caller commits, and verifies
    first: what is deleted cannot be verified any more.

    Returns:
        How many were deleted; 0 changes nothing.
    """
    start = await lock(session)
    kept = (await session.exec(select(func.min(AuditRecord.sequence)).where(col(AuditRecord.at) >= before))).one()
    last = kept - 1 if kept is not None else (await head(session)).sequence
    if last <= start.sequence:
        return 0
    reached = (await session.exec(select(AuditRecord.hash).where(AuditRecord.sequence == last))).one()
    await session.exec(update(AuditCheckpoint).values(sequence=last, hash=reached))
    await session.exec(delete(AuditRecord).where(col(AuditRecord.sequence) <= last))
    pruned = last - start.sequence
    await record(
        session, Entry(SYSTEM, Action.AUDIT_PRUNED, f"audit:{last}", {"hash": reached, "records": pruned}), now
    )
    return pruned
