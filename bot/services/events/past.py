"""Events that are over: for those who were there, and for those who planned them."""

import datetime as dt

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, Event, EventState, Invitee
from bot.services.actors import Actor
from bot.services.events import texts
from bot.services.events.listing import Listed, may_see, own_invitation
from bot.services.events.timing import occurrences
from bot.services.permissions import Action

MOST_EVENTS = 100
SHOWN_FOR = dt.timedelta(days=365)


async def past(session: AsyncSession, actor: Actor) -> list[Listed]:
    """Return the events of the last year that took place, the latest first.

    Those whom somebody came to, and those that they plan.
    """
    query = (
        select(Event, Invitee)
        .join(Invitee, own_invitation(actor), isouter=True)
        .where(
            Event.state == EventState.PUBLISHED,
            col(Event.over_at) <= actor.now,
            col(Event.over_at) > actor.now - SHOWN_FOR,
        )
        .order_by(col(Event.over_at).desc(), col(Event.id).desc())
    )
    if not actor.access.may_somewhere(Action.PLAN_EVENTS):
        query = query.where(col(Invitee.answer) == Answer.YES)
    rows = [(event, own) for event, own in (await session.exec(query)).all() if _concerns(actor, event, own)]
    found = await texts.of_events(session, [event.id or 0 for event, _ in rows[:MOST_EVENTS]])
    return [Listed(event, found[event.id or 0], own, occurrences(event)[-1]) for event, own in rows[:MOST_EVENTS]]


def _concerns(actor: Actor, event: Event, own: Invitee | None) -> bool:
    came = own is not None and own.answer is Answer.YES
    return came or may_see(actor, event, None)
