"""The chain: every way of changing the audit log is found, and where."""

import datetime as dt
import hashlib
import json

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import AuditRecord
from bot.services import audit, audit_chain
from bot.services.audit_chain import Head
from tests.audit_log import change, execute, fill, head_of, move_checkpoint, tamper, verified
from tests.conftest import NOW
from tests.postgres import POSTGRES

SWAP = (
    "UPDATE audit_record SET sequence = 99 WHERE sequence = 2",
    "UPDATE audit_record SET sequence = 2 WHERE sequence = 3",
    "UPDATE audit_record SET sequence = 3 WHERE sequence = 99",
)
ANY_TYPE = pytest.mark.skipif(POSTGRES is not None, reason="PostgreSQL keeps no text or number in place of a date")


@pytest.fixture
async def log(database: Database) -> Database:
    """A log of five records."""
    await fill(database, 5)
    return database


async def test_an_unchanged_log_has_no_break(log: Database) -> None:
    assert await verified(log) == audit.Verification(Head(0, "0" * 64), 5, await head_of(log))


async def test_an_empty_log_has_no_break(database: Database) -> None:
    empty = Head(0, "0" * 64)
    assert await verified(database, empty) == audit.Verification(empty, 0, empty)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "'2026-11-26 09:00:00.000001'"),
        ("at", "'yesterday'"),
        pytest.param("at", "20261126", marks=ANY_TYPE),
        pytest.param("at", "'0001-01-01T00:00:00+14:00'", marks=ANY_TYPE),
        ("actor", "'cli'"),
        ("action", "'export'"),
        ("action", "'no_such_action'"),
        ("object", "'unit:ro-ilecu'"),
        ("object", "x'00ff'"),
        ("details", "'{\"page\": 2}'"),
        ("details", "'{'"),
        ("previous_hash", f"'{'1' * 64}'"),
        ("hash", f"'{'0' * 64}'"),
        ("hash", "5"),
    ],
)
@pytest.mark.parametrize("sequence", [1, 3, 5])
async def test_a_changed_column_is_found_and_located(log: Database, column: str, value: str, sequence: int) -> None:
    await tamper(log, change(column, value, sequence))
    found = await verified(log)
    assert (found.first_break, found.records, found.head.sequence) == (sequence, sequence - 1, sequence - 1)


@pytest.mark.parametrize(
    ("statements", "first_break"),
    [
        pytest.param(("UPDATE audit_record SET sequence = 9 WHERE sequence = 5",), 5, id="another number"),
        pytest.param(("DELETE FROM audit_record WHERE sequence = 3",), 3, id="one deleted in the middle"),
        pytest.param(("DELETE FROM audit_record WHERE sequence < 3",), 1, id="the start deleted"),
        pytest.param(SWAP, 2, id="two in another order"),
    ],
)
async def test_records_that_are_missing_or_moved_are_located(
    log: Database, statements: tuple[str, ...], first_break: int
) -> None:
    await tamper(log, *statements)
    assert (await verified(log)).first_break == first_break


async def test_a_changed_record_with_a_hash_that_fits_breaks_the_chain_behind_it(log: Database) -> None:
    async with log.session() as session:
        record = await session.get_one(AuditRecord, 3)
    fitting = audit_chain.fingerprint(record.model_dump() | {"actor": "cli"})
    await tamper(log, change("actor", "'cli'", 3), change("hash", f"'{fitting}'", 3))
    assert (await verified(log)).first_break == 4


async def test_a_tail_that_was_cut_off_is_found_by_the_noted_head(log: Database) -> None:
    noted = await head_of(log)
    await tamper(log, "DELETE FROM audit_record WHERE sequence > 3")
    assert (await verified(log)).first_break is None
    assert (await verified(log, noted)).first_break == 4


async def test_a_log_that_was_written_anew_is_found_by_the_noted_head(log: Database) -> None:
    noted = await head_of(log)
    await tamper(log, "DELETE FROM audit_record")
    async with log.session() as session:
        for _ in range(6):
            await audit.record(session, audit.Entry(audit.CLI, audit.Action.EXPORT, "audit:log"), NOW)
        await session.commit()
    assert (await verified(log)).first_break is None
    assert (await verified(log, noted)).first_break == 5


async def test_a_head_noted_earlier_still_fits_a_longer_log(log: Database) -> None:
    noted = await head_of(log)
    await fill(log, 2)
    assert (await verified(log, noted)).first_break is None


async def test_a_checkpoint_that_no_record_accounts_for_is_a_break(log: Database) -> None:
    await execute(log, move_checkpoint(2), "DELETE FROM audit_record WHERE sequence <= 2")
    assert (await verified(log)).first_break == 2


async def test_a_checkpoint_that_is_not_the_noted_head_is_a_break(log: Database) -> None:
    async with log.session() as session:
        await audit.prune(session, NOW + dt.timedelta(days=2), NOW)
        await session.commit()
    assert (await verified(log, Head(2, "f" * 64))).first_break == 2


async def test_records_that_are_deleted_meanwhile_are_no_break(log: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Verification has read the checkpoint when retention moves it."""
    read, outdated = audit_chain.checkpoint, iter([Head(0, "0" * 64)])

    async def checkpoint(session: AsyncSession) -> Head:
        return next(outdated, None) or await read(session)

    async with log.session() as session:
        await audit.prune(session, NOW + dt.timedelta(days=2), NOW)
        await session.commit()
    monkeypatch.setattr(audit_chain, "checkpoint", checkpoint)
    found = await verified(log)
    assert (found.start.sequence, found.first_break) == (2, None)


async def test_an_exported_line_without_its_hash_is_what_the_hash_is_made_of(log: Database) -> None:
    async with log.session() as session:
        lines = [json.loads(line) async for line in audit.export(session)]
    previous = "0" * 64
    for sequence, line in enumerate(lines, start=1):
        made = line.pop("hash")
        content = json.dumps(line, sort_keys=True, separators=(",", ":"))
        assert (line["sequence"], line["previous_hash"]) == (sequence, previous)
        assert hashlib.sha256(content.encode()).hexdigest() == made
        previous = made
    assert Head(len(lines), previous) == await head_of(log)


async def test_exported_times_are_in_utc_with_microseconds(log: Database) -> None:
    async with log.session() as session:
        first = json.loads(await anext(aiter(audit.export(session))))
    assert first["at"] == "2026-11-24T09:00:00.000000+00:00"


@ANY_TYPE
async def test_a_damaged_record_is_exported_as_it_is(log: Database) -> None:
    await tamper(log, "UPDATE audit_record SET at = 'yesterday' WHERE sequence = 2")
    async with log.session() as session:
        lines = [line async for line in audit.export(session)]
    assert len(lines) == 5
    assert "yesterday" in lines[1]


def test_a_head_is_read_as_it_was_written() -> None:
    head = Head(12, "0a" * 32)
    assert Head.parse(f" {head}\n") == head


@pytest.mark.parametrize("text", ["", "12", "0a" * 32, f"12:{'0a' * 31}", f"x:{'0a' * 32}", f"12:{'0g' * 32}"])
def test_another_text_is_no_head(text: str) -> None:
    with pytest.raises(ValueError, match="expected a number, a colon and 64 hexadecimal digits"):
        Head.parse(text)
