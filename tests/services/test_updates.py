"""Ids of finished updates: kept by bot, in order, and not for ever."""

import pytest

from bot.database import Database
from bot.services import updates

BOT = 123456789


async def test_what_was_done_is_known_in_its_order(database: Database) -> None:
    async with database.session() as session:
        await updates.record(session, BOT, [7, 5])
        await updates.record(session, BOT, [6])
        assert await updates.finished(session, BOT) == [7, 5, 6]


async def test_another_bot_counts_by_itself(database: Database) -> None:
    async with database.session() as session:
        await updates.record(session, BOT, [7])
        assert await updates.finished(session, BOT + 1) == []


async def test_the_oldest_are_forgotten(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "KEPT", 2)
    async with database.session() as session:
        await updates.record(session, BOT, [1, 2])
        await updates.record(session, BOT, [3, 4, 5])
        assert await updates.finished(session, BOT) == [4, 5]
