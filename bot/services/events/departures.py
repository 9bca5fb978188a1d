"""What becomes of invitations when a member loses their last role: their seats go to those who wait."""

import datetime as dt
from collections.abc import Awaitable, Callable

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, Invitee
from bot.services.events import seats
from bot.services.events.notices import Outbox
from bot.services.events.single_invitations import take_off


def give_up_seats(outbox: Outbox) -> Callable[[AsyncSession, int, dt.datetime], Awaitable[None]]:
    """Return the step for `bot.services.leaving.STEPS`."""

    async def step(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
        """Take a member off the events that are not over, in the order of their numbers; the caller commits."""
        coming = (
            select(col(Event.id))
            .join(Invitee, col(Invitee.event_id) == Event.id)
            .where(Invitee.member_id == member_id, col(Event.over_at) > now)
            .order_by(col(Event.id))
        )
        for event_id in (await session.exec(coming)).all():
            await _take_off(session, outbox, event_id, member_id, now)

    return step


async def _take_off(
    session: AsyncSession, outbox: Outbox, event_id: int | None, member_id: int, now: dt.datetime
) -> None:
    event = await seats.hold(session, event_id or 0)
    query = select(Invitee).where(Invitee.event_id == event_id, Invitee.member_id == member_id)
    invitee = (await session.exec(query)).one_or_none()
    if event is not None and invitee is not None:
        await take_off(session, outbox, event, invitee, now)
