"""Deliveries for tests: put into the queue, claimed, and looked at."""

import datetime as dt
from typing import Any

from sqlmodel import col, select

from bot.database import Database
from bot.models import Delivery, DeliveryState, Priority
from bot.services.deliveries import claiming
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.outcomes import Outcome
from bot.services.deliveries.queue import Message, enqueue
from bot.services.deliveries.recording import Attempt, record
from tests.conftest import NOW

OWNER = "process:1"
MINUTE = dt.timedelta(minutes=1)


def message(**fields: object) -> Message:
    """Return a message that is due; keyword arguments replace its fields."""
    given: dict[str, Any] = {"kind": "reminder", "cause": "reminder:7", "due_at": NOW, "payload": {"event": 7}}
    return Message(**(given | fields))


async def put(database: Database, wanted: Message, *member_ids: int) -> None:
    """Put a message into the queue."""
    async with database.session() as session:
        await enqueue(session, wanted, member_ids)
        await session.commit()


async def claim(
    database: Database, now: dt.datetime = NOW, owner: str = OWNER, priority: Priority = Priority.PERSONAL
) -> list[Claim]:
    """Claim what is due, ten at most."""
    async with database.session() as session:
        claims = await claiming.claim(session, priority, 10, owner, now)
        await session.commit()
    return claims


async def note(database: Database, claimed: Claim, outcome: Outcome, now: dt.datetime = NOW) -> None:
    """Record what became of a claimed delivery."""
    async with database.session() as session:
        assert claimed.delivery.id is not None
        await record(await session.connection(), Attempt(claimed.delivery.id, OWNER, now), outcome)
        await session.commit()


async def rows(database: Database) -> list[Delivery]:
    """Return all deliveries, oldest first."""
    async with database.session() as session:
        return list((await session.exec(select(Delivery).order_by(col(Delivery.id)))).all())


async def states(database: Database) -> list[DeliveryState]:
    """Return the states of all deliveries, oldest first."""
    return [row.state for row in await rows(database)]
