"""Receivers of a broadcast say that they have read it."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks.broadcasts import ConfirmReading
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.broadcasts import receipts
from bot.services.permissions import Action
from bot.views import broadcast_messages as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(confirm, ConfirmReading.pattern()))


@requires(Action.RECEIVE_BROADCASTS)
async def confirm(update: Update, context: BotContext) -> None:
    """Note that the receiver has read it; the button then says when."""
    query = update.callback_query
    if query is None:
        return
    broadcast_id, translator = ConfirmReading.parse(query.data).broadcast_id, await context.translator(update)
    member_id = (await context.person(update.effective_user)).access.member_id or 0
    async with context.session() as session:
        at = await receipts.confirm(session, member_id, broadcast_id, context.assistant.clock())
        await session.commit()
    await query.answer(views.thanks(translator, is_receiver=at is not None))
    if at is not None:
        await sender.relabel(
            query, views.confirmed(broadcast_id, at.astimezone(await context.zone(update)), translator)
        )
