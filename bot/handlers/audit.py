"""/audit: who did what and when, for administrators."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import ListAudit
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import audit
from bot.services.permissions import Action
from bot.views import View
from bot.views import audit as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    application.add_handler(CommandHandler("audit", show, private))
    application.add_handler(CallbackQueryHandler(turn, ListAudit.pattern()))


@requires(Action.SEE_AUDIT)
async def show(update: Update, context: BotContext) -> None:
    """/audit - show the newest records."""
    await sender.answer(update, await _page(update, context, None))


@requires(Action.SEE_AUDIT)
async def turn(update: Update, context: BotContext) -> None:
    """Show another page in place of the message."""
    if query := update.callback_query:
        view = await _page(update, context, ListAudit.parse(query.data).before)
        await query.answer()
        await sender.show(query, view)


async def _page(update: Update, context: BotContext, before: int | None) -> View:
    async with context.session() as session:
        listing = await audit.latest(session, views.PAGE_SIZE, before)
    return views.log(listing, await context.zone(update), ListAudit, await context.translator(update))
