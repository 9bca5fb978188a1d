"""What ends when somebody loses their last role: the one list of it, done in the transaction that takes the role.

A subject that holds something for members, such as pending deliveries, adds its function to `STEPS`.
"""

import datetime as dt
from collections.abc import Awaitable, Callable

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ContactPoint, Invitation
from bot.services.broadcasts import drafts
from bot.services.deliveries.batches import cancel_of_member
from bot.services.events.departures import give_up_seats
from bot.services.events.queue import Queue

Step = Callable[[AsyncSession, int, dt.datetime], Awaitable[None]]
"""Gets the session, the member's number and the time; the caller commits."""


async def revoke_invitations(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
    """Make the invitations useless that somebody made and that are still open."""
    made = (col(Invitation.created_by) == member_id, col(Invitation.revoked_at).is_(None))
    revoking = update(Invitation).where(*made).values(revoked_at=now)
    await session.exec(revoking, execution_options={"synchronize_session": False})


async def release_contacts(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
    """Leave the contact points that somebody confirmed without an owner, for coordinators to see."""
    del now
    releasing = update(ContactPoint).where(col(ContactPoint.owner_id) == member_id).values(owner_id=None)
    await session.exec(releasing, execution_options={"synchronize_session": False})


STEPS: tuple[Step, ...] = (
    revoke_invitations,
    release_contacts,
    give_up_seats(Queue()),
    drafts.drop_of_member,
    cancel_of_member,
)
