"""What all handlers of planned events do with an update: read the plan, ask for a text, put a screen in its place."""

from zoneinfo import ZoneInfo

from telegram import CallbackQuery, Update

from bot import sender
from bot.context import BotContext
from bot.event_planning import plan_of
from bot.models import Event
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.zones import zone_of
from bot.times import zone
from bot.views import View
from bot.views.event_plans import Plan

EVENT = "event"
"""In the details of what is asked for: the number of the event."""


async def read(update: Update, context: BotContext, event_id: int) -> Plan:
    """Return an event in any state as the sender plans it.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is of a country whose events the sender does not plan.
    """
    async with context.session() as session:
        return await plan_of(session, await context.actor(update), event_id, await context.zone(update))


async def ask_for(update: Update, context: BotContext, awaited: Awaited) -> None:
    """Wait for a text of the sender, in place of another that was waited for."""
    actor = await context.actor(update)
    async with context.session() as session:
        await awaiting.ask_for(session, actor.access.member_id or 0, awaited, actor.now)
        await session.commit()


async def venue_zone(update: Update, context: BotContext, event: Event) -> ZoneInfo:
    """Return the zone of an event: its own, else that of the host's country, else the sender's."""
    if event.zone:
        return zone(event.zone)
    return zone_of(None, event.host_country) if event.host_country else await context.zone(update)


async def put(query: CallbackQuery, view: View) -> None:
    """Answer a press, and put a screen in place of the message whose button it was."""
    await query.answer()
    await sender.show(query, view)


def typed(update: Update) -> str:
    """Return the text of an update; "" for none."""
    return (update.effective_message.text if update.effective_message else None) or ""
