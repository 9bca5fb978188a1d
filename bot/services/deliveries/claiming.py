"""Taking what is due, so that no two processes send it; and taking back what a dead process had taken."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import update
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, Member, Priority
from bot.models.deliveries import IS_CLAIMED, IS_DUE
from bot.services.deliveries import turns
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.leases import LEASE
from bot.services.deliveries.outcomes import MAX_ATTEMPTS
from bot.services.deliveries.states import DELIVERIES, WITHOUT_OBJECTS, due_or_paused


@dataclass(frozen=True)
class Claim:
    """A delivery that this process alone may send now, and its receiver as they are now."""

    delivery: Delivery
    member: Member


def _first_due(priority: Priority) -> sa.ScalarSelect[dt.datetime]:
    query = select(Delivery.due_at).where(IS_DUE, col(Delivery.priority) == int(priority))
    return query.order_by(col(Delivery.due_at)).limit(1).scalar_subquery()


UPCOMING = sa.select(*(_first_due(priority).label(priority.name) for priority in Priority))
"""Reads one entry of an index for each priority; made once, because it is asked all the time."""


async def upcoming(session: AsyncSession) -> dict[Priority, dt.datetime]:
    """Return when the next delivery of each priority is due; priorities of which none waits are left out."""
    connection = await session.connection()
    row = (await connection.execute(UPCOMING)).one()
    return {priority: due_at for priority, due_at in zip(Priority, row, strict=True) if due_at is not None}


def _claiming() -> ReturningUpdate[int]:
    """Return the statement that claims.

    What is due is read once, or each row of a join could lock others; it stands inside, because Python's sqlite3 begins
    a transaction for UPDATE, not for WITH.
    """
    row = DELIVERIES.c
    now, until = (sa.bindparam(name, type_=row.due_at.type) for name in ("now", "until"))
    due = (
        sa.select(row.id, row.member_id, row.due_at)
        .where(IS_DUE, row.priority == sa.bindparam("chosen"), row.due_at <= now, ~turns.is_held())
        .order_by(row.due_at, row.id)
        .limit(sa.bindparam("limit", type_=sa.Integer))
        .with_for_update(skip_locked=True, of=DELIVERIES)
        .cte("due", nesting=True)
    )
    return (
        update(DELIVERIES)
        .where(row.id.in_(turns.firsts(due)))
        .values(state=DeliveryState.CLAIMED, lease_owner=sa.bindparam("owner"), lease_until=until)
        .returning(row.id)
    )


CLAIMING = _claiming()
"""Made once: to make it takes longer than to carry it out."""


async def claim(session: AsyncSession, priority: Priority, limit: int, owner: str, now: dt.datetime) -> list[Claim]:
    """Claim what is due, oldest first, at most `limit` and one a receiver (`bot.services.deliveries.turns`).

    The caller commits.

    Returns:
        [] when nothing is due, or it waits for its turn.
    """
    await turns.queue_up(session)
    leased = {"owner": owner, "until": now + LEASE}
    chosen = {"chosen": int(priority), "now": now, "soon": now + turns.SOON, "limit": limit}
    connection = await session.connection()
    ids = (await connection.execute(CLAIMING, chosen | leased)).scalars().all()
    return await _read(session, ids) if ids else []


async def _read(session: AsyncSession, ids: Sequence[int]) -> list[Claim]:
    query = select(Delivery, Member).join(Member, col(Member.id) == Delivery.member_id)
    rows = await session.exec(query.where(col(Delivery.id).in_(ids)).order_by(col(Delivery.due_at), col(Delivery.id)))
    return [Claim(delivery, member) for delivery, member in rows.all()]


async def renew(session: AsyncSession, owner: str, ids: Collection[int], now: dt.datetime) -> None:
    """Say that a process is alive: of what it has claimed, that stays claimed which is on its way. The caller commits.

    An outcome that could not be noted is so found out when its lease is over, and holds up its receiver no longer.
    """
    is_its_own = col(Delivery.lease_owner) == owner, col(Delivery.id).in_(ids)
    renewing = update(Delivery).where(IS_CLAIMED, *is_its_own).values(lease_until=now + LEASE)
    await session.exec(renewing, execution_options=WITHOUT_OBJECTS)


async def take_back(session: AsyncSession, now: dt.datetime) -> int:
    """Have everything sent again that a dead process had claimed; the caller commits.

    What it sent and could not record any more is sent twice: better than never, and marked.

    Returns:
        How many there were.
    """
    is_over = (IS_CLAIMED, col(Delivery.lease_until) <= now)
    if (await session.exec(select(Delivery.id).where(*is_over).limit(1))).first() is None:
        return 0  # without having waited for a turn to write
    is_last = col(Delivery.attempts) + 1 >= MAX_ATTEMPTS
    returning = (
        update(Delivery)
        .where(*is_over)
        .values(
            state=sa.case((is_last, DeliveryState.FAILED), else_=due_or_paused()),
            ended_at=sa.case((is_last, now), else_=None),
            error=Failure.LOST,
            attempts=Delivery.attempts + 1,
            may_repeat=True,
            lease_owner=None,
            lease_until=None,
        )
    )
    result = await session.exec(returning, execution_options=WITHOUT_OBJECTS)
    return int(result.rowcount)
