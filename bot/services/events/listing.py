"""What is coming: a member's events and agenda, a coordinator's counts and list."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, Event, EventState, EventText, Invitee, Member
from bot.services.actors import Actor
from bot.services.events import held, texts
from bot.services.events.reminders import is_unconfirmed
from bot.services.events.seats import Seats, seats_of
from bot.services.events.timing import Occurrence, occurrences
from bot.services.permissions import Action

AGENDA = dt.timedelta(days=30)
MOST_EVENTS = 200


@dataclass(frozen=True)
class Listed:
    """An event as somebody sees it in a list.

    Attributes:
        event: published or cancelled.
        texts: in all its languages.
        invitee: their invitation; None for a coordinator who is not invited.
        next: when it takes place next, or is taking place now.
    """

    event: Event
    texts: Sequence[EventText]
    invitee: Invitee | None
    next: Occurrence

    @property
    def unconfirmed(self) -> bool:
        """Whether they are to say again whether they come."""
        return self.invitee is not None and is_unconfirmed(self.event, self.invitee)


@dataclass(frozen=True)
class Counts:
    """How an event is answered.

    Attributes:
        answers: people by answer; those that nobody gave are 0.
        unconfirmed: yes and maybe of those who have not confirmed the present date and place.
        seats: what is left.
    """

    answers: Counter[Answer]
    unconfirmed: int
    seats: Seats

    @property
    def invited(self) -> int:
        """All who were invited."""
        return self.answers.total()


@dataclass(frozen=True)
class Participant:
    """Somebody who is invited, for the coordinator.

    Attributes:
        place: on the waiting list, from 1; None for who does not wait.
    """

    invitee: Invitee
    member: Member
    place: int | None


async def coming(session: AsyncSession, actor: Actor) -> list[Listed]:
    """Return the events that are not over: those the person is invited to first, then others that they plan.

    Both by their next start. Cancelled ones stay until they would have been over.
    """
    found = await _visible(session, actor)
    return sorted(found, key=lambda each: (each.invitee is None, each.next.start, each.event.id))


async def agenda(session: AsyncSession, actor: Actor) -> list[Listed]:
    """Return what takes place in the next 30 days and the person has not declined, each time by itself, in order."""
    until = actor.now + AGENDA
    return sorted(
        (
            Listed(each.event, each.texts, each.invitee, time)
            for each in await _visible(session, actor)
            if each.event.state is EventState.PUBLISHED and each.invitee and each.invitee.answer is not Answer.NO
            for time in occurrences(each.event)
            if time.end > actor.now and time.start < until
        ),
        key=lambda each: (each.next.start, each.event.id),
    )


async def one(session: AsyncSession, actor: Actor, event_id: int) -> Listed | None:
    """Return an event that the person may see, also one that is over; None for any other."""
    query = (
        select(Event, Invitee)
        .join(Invitee, own_invitation(actor), isouter=True)
        .where(Event.id == event_id, col(Event.state) != EventState.DRAFT)
    )
    row = (await session.exec(query)).first()
    if row is None or not may_see(actor, *row):
        return None
    event, invitee = row
    times = occurrences(event)
    following = next((time for time in times if time.end > actor.now), times[-1])
    return Listed(event, (await texts.of_events(session, [event_id]))[event_id], invitee, following)


async def counts(session: AsyncSession, event: Event) -> Counts:
    """Return how an event is answered."""
    invited = (await session.exec(select(Invitee).where(Invitee.event_id == event.id))).all()
    wavering = [each for each in invited if each.answer in {Answer.YES, Answer.MAYBE} and is_unconfirmed(event, each)]
    answers = Counter(dict.fromkeys(Answer, 0))
    answers.update(each.answer for each in invited)
    return Counts(answers, len(wavering), await seats_of(session, event))


async def participants(session: AsyncSession, actor: Actor, event_id: int) -> list[Participant]:
    """Return who is invited: who comes first, then the waiting list in its order, maybe, no answer, no; by country.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is not theirs to plan.
    """
    await held.planned(session, actor, event_id)
    query = select(Invitee, Member).join(Member, col(Invitee.member_id) == Member.id)
    rows = (await session.exec(query.where(Invitee.event_id == event_id))).all()
    waiting = sorted(
        (invitee.waiting_since, invitee.id) for invitee, _ in rows if invitee.waiting_since and invitee.id is not None
    )
    places = {number: place for place, (_, number) in enumerate(waiting, start=1)}
    order = [Answer.YES, Answer.WAITING, Answer.MAYBE, Answer.NONE, Answer.NO]
    found = [Participant(invitee, member, places.get(invitee.id or 0)) for invitee, member in rows]
    return sorted(
        found,
        key=lambda each: (
            order.index(each.invitee.answer),
            each.place or 0,
            each.member.country or "",
            each.member.unit or "",
            each.member.id,
        ),
    )


async def _visible(session: AsyncSession, actor: Actor) -> list[Listed]:
    """Return the events that are not over and that the person may see."""
    query = (
        select(Event, Invitee)
        .join(Invitee, own_invitation(actor), isouter=True)
        .where(col(Event.state) != EventState.DRAFT, col(Event.over_at) > actor.now)
        .order_by(col(Event.starts_at), col(Event.id))
        .limit(MOST_EVENTS)
    )
    if not actor.access.may_somewhere(Action.PLAN_EVENTS):
        query = query.where(col(Invitee.id).is_not(None))
    rows = [(event, invitee) for event, invitee in (await session.exec(query)).all() if may_see(actor, event, invitee)]
    found = await texts.of_events(session, [event.id or 0 for event, _ in rows])
    return [
        Listed(event, found[event.id or 0], invitee, next(time for time in occurrences(event) if time.end > actor.now))
        for event, invitee in rows
    ]


def own_invitation(actor: Actor) -> ColumnElement[bool]:
    """Return what joins an event with the invitation that somebody has to it."""
    return (col(Invitee.event_id) == Event.id) & (col(Invitee.member_id) == actor.access.member_id)


def may_see(actor: Actor, event: Event, invitee: Invitee | None) -> bool:
    """Say whether somebody may see an event that was published, invited or not."""
    return invitee is not None or actor.access.may(Action.PLAN_EVENTS, event.host_country)
