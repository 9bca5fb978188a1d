"""Deliveries by the batch, or by what else they share: paused, resumed, cancelled, counted."""

import datetime as dt
from collections import Counter

import sqlalchemy as sa
from sqlalchemy import ColumnElement, delete, update
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, PausedBatch
from bot.services.deliveries.keys import begins_with
from bot.services.deliveries.states import WAITING, WITHOUT_OBJECTS


async def pause(session: AsyncSession, batch: str) -> None:
    """Hold back what is still to be sent of a batch; what is claimed goes out. The caller commits."""
    await session.merge(PausedBatch(batch=batch))
    await session.flush()
    await _move(session, batch, DeliveryState.DUE, DeliveryState.PAUSED)


async def resume(session: AsyncSession, batch: str) -> None:
    """Go on with a batch; the caller commits."""
    await session.exec(delete(PausedBatch).where(col(PausedBatch.batch) == batch))
    await _move(session, batch, DeliveryState.PAUSED, DeliveryState.DUE)


async def cancel_batch(session: AsyncSession, batch: str, now: dt.datetime) -> None:
    """Send nothing more of a batch; the caller commits."""
    await session.exec(delete(PausedBatch).where(col(PausedBatch.batch) == batch))
    await _cancel(session, col(Delivery.batch) == batch, now)


async def cancel_of_member(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
    """Send nothing more to a member; a step of `bot.services.leaving`. The caller commits."""
    await _cancel(session, col(Delivery.member_id) == member_id, now)


async def cancel_cause(session: AsyncSession, cause: str, now: dt.datetime) -> None:
    """Send nothing more of a cause, as `reminder:7`, or of those within it, as `reminder:7:day`. The caller commits."""
    await _cancel(session, begins_with(f"{cause}:"), now)


async def cancel_cause_of_member(session: AsyncSession, cause: str, member_id: int, now: dt.datetime) -> None:
    """Send nothing more of a cause to one member; the caller commits."""
    await _cancel(session, sa.and_(col(Delivery.member_id) == member_id, begins_with(f"{cause}:")), now)


async def counts(session: AsyncSession, batch: str) -> Counter[DeliveryState]:
    """Return how many deliveries of a batch are in each state; together they are its audience."""
    query = select(Delivery.state, func.count()).where(Delivery.batch == batch).group_by(col(Delivery.state))
    return Counter({DeliveryState(state): number for state, number in (await session.exec(query)).all()})


async def failures(session: AsyncSession, batch: str) -> Counter[str]:
    """Return how often deliveries of a batch failed for each reason (`bot.services.deliveries.failures.Failure`)."""
    failed = (Delivery.batch == batch, Delivery.state == DeliveryState.FAILED)
    query = select(Delivery.error, func.count()).where(*failed).group_by(col(Delivery.error))
    return Counter({str(error): number for error, number in (await session.exec(query)).all()})


async def _move(session: AsyncSession, batch: str, old: DeliveryState, new: DeliveryState) -> None:
    moving = update(Delivery).where(col(Delivery.batch) == batch, col(Delivery.state) == old).values(state=new)
    await session.exec(moving, execution_options=WITHOUT_OBJECTS)


async def _cancel(session: AsyncSession, which: ColumnElement[bool], now: dt.datetime) -> None:
    """Cancel also what is claimed: should its attempt fail, there is no other one."""
    is_open = col(Delivery.state).in_([*WAITING, DeliveryState.CLAIMED])
    values = {"state": DeliveryState.CANCELLED, "ended_at": now, "lease_owner": None, "lease_until": None}
    await session.exec(update(Delivery).where(which, is_open).values(**values), execution_options=WITHOUT_OBJECTS)
