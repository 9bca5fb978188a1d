"""Seats and the waiting list: whoever says yes joins the list, and the list is served in its order while seats last.

The one place that gives seats. Whoever calls it holds the event (`hold`), so two who answer at the same moment do not
both get the last seat, and no way to free one forgets those who wait.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, Event, EventQuota, Invitee, Member


@dataclass
class Seats:
    """The seats of an event that are left, as they are given.

    Attributes:
        left: in all; None without a limit.
        left_of: by country, for countries with a quota.
    """

    left: int | None
    left_of: dict[str, int] = field(default_factory=dict)

    def take(self, country: str | None) -> bool:
        """Take a seat for somebody of a country, and say whether there was one."""
        if self.left == 0 or self.left_of.get(country or "", 1) == 0:
            return False
        if self.left is not None:
            self.left -= 1
        if country in self.left_of:
            self.left_of[country] -= 1
        return True


async def hold(session: AsyncSession, event_id: int) -> Event | None:
    """Return an event as it is now; nobody else changes its answers before this transaction ends.

    An UPDATE that changes nothing locks the row on both databases.
    """
    touch = update(Event).where(col(Event.id) == event_id).values(sequence=Event.sequence).returning(col(Event.id))
    found = await session.exec(touch, execution_options={"synchronize_session": False})
    return await session.get(Event, event_id, populate_existing=True) if found.first() is not None else None


async def seats_of(session: AsyncSession, event: Event) -> Seats:
    """Return the seats of an event that nobody has."""
    said_yes = (
        select(Member.country)
        .join(Invitee, col(Invitee.member_id) == Member.id)
        .where(Invitee.event_id == event.id, Invitee.answer == Answer.YES)
    )
    taken = Counter((await session.exec(said_yes)).all())
    quotas = (await session.exec(select(EventQuota).where(EventQuota.event_id == event.id))).all()
    left = None if event.capacity is None else max(event.capacity - taken.total(), 0)
    return Seats(left, {quota.country: max(quota.seats - taken[quota.country], 0) for quota in quotas})


async def serve(session: AsyncSession, event: Event) -> list[Invitee]:
    """Give free seats to those who wait, in their order, and return them; the caller tells them.

    Somebody whose country has no seat left is passed over, and keeps their place.
    """
    waiting = (
        select(Invitee, Member.country)
        .join(Member, col(Invitee.member_id) == Member.id)
        .where(Invitee.event_id == event.id, Invitee.answer == Answer.WAITING)
        .order_by(col(Invitee.waiting_since), col(Invitee.id))
    )
    seats, served = await seats_of(session, event), []
    for invitee, country in (await session.exec(waiting)).all():
        if seats.take(country):
            invitee.answer, invitee.waiting_since = Answer.YES, None
            session.add(invitee)
            served.append(invitee)
    await session.flush()
    return served


async def join(session: AsyncSession, event: Event, invitee: Invitee, now: dt.datetime) -> list[Invitee]:
    """Let somebody say yes, and return who has a seat by it; they keep the seat or the place that they have."""
    if invitee.answer not in {Answer.YES, Answer.WAITING}:
        invitee.answer, invitee.waiting_since = Answer.WAITING, now
        session.add(invitee)
        await session.flush()
    return await serve(session, event)


async def leave(session: AsyncSession, event: Event, invitee: Invitee, wish: Answer) -> list[Invitee]:
    """Let somebody say no or maybe, and return who has a seat by it."""
    invitee.answer, invitee.waiting_since = wish, None
    session.add(invitee)
    await session.flush()
    return await serve(session, event)


async def place(session: AsyncSession, invitee: Invitee) -> int | None:
    """Return somebody's place on the waiting list, from 1; None for who does not wait."""
    if invitee.answer is not Answer.WAITING:
        return None
    query = (
        select(col(Invitee.id))
        .where(Invitee.event_id == invitee.event_id, Invitee.answer == Answer.WAITING)
        .order_by(col(Invitee.waiting_since), col(Invitee.id))
    )
    return list((await session.exec(query)).all()).index(invitee.id) + 1
