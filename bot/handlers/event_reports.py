"""The report on a study visit, as a document for its coordinator."""

from io import BytesIO

from telegram import InputFile, Update
from telegram.ext import CallbackQueryHandler

from bot.callbacks import MakeReport
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.events import reports
from bot.services.permissions import Action
from bot.views import event_report


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(send, MakeReport.pattern()))


@requires(Action.PLAN_EVENTS)
async def send(update: Update, context: BotContext) -> None:
    """Send the report; it is not protected, because a coordinator goes on writing it."""
    query = update.callback_query
    if query is None or update.effective_chat is None:
        return
    route = MakeReport.parse(query.data)
    async with context.session() as session:
        found = await reports.collect(session, await context.actor(update), route.event_id)
        await session.commit()
    document = event_report.report(found, await context.translator(update))
    await query.answer()
    await update.effective_chat.send_document(InputFile(BytesIO(document.content), filename=document.name))
