"""Who talks to the assistant, and in which language they want to be answered."""

import datetime as dt

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, Member


async def find(session: AsyncSession, channel: Channel, chat_id: int) -> Member | None:
    """Return the member of a private chat, or None for somebody new."""
    query = select(Member).where(Member.channel == channel, Member.chat_id == chat_id)
    return (await session.exec(query)).one_or_none()


async def enrol(session: AsyncSession, channel: Channel, chat_id: int, now: dt.datetime) -> Member:
    """Return the member of a private chat, made now if there is none; the caller commits."""
    member = await find(session, channel, chat_id)
    if member is None:
        member = Member(channel=channel, chat_id=chat_id, created_at=now, last_seen=now.date())
        session.add(member)
        await session.flush()
    return member
