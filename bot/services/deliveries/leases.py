"""Which process sends in bulk: one at a time, so that the rate holds for the bot and not for each process."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Lease
from bot.models.deliveries import BULK
from bot.services.deliveries.states import WITHOUT_OBJECTS

LEASE = dt.timedelta(seconds=60)
"""How long a process may be silent before others take what it had; it renews its leases long before."""


async def take(session: AsyncSession, owner: str, now: dt.datetime) -> bool:
    """Say whether this process is the one that sends in bulk, and stay it for `LEASE`. The caller commits."""
    is_free = sa.or_(col(Lease.owner) == owner, col(Lease.until) <= now)
    taking = update(Lease).where(col(Lease.name) == BULK, is_free).values(owner=owner, until=now + LEASE)
    result = await session.exec(taking, execution_options=WITHOUT_OBJECTS)
    return bool(result.rowcount)


async def give(session: AsyncSession, owner: str, now: dt.datetime) -> None:
    """Let another process send in bulk at once; the caller commits."""
    giving = update(Lease).where(col(Lease.name) == BULK, col(Lease.owner) == owner).values(until=now)
    await session.exec(giving, execution_options=WITHOUT_OBJECTS)
