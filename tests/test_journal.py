"""The journal of finished updates."""

import asyncio

import pytest
from sqlalchemy.exc import IntegrityError

from bot.database import Database
from bot.journal import Journal
from bot.services import updates

BOT = 123456789


async def test_a_noted_update_is_known_to_the_next_process(database: Database) -> None:
    await Journal(database, BOT).note(7)
    assert await Journal(database, BOT).read() == [7]


async def test_updates_that_finish_together_share_a_commit(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    record, sizes = updates.record, []

    async def count(session: object, bot_id: int, update_ids: list[int]) -> None:
        sizes.append(len(update_ids))
        await record(session, bot_id, update_ids)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(updates, "record", count)
    journal = Journal(database, BOT)
    await asyncio.gather(*map(journal.note, range(20)))
    assert sorted(await journal.read()) == list(range(20))
    assert len(sizes) < 20


async def test_what_cannot_be_noted_keeps_nobody_from_noting(database: Database) -> None:
    journal = Journal(database, BOT)
    await journal.note(7)
    with pytest.raises(IntegrityError):
        await journal.note(7)
    await journal.note(8)
    assert await journal.read() == [7, 8]
