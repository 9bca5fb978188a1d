"""Who was here today: noted once a day, so that nobody who uses the assistant is taken for inactive."""

from telegram import Update
from telegram.ext import TypeHandler

from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Channel
from bot.services import inactivity
from bot.services.permissions import Action

BEFORE_THE_GUARD = -3
"""PTB runs groups of handlers in ascending order; a message that the guard stops is a sign of life too."""


def register(application: BotApplication) -> None:
    """Add this module's handler."""
    application.add_handler(TypeHandler(Update, note), BEFORE_THE_GUARD)


@requires(Action.LEARN_WHAT_THIS_IS)
async def note(update: Update, context: BotContext) -> None:
    """Note that the sender was here; strangers get no row by it."""
    if (user := update.effective_user) is None:
        return
    async with context.session() as session:
        if await inactivity.note_seen(session, Channel.TELEGRAM, user.id, context.assistant.today()):
            await session.commit()
