"""Answers to invitations, given by oneself or by a coordinator; a seat that gets free goes to whoever waits."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.texts import clean
from bot.models import Answer, Event, EventState, Invitee
from bot.models.audit import Action as Audited
from bot.services.actors import Actor
from bot.services.audit_entry import Code
from bot.services.events import notices, seats
from bot.services.events.notices import Outbox
from bot.services.events.reminders import is_unconfirmed
from bot.services.events.scheduling import reschedule
from bot.services.permissions import Action

MAX_NOTE = 300
"""Characters of a note to the coordinator."""


class AnswerRefusal(StrEnum):
    """Why an answer is not taken."""

    GONE = "gone"
    CANCELLED = "cancelled"
    TOO_LATE = "too_late"
    OVER = "over"
    NOT_A_MEMBER = "not_a_member"
    OTHER_UNIT = "other_unit"
    LONG_NOTE = "long_note"


@dataclass(frozen=True)
class Answered:
    """What became of an answer.

    Attributes:
        event: as it is now.
        invitee: with the answer that counts: who says yes may be waiting.
        place: on the waiting list, from 1; None for who does not wait.
        promoted: others who got a seat by this; they are told.
    """

    event: Event
    invitee: Invitee
    place: int | None = None
    promoted: tuple[Invitee, ...] = ()


async def answer(
    session: AsyncSession, outbox: Outbox, actor: Actor, invitee_id: int, wish: Answer
) -> Answered | AnswerRefusal:
    """Take an answer; the same answer again confirms it after a change. The caller commits.

    Args:
        session: holds no other change of the event.
        outbox: gets what is to be told, and the reminders that follow.
        actor: who was invited, or who plans events of the host's country: they may answer after the deadline too, as
            may everybody who is to answer again.
        invitee_id: whose answer it is.
        wish: YES, NO or MAYBE.

    Raises:
        NotAllowedError: it is somebody else's invitation.
    """
    found = await invited(session, actor, invitee_id)
    if isinstance(found, AnswerRefusal):
        return found
    event, invitee = found
    served = await _take(session, actor, event, invitee, wish)
    promoted = tuple(each for each in served if each.id != invitee.id)
    told = [notices.promotion(event, each, actor.now) for each in promoted]
    if invitee.member_id != actor.access.member_id:
        told.append(notices.answered_for(event, invitee, actor.now))
        await _record(session, actor, invitee)
    await outbox.put(session, told)
    members = [invitee.member_id, *(each.member_id for each in promoted)]
    await reschedule(session, outbox, event, actor.now, members)
    return Answered(event, invitee, await seats.place(session, invitee), promoted)


async def note(session: AsyncSession, actor: Actor, invitee_id: int, text: str) -> Invitee | AnswerRefusal:
    """Keep a note to the coordinator with an answer, "" for none; the caller commits.

    Raises:
        NotAllowedError: it is somebody else's invitation.
    """
    found = await invited(session, actor, invitee_id)
    if isinstance(found, AnswerRefusal):
        return found
    _, invitee = found
    words = clean(text).strip()
    if len(words) > MAX_NOTE:
        return AnswerRefusal.LONG_NOTE
    invitee.note = words or None
    session.add(invitee)
    return invitee


async def invited(session: AsyncSession, actor: Actor, invitee_id: int) -> tuple[Event, Invitee] | AnswerRefusal:
    """Return an invitation that the actor may answer now, with its event, held.

    Raises:
        NotAllowedError: it is somebody else's invitation.
    """
    found = await session.get(Invitee, invitee_id)
    event = await seats.hold(session, found.event_id) if found else None
    invitee = await session.get(Invitee, invitee_id, populate_existing=True)
    if event is None or invitee is None:
        return AnswerRefusal.GONE
    plans = actor.access.may(Action.PLAN_EVENTS, event.host_country)
    if not plans:
        actor.require(Action.ANSWER_EVENTS)
        if invitee.member_id != actor.access.member_id:
            actor.require(Action.PLAN_EVENTS, event.host_country)
    return _refusal(event, invitee, actor, plans=plans) or (event, invitee)


def is_too_late(event: Event, invitee: Invitee | None, now: dt.datetime) -> bool:
    """Say whether the day to answer by has passed; who is to answer again for another date or place still may."""
    has_passed = event.answer_by is not None and now > event.answer_by
    return has_passed and not (invitee is not None and is_unconfirmed(event, invitee))


def _refusal(event: Event, invitee: Invitee, actor: Actor, *, plans: bool) -> AnswerRefusal | None:
    if event.state is EventState.CANCELLED:
        return AnswerRefusal.CANCELLED
    if event.state is not EventState.PUBLISHED or event.over_at is None:
        return AnswerRefusal.GONE
    if actor.now >= event.over_at:
        return AnswerRefusal.OVER
    return AnswerRefusal.TOO_LATE if not plans and is_too_late(event, invitee, actor.now) else None


async def _take(session: AsyncSession, actor: Actor, event: Event, invitee: Invitee, wish: Answer) -> list[Invitee]:
    """Write an answer, and return who has a seat by it."""
    if wish not in {Answer.YES, Answer.NO, Answer.MAYBE}:
        raise ValueError(f"found {wish}; expected yes, no or maybe")
    if wish is Answer.YES:
        is_new = invitee.answer not in {Answer.YES, Answer.WAITING}
        invitee.answered_at = actor.now if is_new else invitee.answered_at
        invitee.answered_sequence = event.sequence
        return await seats.join(session, event, invitee, actor.now)
    invitee.answered_at, invitee.answered_sequence = actor.now, event.sequence
    return await seats.leave(session, event, invitee, wish)


async def _record(session: AsyncSession, actor: Actor, invitee: Invitee) -> None:
    details: dict[str, Code] = {"answer": str(invitee.answer), "event": invitee.event_id}
    await actor.record(session, Audited.EVENT_ANSWERED_FOR, actor.member(invitee.member_id), details)
