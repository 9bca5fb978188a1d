"""Single invitations after publication: one more member invited, one invitation taken back; both told and recorded."""

import datetime as dt
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AudienceKind, Event, Invitee
from bot.models.audit import Action as Audited
from bot.services.actors import Actor
from bot.services.broadcasts.audience import Option
from bot.services.events import choices, held, invitees, notices, seats
from bot.services.events.held import EventGoneError
from bot.services.events.notices import NoticeKind, Outbox
from bot.services.events.scheduling import reschedule
from bot.services.permissions import access_of_member

ABOUT_ONE = (NoticeKind.INVITATION, NoticeKind.CHANGE, NoticeKind.PROMOTION, NoticeKind.ANSWERED_FOR)
"""Notices that mean nothing any more to somebody whose invitation was taken back."""


class Invited(StrEnum):
    """What became of one more invitation."""

    DONE = "done"
    ALREADY = "already"
    NOT_A_MEMBER = "not_a_member"


async def candidates(session: AsyncSession, event_id: int) -> list[Option]:
    """Return the members who are not invited to an event, by number."""
    invited = {str(each.member_id) for each in await invitees.of_event(session, event_id)}
    return [each for each in await choices.options(session, AudienceKind.MEMBER) if each.value not in invited]


async def invite_also(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, member_id: int) -> Invited:
    """Invite one more member to a published event; who is invited keeps their answer. The caller commits.

    Raises:
        EventGoneError: it is not published, or over.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.published(session, actor, event_id)
    if not (await access_of_member(session, member_id)).is_member:
        return Invited.NOT_A_MEMBER
    if await invitees.find(session, event_id, member_id) is not None:
        return Invited.ALREADY
    invitee = await invitees.invite(session, event, member_id, actor.now)
    await outbox.put(session, [notices.invitation(event, invitee, actor.now)])
    await reschedule(session, outbox, event, actor.now, [member_id])
    await actor.record(session, Audited.EVENT_INVITED, actor.member(member_id), {"event": event_id})
    return Invited.DONE


async def take_back(session: AsyncSession, outbox: Outbox, actor: Actor, invitee_id: int) -> Event:
    """Take an invitation to a published event back, tell who had it, and give a seat that gets free by it.

    The caller commits.

    Raises:
        EventGoneError: the invitation is not there any more, or its event not published, or over.
        NotAllowedError: it is not theirs to plan.
    """
    found = await invitees.by_number(session, invitee_id)
    if found is None:
        raise EventGoneError
    event = await held.published(session, actor, found.event_id)
    invitee = await invitees.by_number(session, invitee_id)
    if invitee is None:
        raise EventGoneError
    told = notices.uninvited(event, invitee, actor.now)
    for kind in ABOUT_ONE:
        await outbox.withdraw(session, f"{kind}:{event.id}:{invitee.member_id}:")
    await take_off(session, outbox, event, invitee, actor.now)
    await outbox.put(session, [told])
    await actor.record(session, Audited.EVENT_UNINVITED, actor.member(told.member_id), {"event": event.id or 0})
    return event


async def take_off(session: AsyncSession, outbox: Outbox, event: Event, invitee: Invitee, now: dt.datetime) -> None:
    """Delete an invitation to an event that the caller holds, and tell who has a seat by it; the caller commits."""
    member_id = invitee.member_id
    await session.delete(invitee)
    await session.flush()
    served = await seats.serve(session, event)
    await outbox.put(session, [notices.promotion(event, each, now) for each in served])
    await reschedule(session, outbox, event, now, [member_id, *(each.member_id for each in served)])
