"""Who is invited to an event: read, and made."""

import datetime as dt

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, Invitee


async def find(session: AsyncSession, event_id: int, member_id: int) -> Invitee | None:
    """Return the invitation of a member to an event."""
    query = select(Invitee).where(Invitee.event_id == event_id, Invitee.member_id == member_id)
    return (await session.exec(query)).one_or_none()


async def by_number(session: AsyncSession, invitee_id: int) -> Invitee | None:
    """Return an invitation; what somebody may do with it is for the caller to ask."""
    return await session.get(Invitee, invitee_id, populate_existing=True)


async def of_event(session: AsyncSession, event_id: int) -> list[Invitee]:
    """Return all who are invited to an event, in the order in which they were."""
    query = select(Invitee).where(Invitee.event_id == event_id).order_by(col(Invitee.id))
    return list((await session.exec(query)).all())


async def invite(session: AsyncSession, event: Event, member_id: int, now: dt.datetime) -> Invitee:
    """Return the invitation of a member to an event, made now if there is none; the caller commits."""
    number = event.id or 0
    invitee = await find(session, number, member_id)
    if invitee is None:
        invitee = Invitee(event_id=number, member_id=member_id, invited_at=now)
        session.add(invitee)
        await session.flush()
    return invitee
