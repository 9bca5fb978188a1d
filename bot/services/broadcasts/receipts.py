"""Receivers say that they have read a broadcast."""

import datetime as dt

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import BroadcastReceiver
from bot.services.broadcasts.desk import QUIETLY


async def confirm(session: AsyncSession, member_id: int, broadcast_id: int, now: dt.datetime) -> dt.datetime | None:
    """Note that a receiver has read it, once; the caller commits.

    Returns:
        When they said so first; None for somebody who is no receiver, such as an author who looks at the preview.
    """
    its = (col(BroadcastReceiver.broadcast_id) == broadcast_id, col(BroadcastReceiver.member_id) == member_id)
    first = update(BroadcastReceiver).where(*its, col(BroadcastReceiver.confirmed_at).is_(None))
    await session.exec(first.values(confirmed_at=now), execution_options=QUIETLY)
    return (await session.exec(select(BroadcastReceiver.confirmed_at).where(*its))).first()
