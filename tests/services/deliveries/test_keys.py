"""Finding deliveries by how their keys begin."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import col, select

from bot.database import Database
from bot.models import Delivery
from bot.services.deliveries.keys import begins_with
from tests.conftest import NOW
from tests.members import add

KEYS = ("reminder:7:1", "reminder:7:12", "reminder:70:1", "reminder:6:1", "Reminder:7:1", "reminder:7", "reminder_7:1")


@pytest.fixture
async def filled(database: Database) -> Database:
    """Deliveries with these keys."""
    await add(database, 1)
    given: dict[str, Any] = {"member_id": 1, "kind": "reminder", "payload": {}, "priority": 0, "due_at": NOW}
    async with database.session() as session:
        session.add_all(Delivery(key=key, **given) for key in KEYS)
        await session.commit()
    return database


@pytest.mark.parametrize(
    ("prefix", "found"),
    [("reminder:7:", {"reminder:7:1", "reminder:7:12"}), ("reminder_", {"reminder_7:1"}), ("none:", set())],
)
async def test_those_that_begin_so_are_found_and_no_others(filled: Database, prefix: str, found: set[str]) -> None:
    async with filled.session() as session:
        assert set((await session.exec(select(Delivery.key).where(begins_with(prefix)))).all()) == found


async def test_they_are_found_in_the_index(filled: Database) -> None:
    query = select(col(Delivery.id)).where(begins_with("reminder:7:"))
    async with filled.engine.connect() as connection:
        text = str(query.compile(filled.engine.sync_engine, compile_kwargs={"literal_binds": True}))
        if filled.engine.dialect.name == "postgresql":
            await connection.execute(sa.text("SET enable_seqscan = off"))
            text = f"EXPLAIN {text}"
        else:
            text = f"EXPLAIN QUERY PLAN {text}"
        plan = str((await connection.execute(sa.text(text.replace(":", r"\:")))).all())
    assert "Index Cond" in plan or "USING INDEX" in plan or "USING COVERING INDEX" in plan
