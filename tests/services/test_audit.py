"""The audit log: adding records, also many at once, listing them, and deleting old ones."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from bot.database import Database
from bot.models import AuditRecord, Channel, Member
from bot.services import audit, people
from tests.audit_log import ENTRY, execute, fill, head_of, verified
from tests.conftest import NOW

DAY = dt.timedelta(days=1)
WRITERS = 40


@pytest.fixture
async def stored(tmp_path: Path) -> AsyncIterator[Database]:
    """A database in a file, so that each session has a connection of its own."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")
    await database.upgrade()
    yield database
    await database.close()


async def sequences(database: Database) -> list[int]:
    """Return the numbers of all records in their order."""
    async with database.session() as session:
        return list((await session.exec(select(AuditRecord.sequence).order_by(col(AuditRecord.sequence)))).all())


async def prune(database: Database, before: dt.datetime) -> int:
    """Delete old records and commit."""
    async with database.session() as session:
        pruned = await audit.prune(session, before, NOW + 100 * DAY)
        await session.commit()
    return pruned


async def test_records_number_themselves_and_repeat_the_hash_before(database: Database) -> None:
    async with database.session() as session:
        first = await audit.record(session, ENTRY, NOW)
        second = await audit.record(session, ENTRY, NOW)
        await session.commit()
    assert (first.sequence, first.previous_hash) == (1, "0" * 64)
    assert (second.sequence, second.previous_hash) == (2, first.hash)


async def test_a_record_is_lost_with_the_transaction_it_belongs_to(database: Database) -> None:
    async with database.session() as session:
        await people.enrol(session, Channel.TELEGRAM, 7, NOW)
        await audit.record(session, ENTRY, NOW)
        await session.rollback()
        assert await people.find(session, Channel.TELEGRAM, 7) is None
    assert await sequences(database) == []


async def test_times_of_any_zone_are_recorded_as_one_instant(database: Database) -> None:
    local = NOW.astimezone(dt.timezone(dt.timedelta(hours=4)))
    async with database.session() as session:
        assert (await audit.record(session, ENTRY, local)).at.isoformat() == "2026-11-24T09:00:00+00:00"
        await session.commit()
    assert (await verified(database)).first_break is None


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    async with database.session() as session:
        with pytest.raises(ValueError, match="needs a zone"):
            await audit.record(session, ENTRY, NOW.replace(tzinfo=None))


async def test_concurrent_writers_keep_one_chain(stored: Database) -> None:
    """Each looks something up first, as a handler does: a snapshot that is old when the record is written."""

    async def work(number: int) -> None:
        async with stored.session() as session:
            await people.find(session, Channel.TELEGRAM, number)
            await audit.head(session)
            await asyncio.sleep(0)
            await audit.record(session, ENTRY, NOW)
            await asyncio.sleep(0)
            await session.commit()

    await asyncio.gather(*map(work, range(WRITERS)))
    assert await sequences(stored) == list(range(1, WRITERS + 1))
    assert (await verified(stored)).first_break is None


async def test_writers_with_work_of_their_own_and_another_process_keep_one_chain(
    stored: Database, tmp_path: Path
) -> None:
    other = Database(f"sqlite+aiosqlite:///{tmp_path / 'ilecu.db'}")

    async def work(number: int) -> None:
        async with (stored, other)[number % 2].session() as session:
            await people.enrol(session, Channel.TELEGRAM, number, NOW)
            await audit.record(session, ENTRY, NOW)
            await (session.commit() if number % 4 else session.rollback())

    await asyncio.gather(*map(work, range(WRITERS)))
    await other.close()
    async with stored.session() as session:
        members = (await session.exec(select(Member))).all()
    assert len(members) == WRITERS * 3 // 4
    assert await sequences(stored) == list(range(1, len(members) + 1))
    assert (await verified(stored)).first_break is None


async def test_verifying_and_pruning_among_writers_finds_no_break(stored: Database) -> None:
    await fill(stored, 30)

    async def write() -> None:
        async with stored.session() as session:
            await audit.record(session, ENTRY, NOW + 40 * DAY)
            await session.commit()

    others = [*(prune(stored, NOW + days * DAY) for days in range(5, 25)), *(write() for _ in range(20))]
    tasks = [asyncio.create_task(other) for other in others]
    found = [await verified(stored) for _ in range(5)]
    await asyncio.gather(*tasks)
    found.append(await verified(stored))
    assert [verification.first_break for verification in found] == [None] * 6


@pytest.mark.parametrize(
    ("limit", "before", "expected"),
    [(3, None, [12, 11, 10]), (3, 10, [9, 8, 7]), (3, 2, [1]), (3, 1, []), (99, None, list(range(12, 0, -1)))],
)
async def test_the_latest_come_first_and_pages_follow_each_other(
    database: Database, limit: int, before: int | None, expected: list[int]
) -> None:
    await fill(database, 12)
    async with database.session() as session:
        listing = await audit.latest(session, limit, before)
    assert [record.sequence for record in listing.records] == expected
    assert (listing.oldest, listing.newest) == (1, 12)


async def test_old_records_are_deleted_and_the_log_says_so(database: Database) -> None:
    await fill(database, 5)
    async with database.session() as session:
        third = await session.get_one(AuditRecord, 3)
    assert await prune(database, NOW + 3 * DAY) == 3
    async with database.session() as session:
        listing = await audit.latest(session, 1)
    (said,) = listing.records
    assert (said.action, said.object, said.actor) == (audit.Action.AUDIT_PRUNED, "audit:3", audit.SYSTEM)
    assert said.details == f'{{"hash":"{third.hash}","records":3}}'
    assert (listing.oldest, listing.newest) == (4, 6)


async def test_what_is_left_can_be_verified(database: Database) -> None:
    await fill(database, 5)
    noted = await head_of(database)
    await prune(database, NOW + DAY)
    await prune(database, NOW + 3 * DAY)
    found = await verified(database, noted)
    assert (found.start.sequence, found.records, found.first_break) == (3, 4, None)


async def test_a_log_that_is_old_altogether_goes_on_from_its_head(database: Database) -> None:
    await fill(database, 5)
    noted = await head_of(database)
    assert await prune(database, NOW + 50 * DAY) == 5
    assert await sequences(database) == [6]
    assert (await verified(database, noted)).first_break is None


@pytest.mark.parametrize("records", [0, 5])
async def test_without_old_records_nothing_is_deleted_or_recorded(database: Database, records: int) -> None:
    await fill(database, records)
    assert await prune(database, NOW) == 0
    assert await sequences(database) == list(range(1, records + 1))


async def test_an_old_record_behind_a_young_one_is_kept(database: Database) -> None:
    """A clock that was put right must not tear a hole into the chain."""
    async with database.session() as session:
        for days in (0, 5, 1):
            await audit.record(session, ENTRY, NOW + days * DAY)
        await session.commit()
    assert await prune(database, NOW + 3 * DAY) == 1
    assert await sequences(database) == [2, 3, 4]


async def test_after_deleting_old_records_the_others_still_cannot_be_deleted(database: Database) -> None:
    await fill(database, 5)
    await prune(database, NOW + 3 * DAY)
    with pytest.raises(DBAPIError, match="cannot be deleted"):
        await execute(database, "DELETE FROM audit_record WHERE sequence = 4")
