"""Who a draft goes to: values are turned between only these, left out, and no matter."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import StaleButtonError
from bot.callbacks.broadcasts import ChooseAudience
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import ReceiverKind
from bot.services.broadcasts import audience
from bot.services.broadcasts.overview import overview
from bot.services.permissions import Action
from bot.views import broadcast_audience as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(choose, ChooseAudience.pattern()))


@requires(Action.BROADCAST)
async def choose(update: Update, context: BotContext) -> None:
    """Turn a value if the button names one, and show all of its kind."""
    query = update.callback_query
    if query is None:
        return
    route, actor = ChooseAudience.parse(query.data), await context.actor(update)
    kind = _kind(route)
    async with context.session() as session:
        if route.code is not None:
            await audience.toggle(session, actor, route.broadcast_id, kind, route.code)
            await session.commit()
        draft = await overview(session, actor, route.broadcast_id)
        offered = await audience.options(session, actor, kind)
    await query.answer()
    await sender.show(query, views.values(draft, kind, offered, route.page, await context.translator(update)))


def _kind(route: ChooseAudience) -> ReceiverKind:
    if route.kind not in set(ReceiverKind):
        raise StaleButtonError(route.kind)
    return ReceiverKind(route.kind)
