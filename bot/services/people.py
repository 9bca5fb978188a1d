"""Who talks to the assistant, and in which language they want to be answered."""

import datetime as dt

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, Member


async def find(session: AsyncSession, channel: Channel, chat_id: int) -> Member | None:
    """Return the member of a private chat, or None for somebody new."""
    query = select(Member).where(Member.channel == channel, Member.chat_id == chat_id)
    return (await session.exec(query)).one_or_none()


async def note_client(session: AsyncSession, member_id: int, locale: str) -> None:
    """Note the language of a member's client; the caller commits."""
    noting = update(Member).where(col(Member.id) == member_id).values(client_locale=locale)
    await session.exec(noting, execution_options={"synchronize_session": False})


async def note_reachable(session: AsyncSession, member_id: int) -> None:
    """Note that a member can be reached (again); the caller commits."""
    noting = update(Member).where(col(Member.id) == member_id, col(Member.reachable).is_(False)).values(reachable=True)
    await session.exec(noting, execution_options={"synchronize_session": False})


def locale_of(member: Member) -> str | None:
    """Return the language for a member who has not just written: the one they chose, else that of their client."""
    return member.locale or member.client_locale


async def enrol(session: AsyncSession, channel: Channel, chat_id: int, now: dt.datetime) -> Member:
    """Return the member of a private chat, made now if there is none; the caller commits."""
    member = await find(session, channel, chat_id)
    if member is None:
        member = Member(channel=channel, chat_id=chat_id, created_at=now, last_seen=now.date())
        session.add(member)
        await session.flush()
    return member
