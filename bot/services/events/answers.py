"""Answers to invitations: yes, no, maybe, or a colleague instead."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, Event, EventState, Grant, Invitee, Member
from bot.services.events.seats import hold, promote, seats_of

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


@dataclass(frozen=True)
class Answered:
    """What became of an answer.

    Attributes:
        invitee: with the answer that counts: who says yes may be waiting.
        promoted: others who got a seat by this; they are to be told.
        place: on the waiting list, from 1; None for who does not wait.
    """

    event: Event
    invitee: Invitee
    promoted: tuple[Invitee, ...] = ()
    place: int | None = None


async def answer(
    session: AsyncSession, invitee_id: int, wish: Answer, now: dt.datetime, *, by_coordinator: bool = False
) -> Answered | AnswerRefusal:
    """Take an answer; the caller commits, then tells those who were promoted.

    Args:
        session: may hold no other change of the event.
        invitee_id: whose answer it is; who may give it is checked by who calls.
        wish: YES, NO or MAYBE.
        now: aware.
        by_coordinator: also after the day until which answers are taken.
    """
    found = await session.get(Invitee, invitee_id)
    event = await hold(session, found.event_id) if found else None
    if found is None or event is None:
        return AnswerRefusal.GONE
    refusal = _refusal(event, now, by_coordinator=by_coordinator)
    if refusal is not None:
        return refusal
    await session.refresh(found)
    await _set(session, event, found, wish, now)
    promoted = await promote(session, event, now)
    return Answered(event, found, tuple(promoted), await _place(session, found))


async def note(session: AsyncSession, invitee_id: int, text: str) -> None:
    """Keep a note to the coordinator with an answer; the caller commits."""
    invitee = await session.get_one(Invitee, invitee_id)
    invitee.note = text[:MAX_NOTE] or None
    session.add(invitee)


async def nominate(
    session: AsyncSession, invitee_id: int, colleague_id: int, now: dt.datetime
) -> Answered | AnswerRefusal:
    """Invite a colleague of the same unit instead of oneself, who then says no; the caller commits, then tells both."""
    found = await session.get(Invitee, invitee_id)
    event = await hold(session, found.event_id) if found else None
    if found is None or event is None:
        return AnswerRefusal.GONE
    refusal = _refusal(event, now, by_coordinator=False)
    if refusal is not None:
        return refusal
    own, colleague = await session.get_one(Member, found.member_id), await session.get(Member, colleague_id)
    if colleague is None or not await _has_role(session, colleague_id):
        return AnswerRefusal.NOT_A_MEMBER
    if (own.country, own.unit) != (colleague.country, colleague.unit):
        return AnswerRefusal.OTHER_UNIT
    nominee = await invite(session, event, colleague_id, now)
    nominee.nominated_by = found.member_id
    session.add(nominee)
    await _set(session, event, found, Answer.NO, now)
    return Answered(event, nominee, tuple(await promote(session, event, now)))


async def invite(session: AsyncSession, event: Event, member_id: int, now: dt.datetime) -> Invitee:
    """Return the invitation of a member to an event, made now if there is none; the caller commits."""
    query = select(Invitee).where(Invitee.event_id == event.id, Invitee.member_id == member_id)
    invitee = (await session.exec(query)).one_or_none()
    if invitee is None:
        invitee = Invitee(event_id=event.id or 0, member_id=member_id, invited_at=now)
        session.add(invitee)
        await session.flush()
    return invitee


async def colleagues(session: AsyncSession, member: Member) -> list[Member]:
    """Return whom a member can nominate: members of the same country and unit, by number."""
    same = (Member.country == member.country, Member.unit == member.unit, Member.id != member.id)
    query = select(Member).where(*same, col(Member.id).in_(select(Grant.member_id))).order_by(col(Member.id))
    return list((await session.exec(query)).all()) if member.unit else []


def _refusal(event: Event, now: dt.datetime, *, by_coordinator: bool) -> AnswerRefusal | None:
    if event.state is EventState.CANCELLED:
        return AnswerRefusal.CANCELLED
    if event.state is not EventState.PUBLISHED or event.ends_at is None:
        return AnswerRefusal.GONE
    if now >= event.ends_at:
        return AnswerRefusal.OVER
    is_late = event.answer_by is not None and now > event.answer_by
    return AnswerRefusal.TOO_LATE if is_late and not by_coordinator else None


async def _set(session: AsyncSession, event: Event, invitee: Invitee, wish: Answer, now: dt.datetime) -> None:
    """Write an answer; who says yes again keeps their seat or their place."""
    if wish is not Answer.YES:
        invitee.answer, invitee.waiting_since = wish, None
    elif invitee.answer not in {Answer.YES, Answer.WAITING}:
        member = await session.get_one(Member, invitee.member_id)
        has_seat = await _is_nobody_waiting(session, event, member) and (await seats_of(session, event)).take(
            member.country
        )
        invitee.answer, invitee.waiting_since = (Answer.YES, None) if has_seat else (Answer.WAITING, now)
    invitee.answered_at, invitee.answered_sequence = now, event.sequence
    session.add(invitee)
    await session.flush()


async def _is_nobody_waiting(session: AsyncSession, event: Event, member: Member) -> bool:
    """Say whether nobody of the same country is waiting, who would come first."""
    query = (
        select(func.count())
        .select_from(Invitee)
        .join(Member, col(Invitee.member_id) == Member.id)
        .where(Invitee.event_id == event.id, Invitee.answer == Answer.WAITING, Member.country == member.country)
    )
    return (await session.exec(query)).one() == 0


async def _place(session: AsyncSession, invitee: Invitee) -> int | None:
    if invitee.answer is not Answer.WAITING:
        return None
    query = (
        select(col(Invitee.id))
        .where(Invitee.event_id == invitee.event_id, Invitee.answer == Answer.WAITING)
        .order_by(col(Invitee.waiting_since), col(Invitee.id))
    )
    return list((await session.exec(query)).all()).index(invitee.id) + 1


async def _has_role(session: AsyncSession, member_id: int) -> bool:
    return (await session.exec(select(Grant.id).where(Grant.member_id == member_id))).first() is not None
