"""Texts that the assistant has asked for go to the handler that asked; all others go on, as questions.

A command ends the waiting: whoever types one is on to something else. /cancel does nothing but that.
"""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update
from telegram.ext import ApplicationHandlerStop, CommandHandler, MessageHandler, filters

from bot import sender
from bot.context import BotApplication, BotContext
from bot.gate import Gated, requires
from bot.services import awaiting
from bot.services.awaiting import Awaited
from bot.services.permissions import Action
from bot.views import access as views

BEFORE_QUESTIONS = -1
"""PTB runs groups of handlers in ascending order; the guard comes before, all others are in 0."""
Continuation = Callable[[Update, BotContext, Awaited], Awaitable[None]]


def register(application: BotApplication, continuations: Mapping[str, tuple[Action, Continuation]]) -> None:
    """Add this module's handlers.

    Args:
        application: that gets them.
        continuations: by subject: what the text does, and who takes it.
    """
    texts = filters.TEXT & filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler("cancel", cancel, filters.UpdateType.MESSAGE), BEFORE_QUESTIONS)
    application.add_handler(MessageHandler(texts & filters.COMMAND, forget), BEFORE_QUESTIONS)
    application.add_handler(MessageHandler(texts & ~filters.COMMAND, taker(continuations)), BEFORE_QUESTIONS)


@requires(Action.LEARN_WHAT_THIS_IS)
async def cancel(update: Update, context: BotContext) -> None:
    """/cancel - wait for no text any more."""
    waited = await _forget(update, context)
    translator = await context.translator(update)
    await sender.answer(update, views.cancelled(translator) if waited else views.nothing_to_cancel(translator))
    raise ApplicationHandlerStop


@requires(Action.LEARN_WHAT_THIS_IS)
async def forget(update: Update, context: BotContext) -> None:
    """Wait for no text any more, and let the command go on."""
    await _forget(update, context)


def taker(continuations: Mapping[str, tuple[Action, Continuation]]) -> Gated:
    """Return the callback that hands a text to whoever asked for it."""

    @requires(Action.LEARN_WHAT_THIS_IS)
    async def take(update: Update, context: BotContext) -> None:
        """Hand a text over, or let it go on."""
        member_id = (await context.person(update.effective_user)).access.member_id
        if member_id is None:
            return
        async with context.session() as session:
            awaited = await awaiting.take(session, member_id, context.assistant.clock())
            await session.commit()
        if awaited is None or awaited.subject not in continuations:
            return
        action, continuation = continuations[awaited.subject]
        await context.require(update, action)
        await continuation(update, context, awaited)
        raise ApplicationHandlerStop

    return take


async def _forget(update: Update, context: BotContext) -> bool:
    member_id = (await context.person(update.effective_user)).access.member_id
    if member_id is None:
        return False
    async with context.session() as session:
        waited = await awaiting.forget(session, member_id)
        await session.commit()
    return waited
