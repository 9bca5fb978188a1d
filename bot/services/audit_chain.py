"""The chain of the audit log: its head, its order among writers, and the proof that nobody changed it.

The hash of a record is the SHA-256 of its other fields, with the hash of the record before among them, as canonical
JSON: keys sorted, no blanks, ASCII, the time in UTC with microseconds. There is no secret in it: who may write to the
database past its triggers could make a whole new chain. The head, noted elsewhere, is what shows that.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AuditCheckpoint, AuditRecord
from bot.models.audit import HASH_LENGTH, Action

Fields = Mapping[str, object]
"""A record by the names of its columns."""
ROWS_AT_ONCE = 500
HEAD = re.compile(rf"(\d+):([0-9a-f]{{{HASH_LENGTH}}})")


@dataclass(frozen=True)
class Head:
    """A place in the chain: a record's sequence and hash; written as `12:0a1b…`."""

    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` wrote.

        Raises:
            ValueError: it is something else.
        """
        match = HEAD.fullmatch(text.strip())
        if match is None:
            raise ValueError("expected a number, a colon and 64 hexadecimal digits, as `ilecu audit head` prints them")
        return cls(int(match[1]), match[2])


@dataclass(frozen=True)
class Verification:
    """What a look at the whole chain found.

    Attributes:
        start: the checkpoint that the chain follows; what came before was deleted by retention.
        records: how many were found unchanged, from the start to the head or to the break.
        head: the last unchanged one.
        first_break: sequence of the first record that is missing or not as it was written; that of the checkpoint if
            no record of a deletion accounts for it. None for an unbroken chain.
    """

    start: Head
    records: int
    head: Head
    first_break: int | None = None


async def lock(session: AsyncSession) -> Head:
    """Make this transaction the only writer of the log until it ends, and return the checkpoint.

    An UPDATE that changes nothing does it in both databases: SQLite starts its write transaction here, on the newest
    state, and waits while another one writes (busy timeout); PostgreSQL locks the row. A SELECT in its place would let
    two writers of SQLite see the same head.

    Raises:
        sqlalchemy.exc.OperationalError: another transaction wrote for longer than the busy timeout.
    """
    touch = sa.update(AuditCheckpoint).values(sequence=AuditCheckpoint.sequence)
    locked = await session.exec(
        touch.returning(col(AuditCheckpoint.sequence), col(AuditCheckpoint.hash)),
        execution_options={"synchronize_session": False},
    )
    return Head(*locked.one())


async def head(session: AsyncSession) -> Head:
    """Return the place of the newest record; the checkpoint's if the log is empty."""
    newest = select(AuditRecord.sequence, AuditRecord.hash).order_by(col(AuditRecord.sequence).desc()).limit(1)
    found = (await session.exec(newest)).one_or_none()
    return Head(*found) if found else await checkpoint(session)


async def checkpoint(session: AsyncSession) -> Head:
    """Return the place of the last record that retention deleted; (0, zeros) if there is none."""
    return Head(*(await session.exec(select(AuditCheckpoint.sequence, AuditCheckpoint.hash))).one())


def canonical(fields: Fields) -> str:
    """Return fields as canonical JSON; what no record of ours can hold is written as Python does, and never fails."""
    return json.dumps(
        dict(fields) | {"at": _instant(fields["at"])}, sort_keys=True, separators=(",", ":"), default=repr
    )


def fingerprint(fields: Fields) -> str:
    """Return what the hash of a record must be, from its other fields."""
    content = canonical({name: value for name, value in fields.items() if name != "hash"})
    return hashlib.sha256(content.encode()).hexdigest()


async def export(session: AsyncSession) -> AsyncIterator[str]:
    """Yield each record as one line of canonical JSON, oldest first, also one that somebody has damaged.

    Who has the lines can verify them: a line without its `hash` is what the hash is made of.
    """
    async for fields in _stored(session):
        yield canonical(fields)


async def verify(session: AsyncSession, noted: Head | None = None) -> Verification:
    """Read the whole chain and find the first break.

    Args:
        session: reads.
        noted: a head that was noted earlier. Without one, a tail that was cut off, or a chain that was made anew,
            looks unbroken. One that lies before `Verification.start` is not compared.
    """
    while True:
        start = await checkpoint(session)
        found = await _walk(session, start, noted)
        # a deletion in between moves the start on, and what was read does not follow the old one
        if found.first_break is None or start == await checkpoint(session):
            return found


async def _walk(session: AsyncSession, start: Head, noted: Head | None) -> Verification:
    """Follow the chain from a checkpoint."""
    last, accounted = start, start.sequence == 0
    async for fields in _stored(session):
        if not _follows(fields, last) or _contradicts(noted, Head(last.sequence + 1, str(fields["hash"]))):
            return Verification(start, last.sequence - start.sequence, last, last.sequence + 1)
        last = Head(last.sequence + 1, str(fields["hash"]))
        accounted = accounted or _accounts_for(fields, start)
    first_break = None
    if not accounted or _contradicts(noted, start):
        first_break = start.sequence
    elif noted is not None and noted.sequence > last.sequence:
        first_break = last.sequence + 1
    return Verification(start, last.sequence - start.sequence, last, first_break)


def _follows(fields: Fields, last: Head) -> bool:
    """Tell whether a record is unchanged and the next one."""
    is_next = fields["sequence"] == last.sequence + 1 and fields["previous_hash"] == last.hash
    return is_next and fields["hash"] == fingerprint(fields)


def _contradicts(noted: Head | None, found: Head) -> bool:
    return noted is not None and noted.sequence == found.sequence and noted.hash != found.hash


def _accounts_for(fields: Fields, start: Head) -> bool:
    """Tell whether a record says that the log was deleted up to a checkpoint."""
    is_named = fields["object"] == f"audit:{start.sequence}" and f'"hash":"{start.hash}"' in str(fields["details"])
    return is_named and fields["action"] == Action.AUDIT_PRUNED


async def _stored(session: AsyncSession) -> AsyncIterator[Fields]:
    """Yield the fields of all records as the database has them; a type of ours could fail on what was tampered with."""
    columns = [
        sa.type_coerce(column, sa.types.NullType()).label(column.name) for column in sa.inspect(AuditRecord).columns
    ]
    query = sa.select(*columns).order_by(col(AuditRecord.sequence)).execution_options(yield_per=ROWS_AT_ONCE)
    async for fields in (await session.stream(query)).mappings():
        yield dict(fields)


def _instant(stored: object) -> str:
    """Return a time in UTC with microseconds; SQLite stores it as text without a zone. Anything else stays as it is."""
    try:
        moment = stored if isinstance(stored, dt.datetime) else dt.datetime.fromisoformat(str(stored))
        aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return aware.astimezone(dt.UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        return repr(stored)
