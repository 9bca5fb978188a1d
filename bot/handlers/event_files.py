"""Calendar files (.ics) that who plans events sends: each event becomes a draft."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot import sender
from bot.calendars.problems import CalendarFileError
from bot.calendars.reading import read_file
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import EventKind
from bot.services.events import incoming
from bot.services.permissions import Action
from bot.views import event_plans

MOST_BYTES = 1_000_000
"""A calendar of some hundred events; what is larger is not even fetched."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    files = filters.Document.FileExtension("ics") & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(files, take))


@requires(Action.PLAN_EVENTS)
async def take(update: Update, context: BotContext) -> None:
    """Make drafts of the events of a file; times without a zone are the sender's."""
    translator, zone = await context.translator(update), await context.zone(update)
    document = update.effective_message.document if update.effective_message else None
    if document is None or (document.file_size or 0) > MOST_BYTES:
        await sender.answer(update, event_plans.bad_file(translator))
        return
    content = bytes(await (await document.get_file()).download_as_bytearray())
    try:
        file = read_file(content, zone)
    except CalendarFileError:
        await sender.answer(update, event_plans.bad_file(translator))
        return
    async with context.session() as session:
        actor = await context.actor(update)
        found = await incoming.take(session, actor, file, EventKind.MEETING, translator.locale)
        await session.commit()
    await sender.answer(update, event_plans.taken(found, translator))
