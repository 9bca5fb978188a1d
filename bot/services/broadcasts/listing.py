"""The broadcasts that a coordinator may steer."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastState
from bot.services.broadcasts.desk import countries_of, number, reaches
from bot.services.permissions import Access

MOST = 200
"""Newest ones that are looked through."""


async def confirmed(session: AsyncSession, access: Access, page: int, page_size: int) -> tuple[list[Broadcast], bool]:
    """Return one page of them, newest first, and whether there are older ones; pages count from 0."""
    query = select(Broadcast).where(Broadcast.state != BroadcastState.DRAFT).order_by(col(Broadcast.id).desc())
    newest = (await session.exec(query.limit(MOST))).all()
    own = [each for each in newest if reaches(access, await countries_of(session, number(each)))]
    start = max(page, 0) * page_size
    return own[start : start + page_size], len(own) > start + page_size
