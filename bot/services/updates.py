"""Which updates were done lately: so that one that comes again after a kill is not answered twice."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import FinishedUpdate

KEPT = 1000
"""Rows that stay. At most 100 updates can be done without being confirmed: as many as one answer of polling holds."""


async def finished(session: AsyncSession, bot_id: int) -> list[int]:
    """Return the ids of a bot's updates that were done last, oldest first; [] for a bot that did nothing yet."""
    query = select(FinishedUpdate.update_id).where(FinishedUpdate.bot_id == bot_id).order_by(col(FinishedUpdate.id))
    return list((await session.exec(query)).all())


async def record(session: AsyncSession, bot_id: int, update_ids: Collection[int]) -> None:
    """Note updates as done and forget the oldest. The caller commits.

    Args:
        session: the unit of work.
        bot_id: whose updates they are.
        update_ids: none of them noted before.
    """
    session.add_all(FinishedUpdate(bot_id=bot_id, update_id=update_id) for update_id in update_ids)
    await session.flush()
    newest = select(func.max(FinishedUpdate.id)).scalar_subquery()
    await session.exec(delete(FinishedUpdate).where(col(FinishedUpdate.id) <= newest - KEPT))
