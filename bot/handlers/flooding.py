"""Before all others: who sends too much at once is told so once, then not answered; oversized texts are dropped.

What is dropped costs no database, no search and no look for personal data.
"""

from contextlib import suppress

from telegram import CallbackQuery, Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, TypeHandler

from bot import sender
from bot.addressing import is_read
from bot.context import ASSISTANT, BotApplication, BotContext, Handling
from bot.gate import Gated, requires
from bot.services.flooding import FloodGate, Verdict
from bot.services.permissions import Action
from bot.views import flooding as views

BEFORE_ALL = -4
"""PTB runs groups of handlers in ascending order; all others come later."""
MAX_TEXT = 4096
MAX_INLINE_QUERY = 256
"""Characters of a text or caption, and of an inline query (Bot API: Message, InlineQuery); Telegram sends no more.
A text that is only too long for a question goes on to the guard: it is the likeliest to hold personal data."""


def register(application: BotApplication) -> None:
    """Add this module's handler."""
    gate = FloodGate(application.bot_data[ASSISTANT].settings.updates_per_minute)
    application.add_handler(TypeHandler(Update, screener(gate)), BEFORE_ALL)


def screener(gate: FloodGate) -> Gated:
    """Return the callback that asks a gate about each update."""

    @requires(Action.LEARN_WHAT_THIS_IS)
    async def screen(update: Update, context: BotContext) -> None:
        """Let an update pass, or stop it; one too many is named as such once in a burst."""
        await _screen(gate, update, context)

    return screen


async def _screen(gate: FloodGate, update: Update, context: BotContext) -> None:
    if _is_oversized(update):
        context.mark(update, Handling.DROPPED)
        raise ApplicationHandlerStop
    person = update.effective_sender
    if person is None or not _is_for_us(update.effective_message, update.callback_query, context):
        return
    verdict = gate.judge(person.id, update.update_id, context.assistant.clock())
    if verdict is Verdict.ADMIT:
        return
    if verdict is Verdict.WARN:
        with suppress(TelegramError):  # the warning is worth one attempt
            await _warn(update, context)
    else:
        context.mark(update, Handling.DROPPED)
    raise ApplicationHandlerStop


async def _warn(update: Update, context: BotContext) -> None:
    """Say that it was too much; an inline query shows no text, so it stays without one."""
    query = update.callback_query
    if query is not None:
        await query.answer(views.notice(await context.translator(update)), show_alert=True)
    elif update.effective_message is not None:
        await sender.answer(update, views.slow_down(await context.translator(update)))


def _is_for_us(message: Message | None, query: CallbackQuery | None, context: BotContext) -> bool:
    """Tell whether an update is meant for the assistant: what people of a group say to each other does not count."""
    return query is not None or message is None or is_read(message, context.bot.id, context.bot.username)


def _is_oversized(update: Update) -> bool:
    """Tell whether a text is longer than Telegram lets anybody send."""
    message, query = update.effective_message, update.inline_query
    text = (message.text or message.caption or "") if message and not update.callback_query else ""
    return len(text) > MAX_TEXT or (query is not None and len(query.query) > MAX_INLINE_QUERY)
