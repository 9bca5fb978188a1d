"""For those who plan events: whom the last message about one did not reach, and why."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks.event_unreached import ListUnreached
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.events import listing
from bot.services.events.held import EventGoneError
from bot.services.events.unreached import unreached
from bot.services.permissions import Action
from bot.views import event_unreached as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ListUnreached.pattern()))


@requires(Action.PLAN_EVENTS)
async def show(update: Update, context: BotContext) -> None:
    """List who was not reached."""
    query = update.callback_query
    if query is None:
        return
    event_id, actor = ListUnreached.parse(query.data).event_id, await context.actor(update)
    async with context.session() as session:
        found = await unreached(session, actor, event_id)
        listed = await listing.one(session, actor, event_id)
    if listed is None:
        raise EventGoneError
    await query.answer()
    await sender.show(query, views.unreached(listed, found, await context.translator(update)))
