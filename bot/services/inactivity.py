"""Members who do not come back: who is to be told that they will be erased, and who has been told and is due.

The only administrator is left alone, or nobody could let people in.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Channel, Delivery, DeliveryState, Grant, Member, Role
from bot.services.periods import Keep, Periods

NOTICE = "inactivity"
"""The kind of the delivery that tells a member."""
UNSYNCHRONISED = {"synchronize_session": False}


@dataclass(frozen=True)
class Cutoffs:
    """Days from which on nothing more needs to happen.

    Attributes:
        tell: who was last seen on this day or before is told.
        erase: who was last seen on this day or before is erased,
        told: if they were told on this day or before.
    """

    tell: dt.date
    erase: dt.date
    told: dt.date


def cutoffs(periods: Periods, today: dt.date) -> Cutoffs:
    """Return the days that count today."""
    erase = today - periods.kept[Keep.INACTIVE]
    return Cutoffs(erase + periods.notice, erase, today - periods.notice)


async def note_seen(session: AsyncSession, channel: Channel, chat_id: int, today: dt.date) -> bool:
    """Note that a person was here today; the caller commits if that was news.

    Somebody without a row gets none by this.
    """
    is_theirs = and_(col(Member.channel) == channel, col(Member.chat_id) == chat_id)
    seen = col(Member.last_seen)
    is_news = or_(seen.is_(None), seen != today, col(Member.told_on).is_not(None))
    if (await session.exec(select(Member.id).where(is_theirs, is_news))).first() is None:
        return False  # read first: a write, even of nothing, would have all others wait
    await session.exec(
        update(Member).where(is_theirs).values(last_seen=today, told_on=None),
        execution_options=UNSYNCHRONISED,
    )
    return True


async def to_tell(session: AsyncSession, days: Cutoffs) -> Sequence[Member]:
    """Return whom to tell that they will be erased if they stay away, by number."""
    query = select(Member).where(_unseen_since(days.tell), col(Member.told_on).is_(None)).order_by(col(Member.id))
    alone = await _only_administrator(session)
    return [member for member in (await session.exec(query)).all() if member.id != alone]


async def mark_told(session: AsyncSession, member_id: int, today: dt.date) -> None:
    """Note that a member is told, or cannot be; the caller commits."""
    told = update(Member).where(col(Member.id) == member_id).values(told_on=today)
    await session.exec(told, execution_options=UNSYNCHRONISED)


async def to_erase(session: AsyncSession, days: Cutoffs) -> Sequence[Member]:
    """Return who stayed away after they were told, by number; while the notice is in the queue, they were not."""
    is_due = and_(_unseen_since(days.erase), col(Member.told_on) <= days.told, ~_is_waiting())
    alone = await _only_administrator(session)
    found = (await session.exec(select(Member).where(is_due).order_by(col(Member.id)))).all()
    return [member for member in found if member.id != alone]


async def is_to_erase(session: AsyncSession, member_id: int | None, days: Cutoffs) -> bool:
    """Say whether a member is due still; they may have come back since `to_erase`. Their row is locked (PostgreSQL)."""
    is_due = col(Member.id) == member_id, _unseen_since(days.erase), col(Member.told_on) <= days.told
    return (await session.exec(select(Member.id).where(*is_due).with_for_update())).first() is not None


def _is_waiting() -> ColumnElement[bool]:
    """Return the condition that a member's notice is still to be sent."""
    states = (DeliveryState.DUE, DeliveryState.PAUSED, DeliveryState.CLAIMED)
    notices = select(Delivery.id).where(
        Delivery.member_id == Member.id, Delivery.kind == NOTICE, col(Delivery.state).in_(states)
    )
    return exists(notices.correlate(Member))


def _unseen_since(day: dt.date) -> ColumnElement[bool]:
    """Return the condition that a member was last seen on a day or before; at the latest when they were enrolled."""
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), dt.UTC)
    seen = col(Member.last_seen)
    return or_(seen <= day, and_(seen.is_(None), col(Member.created_at) < end))


async def _only_administrator(session: AsyncSession) -> int | None:
    found = (await session.exec(select(Grant.member_id).where(Grant.role == Role.ADMINISTRATOR).distinct())).all()
    return found[0] if len(found) == 1 else None
