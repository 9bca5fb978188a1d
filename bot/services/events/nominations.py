"""Somebody else from one's own unit instead of oneself."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, Grant, Member
from bot.services.actors import Actor
from bot.services.events import notices
from bot.services.events.answers import Answered, AnswerRefusal, answer, invited
from bot.services.events.invitees import invite
from bot.services.events.notices import Outbox
from bot.services.events.scheduling import reschedule


async def colleagues(session: AsyncSession, member_id: int) -> list[Member]:
    """Return whom a member can nominate: members of the same country and unit, by number."""
    member = await session.get_one(Member, member_id)
    same = (Member.country == member.country, Member.unit == member.unit, Member.id != member.id)
    query = select(Member).where(*same, col(Member.id).in_(select(Grant.member_id))).order_by(col(Member.id))
    return list((await session.exec(query)).all()) if member.unit else []


async def nominate(
    session: AsyncSession, outbox: Outbox, actor: Actor, invitee_id: int, colleague_id: int
) -> Answered | AnswerRefusal:
    """Invite a colleague of the same unit, who decides for themselves; who was invited says no. The caller commits.

    Raises:
        NotAllowedError: it is somebody else's invitation.
    """
    found = await invited(session, actor, invitee_id)
    if isinstance(found, AnswerRefusal):
        return found
    event, own = found
    refusal = await _refusal(session, own.member_id, colleague_id)
    if refusal is not None:
        return refusal
    nominee = await invite(session, event, colleague_id, actor.now)
    nominee.nominated_by = own.member_id
    session.add(nominee)
    await outbox.put(session, [notices.invitation(event, nominee, actor.now)])
    await reschedule(session, outbox, event, actor.now, [colleague_id])
    return await answer(session, outbox, actor, invitee_id, Answer.NO)


async def _refusal(session: AsyncSession, member_id: int, colleague_id: int) -> AnswerRefusal | None:
    """Say why a colleague cannot be nominated."""
    own, colleague = await session.get_one(Member, member_id), await session.get(Member, colleague_id)
    is_member = (await session.exec(select(Grant.id).where(Grant.member_id == colleague_id))).first() is not None
    if colleague is None or not is_member or colleague_id == member_id:
        return AnswerRefusal.NOT_A_MEMBER
    same_unit = own.unit and (own.country, own.unit) == (colleague.country, colleague.unit)
    return None if same_unit else AnswerRefusal.OTHER_UNIT
