"""A member's choice of quiet hours, and what it does to messages that wait.

Longer hours need nothing: the dispatcher asks for them whenever it has claimed something. After shorter ones, what it
has put off until the end of the old ones is looked at anew at once; what is planned for that very moment stays there.
"""

import datetime as dt

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, Member
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.queue import ring_after_commit
from bot.services.deliveries.quiet import DAY, Hours, hours_of, quiet_end_of
from bot.services.deliveries.states import WITHOUT_OBJECTS
from bot.services.zones import zone_of


async def of_member(session: AsyncSession, member_id: int) -> Hours:
    """Return the quiet hours of a member."""
    return hours_of(await session.get_one(Member, member_id, populate_existing=True))


async def choose(session: AsyncSession, member_id: int, hours: Hours, now: dt.datetime) -> None:
    """Keep the quiet hours of a member; the caller commits.

    Raises:
        ValueError: a clock shows no such time.
    """
    if not {hours.begin, hours.end} <= set(range(DAY)):
        raise ValueError(f"found {hours}; expected minutes of a day")
    member = await session.get_one(Member, member_id, populate_existing=True)
    put_off = quiet_end_of(member, zone_of(member.zone, member.country), now)
    member.quiet_from, member.quiet_until = hours.begin, hours.end
    await session.flush()
    if put_off is not None:
        await look_again(session, member_id, put_off, now)


async def look_again(session: AsyncSession, member_id: int, put_off: dt.datetime, now: dt.datetime) -> None:
    """Have the dispatcher decide anew on what it has put off until then."""
    waits = (
        col(Delivery.member_id) == member_id,
        col(Delivery.state) == DeliveryState.DUE,
        col(Delivery.error) == Failure.QUIET,
        col(Delivery.due_at) == put_off,
    )
    await session.exec(update(Delivery).where(*waits).values(due_at=now), execution_options=WITHOUT_OBJECTS)
    ring_after_commit(session)
