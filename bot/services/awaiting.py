"""What the next text or file of a person means: asked for, taken once, or forgotten.

Handlers keep no state, so that a dialogue goes on after a restart and in any replica.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AwaitedText

PATIENCE = dt.timedelta(hours=1)
"""After that a text is a question again: whoever comes back later has forgotten what they were asked."""


@dataclass(frozen=True)
class Awaited:
    """What was asked for.

    Attributes:
        subject: which handler takes the text.
        details: codes that were chosen before.
    """

    subject: str
    details: Mapping[str, str]


async def ask_for(session: AsyncSession, member_id: int, awaited: Awaited, now: dt.datetime) -> None:
    """Wait for a text, in place of another that was waited for; the caller commits."""
    await session.merge(
        AwaitedText(member_id=member_id, subject=awaited.subject, details=dict(awaited.details), asked_at=now)
    )
    await session.flush()


async def asked_for(session: AsyncSession, member_id: int, now: dt.datetime) -> Awaited | None:
    """Return what is waited for, and go on waiting."""
    found = await session.get(AwaitedText, member_id, populate_existing=True)
    is_waiting = found is not None and now < found.asked_at + PATIENCE
    return Awaited(found.subject, found.details) if found is not None and is_waiting else None


async def take(session: AsyncSession, member_id: int, now: dt.datetime) -> Awaited | None:
    """Return what the text that has come was asked for, and wait no longer; the caller commits."""
    awaited = await asked_for(session, member_id, now)
    await forget(session, member_id)
    return awaited


async def forget(session: AsyncSession, member_id: int) -> bool:
    """Wait no longer, and say whether something was waited for; the caller commits."""
    waited = delete(AwaitedText).where(col(AwaitedText.member_id) == member_id).returning(col(AwaitedText.member_id))
    return (await session.exec(waited)).first() is not None
