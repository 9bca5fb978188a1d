"""An event for a coordinator who changes it: there, theirs to plan, and held until the transaction ends."""

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import BotError
from bot.models import Event, EventState
from bot.services.actors import Actor
from bot.services.events.seats import hold
from bot.services.permissions import Action


class EventGoneError(BotError):
    """The event is not there (any more), or not in a state in which this can be done to it."""


async def draft(session: AsyncSession, actor: Actor, event_id: int) -> Event:
    """Return a draft that the actor may change.

    Raises:
        EventGoneError: it is none.
        NotAllowedError: it is of a country whose events they do not plan.
    """
    return await _held(session, actor, event_id, EventState.DRAFT)


async def published(session: AsyncSession, actor: Actor, event_id: int) -> Event:
    """Return a published event that the actor may change and that is not over.

    Raises:
        EventGoneError: it is none.
        NotAllowedError: it is of a country whose events they do not plan.
    """
    event = await _held(session, actor, event_id, EventState.PUBLISHED)
    if event.over_at is None or event.over_at <= actor.now:
        raise EventGoneError
    return event


async def planned(session: AsyncSession, actor: Actor, event_id: int) -> Event:
    """Return an event in any state to read, unheld.

    Raises:
        EventGoneError: it is none.
        NotAllowedError: it is of a country whose events they do not plan.
    """
    event = await session.get(Event, event_id, populate_existing=True)
    if event is None:
        raise EventGoneError
    actor.require(Action.PLAN_EVENTS, event.host_country)
    return event


async def _held(session: AsyncSession, actor: Actor, event_id: int, state: EventState) -> Event:
    event = await hold(session, event_id)
    if event is None:
        raise EventGoneError
    actor.require(Action.PLAN_EVENTS, event.host_country)
    if event.state is not state:
        raise EventGoneError
    return event
