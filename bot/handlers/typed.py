"""Texts, files and places that the assistant has asked for go to the handler that asked; others go on, as questions.

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
Continuations = Mapping[str, tuple[Action, Continuation]]
"""By subject: what the text or file does, and who takes it."""


def register(application: BotApplication, texts: Continuations, files: Continuations, places: Continuations) -> None:
    """Add this module's handlers.

    Args:
        application: that gets them.
        texts: who takes a text; one that comes while a file is waited for is a question.
        files: who takes a document or photo; one that comes while a text is waited for changes nothing.
        places: who takes a location or venue; likewise.
    """
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    typed, sent = filters.TEXT & private, (filters.Document.ALL | filters.PHOTO) & private
    place = (filters.LOCATION | filters.VENUE) & private
    application.add_handler(CommandHandler("cancel", cancel, filters.UpdateType.MESSAGE), BEFORE_QUESTIONS)
    application.add_handler(MessageHandler(typed & filters.COMMAND, forget), BEFORE_QUESTIONS)
    application.add_handler(MessageHandler(typed & ~filters.COMMAND, taker(texts)), BEFORE_QUESTIONS)
    application.add_handler(MessageHandler(sent, file_taker(files)), BEFORE_QUESTIONS)
    application.add_handler(MessageHandler(place, file_taker(places)), BEFORE_QUESTIONS)


@requires(Action.LEARN_WHAT_THIS_IS)
async def cancel(update: Update, context: BotContext) -> None:
    """/cancel - wait for nothing any more."""
    waited = await _forget(update, context)
    translator = await context.translator(update)
    await sender.answer(update, views.cancelled(translator) if waited else views.nothing_to_cancel(translator))
    raise ApplicationHandlerStop


@requires(Action.LEARN_WHAT_THIS_IS)
async def forget(update: Update, context: BotContext) -> None:
    """Wait for nothing any more, and let the command go on."""
    await _forget(update, context)


def taker(continuations: Continuations) -> Gated:
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
        await _hand_over(update, context, awaited, continuations)

    return take


def file_taker(continuations: Continuations) -> Gated:
    """Return the callback that hands a file, or a place, to whoever asked for one."""

    @requires(Action.LEARN_WHAT_THIS_IS)
    async def take_file(update: Update, context: BotContext) -> None:
        """Hand a file over, or let it go on; a text that is waited for stays so."""
        member_id = (await context.person(update.effective_user)).access.member_id
        if member_id is None:
            return
        async with context.session() as session:
            awaited = await awaiting.asked_for(session, member_id, context.assistant.clock())
            if awaited is not None and awaited.subject in continuations:
                await awaiting.forget(session, member_id)
                await session.commit()
        await _hand_over(update, context, awaited, continuations)

    return take_file


async def _hand_over(
    update: Update, context: BotContext, awaited: Awaited | None, continuations: Continuations
) -> None:
    """Let nobody else have what was asked for; what was not goes on."""
    if awaited is None or awaited.subject not in continuations:
        return
    action, continuation = continuations[awaited.subject]
    await context.require(update, action)
    await continuation(update, context, awaited)
    raise ApplicationHandlerStop


async def _forget(update: Update, context: BotContext) -> bool:
    member_id = (await context.person(update.effective_user)).access.member_id
    if member_id is None:
        return False
    async with context.session() as session:
        waited = await awaiting.forget(session, member_id)
        await session.commit()
    return waited
