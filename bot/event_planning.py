"""An event as who plans it sees it, read from the database."""

from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services.actors import Actor
from bot.services.events import drafts, held, texts
from bot.services.events.parts import parts_of
from bot.views.event_plans import Plan


async def plan_of(session: AsyncSession, actor: Actor, event_id: int, zone: ZoneInfo) -> Plan:
    """Return an event in any state.

    Args:
        session: to read with.
        actor: who plans it.
        event_id: which.
        zone: of the reader.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is of a country whose events the actor does not plan.
    """
    event = await held.planned(session, actor, event_id)
    return Plan(
        event,
        (await texts.of_events(session, [event_id]))[event_id],
        await parts_of(session, event),
        await drafts.missing(session, actor, event),
        zone,
    )
