"""The ledger: each outcome is stored by itself, also by many at once, and after the database was gone."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import ledger as module
from bot.database import Database
from bot.ledger import Ledger
from bot.models import DeliveryState
from bot.services.deliveries.outcomes import Outcome, sent
from bot.services.deliveries.recording import Attempt
from tests.conftest import NOW
from tests.deliveries import OWNER, claim, message, put, states
from tests.members import add


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    """A database in a file, with three claimed deliveries."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'db'}")
    await database.upgrade()
    await put(database, message(), *[await add(database, chat_id) for chat_id in (11, 12, 13)])
    await claim(database)
    return database


async def test_many_outcomes_at_once_are_all_stored(database: Database) -> None:
    ledger = Ledger(database)
    await asyncio.gather(*(ledger.note(Attempt(number, OWNER, NOW), sent(42)) for number in (1, 2, 3)))
    assert await states(database) == [DeliveryState.SENT] * 3
    await ledger.close()
    await database.close()


async def test_after_a_failure_it_goes_on_with_another_connection(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, used = Ledger(database), []

    async def fail(connection: AsyncConnection, attempt: Attempt, outcome: Outcome) -> None:
        used.append(connection)
        raise SQLAlchemyError

    with monkeypatch.context() as patched:
        patched.setattr(module, "record", fail)
        with pytest.raises(SQLAlchemyError):
            await ledger.note(Attempt(1, OWNER, NOW), sent(42))
    assert used[0].closed
    await ledger.note(Attempt(1, OWNER, NOW), sent(42))
    assert (await states(database))[0] is DeliveryState.SENT
    await ledger.close()
    await database.close()
