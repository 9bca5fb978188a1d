"""Telling members who stay away that they will be erased, through the queue of deliveries.

The notice is ordinary: weeks are left, so nobody is woken by it. It is never useless: who was not told is not erased
(`bot.services.inactivity.to_erase`), however late it is. The message itself is `bot.inactivity_deliveries`.
"""

import datetime as dt

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, Member
from bot.services import inactivity
from bot.services.deliveries.failures import UNREACHABLE
from bot.services.deliveries.queue import Message, enqueue
from bot.services.inactivity import NOTICE, Cutoffs

LOST = (DeliveryState.FAILED, DeliveryState.CANCELLED)


async def tell(session: AsyncSession, days: Cutoffs, now: dt.datetime) -> int:
    """Put a notice into the queue for each member who is to be told, and note that they were; the caller commits.

    Who could not be told for a reason that lies with us or the network is told anew.

    Returns:
        How many are told.
    """
    await _forget_lost(session)
    members = [member.id for member in await inactivity.to_tell(session, days) if member.id is not None]
    await enqueue(session, Message(NOTICE, f"{NOTICE}:{now:%Y-%m-%d}", now), members)
    for member_id in members:
        await inactivity.mark_told(session, member_id, now.date())
    return len(members)


async def _forget_lost(session: AsyncSession) -> None:
    """Have those count as not told whose notice was sent to nobody, but for who cannot be reached at all."""
    is_theirs = col(Member.id) == Delivery.member_id
    is_lost = col(Delivery.kind) == NOTICE, col(Delivery.state).in_(LOST)
    is_ours = col(Delivery.error).is_(None) | col(Delivery.error).not_in([str(each) for each in UNREACHABLE])
    found = await session.exec(select(Member, Delivery).join(Delivery, is_theirs).where(*is_lost, is_ours))
    for member, lost in found.all():
        if member.told_on is not None and lost.ended_at is not None and lost.ended_at.date() >= member.told_on:
            member.told_on = None
    await session.flush()
