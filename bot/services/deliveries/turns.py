"""Whose turn it is among the deliveries of one receiver: what was caused first arrives first.

Per receiver at most one delivery is on its way, whatever its priority, and the next is taken by (due, id). What failed
and is tried again soon holds back what was caused after it with the same priority, or a change would arrive before its
invitation: through `HOLDING_ATTEMPTS` failures, some 35 seconds, and not where it is urgent. A delivery that fails for
longer, or that we cannot even render, holds nothing up: late news is worse than news out of order.
"""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models.deliveries import IS_HOLDING
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.states import DELIVERIES

HOLDING_ATTEMPTS = 3
"""After them it is tried again after 5, 10 and 20 seconds at most (`bot.services.deliveries.outcomes.wait`)."""
SOON = dt.timedelta(minutes=1)
"""What is tried again later than this, as a reminder that has moved with its event, holds back nothing either."""
CLAIMING = 7_310_422
"""The number of the lock under which PostgreSQL claims; it means nothing."""


async def queue_up(session: AsyncSession) -> None:
    """Have one process claim at a time until the transaction ends: two would not see what the other one takes.

    SQLite does so by itself.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.exec(select(sa.func.pg_advisory_xact_lock(CLAIMING)))


def is_held() -> sa.ColumnElement[bool]:
    """Return the condition that another delivery of the same receiver comes first; `soon` is now plus `SOON`."""
    row, other = DELIVERIES.c, DELIVERIES.alias("other").c
    comes_back_first = sa.and_(
        other.priority == row.priority,
        other.id < row.id,
        other.attempts <= HOLDING_ATTEMPTS,
        other.due_at <= sa.bindparam("soon", type_=row.due_at.type),
        other.error.is_distinct_from(str(Failure.BROKEN)),
        ~row.is_urgent,
    )
    is_on_its_way = other.lease_until.is_not(None)
    holding = sa.select(other.id).where(
        other.member_id == row.member_id, IS_HOLDING, sa.or_(is_on_its_way, comes_back_first)
    )
    return sa.exists(holding.correlate(DELIVERIES))


def firsts(due: sa.CTE) -> sa.Select[tuple[int]]:
    """Return the first delivery of each receiver among some that are due; `due` has id, member_id and due_at."""
    place = sa.func.row_number().over(partition_by=due.c.member_id, order_by=(due.c.due_at, due.c.id))
    placed = sa.select(due.c.id, place.label("place")).subquery("placed")
    return sa.select(placed.c.id).where(placed.c.place == 1)
