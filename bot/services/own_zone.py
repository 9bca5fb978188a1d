"""A member's choice of time zone, and what it does to messages that wait for the end of their quiet hours."""

import datetime as dt
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Member
from bot.services import quiet_hours
from bot.services.deliveries.quiet import quiet_end_of
from bot.services.zones import zone_of


async def choose(session: AsyncSession, member_id: int, zone: ZoneInfo | None, now: dt.datetime) -> ZoneInfo:
    """Keep the time zone of a member, None for that of their country; the caller commits.

    Returns:
        The zone in which they read times from now on.
    """
    member = await session.get_one(Member, member_id, populate_existing=True)
    put_off = quiet_end_of(member, zone_of(member.zone, member.country), now)
    member.zone = zone.key if zone is not None else None
    await session.flush()
    if put_off is not None:
        await quiet_hours.look_again(session, member_id, put_off, now)
    return zone_of(member.zone, member.country)


async def is_chosen(session: AsyncSession, member_id: int) -> bool:
    """Say whether a member has chosen a zone; else it is that of their country."""
    return (await session.get_one(Member, member_id, populate_existing=True)).zone is not None
