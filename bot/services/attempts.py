"""The brake on guessing: who fails with invitations too often is refused for a while, even with a right one.

A token cannot be guessed in any number of tries (256 bits); the brake is for those who collect old ones.
"""

import datetime as dt
import hashlib
import hmac

from sqlalchemy import delete
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, FailedAttempt, Member

WINDOW = dt.timedelta(hours=1)
"""In which failures are counted, and how long one is refused after the last of them."""
MAX_FAILURES = 5
"""Of one person in the window."""
MAX_FAILURES_OF_ALL = 100
"""In the window. From then on nobody gets in by invitation: twenty accounts can cause that, but learn nothing by it;
requests for access and the command line go on."""
KEPT = 2 * WINDOW
"""How long a failure is kept; older ones change nothing."""


def person_hash(member: Member, key: bytes) -> str:
    """Return what stands for a person, also after their row has gone and another was made."""
    return chat_hash(member.channel, member.chat_id, key)


def chat_hash(channel: Channel, chat_id: int, key: bytes) -> str:
    """Return what stands for the person of a private chat, who may have no row."""
    return hmac.new(key, f"person:{channel}:{chat_id}".encode(), hashlib.sha256).hexdigest()


async def is_blocked(session: AsyncSession, person: str, now: dt.datetime) -> bool:
    """Say whether a person is refused without a look at what they bring."""
    return await _has_failed_too_often(session, person, now) or await _have_all_failed_too_often(session, now)


async def note_failure(session: AsyncSession, person: str, now: dt.datetime) -> None:
    """Count a failure; failures that no longer matter are forgotten. The caller commits.

    While somebody is refused nothing is counted, or the hour would never end.
    """
    await session.exec(delete(FailedAttempt).where(col(FailedAttempt.at) <= now - KEPT))
    session.add(FailedAttempt(person_hash=person, at=now))
    await session.flush()


async def _has_failed_too_often(session: AsyncSession, person: str, now: dt.datetime) -> bool:
    failures = col(FailedAttempt.at)
    query = select(FailedAttempt.at).where(FailedAttempt.person_hash == person).order_by(failures.desc())
    latest = (await session.exec(query.limit(MAX_FAILURES))).all()
    return len(latest) == MAX_FAILURES and latest[0] - latest[-1] < WINDOW and now < latest[0] + WINDOW


async def _have_all_failed_too_often(session: AsyncSession, now: dt.datetime) -> bool:
    query = select(func.count()).select_from(FailedAttempt).where(col(FailedAttempt.at) > now - WINDOW)
    return (await session.exec(query)).one() >= MAX_FAILURES_OF_ALL
