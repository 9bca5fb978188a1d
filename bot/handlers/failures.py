"""Buttons that lead nowhere any more, and the error handler: what a person did wrong, or an apology of ours."""

import secrets

import structlog
from telegram import CallbackQuery, InlineQuery, Update
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler

from bot import sender
from bot.callbacks import StaleButtonError
from bot.context import BotApplication, BotContext, Handling
from bot.errors import BotError
from bot.gate import requires
from bot.i18n import Translator
from bot.logs import frames
from bot.outages import is_outage, never_left
from bot.services.permissions import Action
from bot.views import View
from bot.views import failures as views

REFERENCE_BYTES = 4
QUERY_EXPIRED = "query is too old"


def register(application: BotApplication) -> None:
    """Add the handler of unknown buttons, after all others, and the error handler."""
    application.add_handler(CallbackQueryHandler(refuse_button))
    application.add_error_handler(explain)


@requires(Action.LEARN_WHAT_THIS_IS)
async def refuse_button(update: Update, context: BotContext) -> None:
    """Answer a button that no handler knows."""
    del context
    raise StaleButtonError(update.callback_query and update.callback_query.data)


async def explain(update: object, context: BotContext) -> None:
    """Tell the person what happened; log our own failures without anything they typed.

    Raises:
        ApplicationHandlerStop: always; no later handler sees what an earlier one, such as the guard, failed at.
    """
    error = context.error
    if not isinstance(update, Update) or error is None or isinstance(error, Forbidden):
        _log(error, None)
    elif never_left(error):
        context.mark(update, Handling.AGAIN)
    else:
        await _explain(update, error, context)
    raise ApplicationHandlerStop


async def _explain(update: Update, error: Exception, context: BotContext) -> None:
    translator = await _translator(update, context)
    if isinstance(error, StaleButtonError):
        await _notify(update.callback_query, views.stale_button(translator))
        return
    if isinstance(error, BotError):
        view = views.explanation(error, translator)
    elif _is_expired(error):
        return  # the button was pressed so long ago that nobody waits for it
    else:
        reference = secrets.token_hex(REFERENCE_BYTES)
        _log(error, reference)
        view = views.apology(reference, translator)
    await _notify(update.callback_query)
    await _offer_nothing(update.inline_query)
    await _tell(update, view, context)


async def _translator(update: Update, context: BotContext) -> Translator:
    """Return the translator for the person; what failed may be the database, and the apology must not fail with it."""
    try:
        return await context.translator(update)
    except Exception:  # noqa: BLE001  # whatever it is, it was or will be logged for the update itself
        return context.client_translator(update)


async def _tell(update: Update, view: View, context: BotContext) -> None:
    """Send an explanation, later if it cannot be sent now; who has blocked the assistant meanwhile needs none."""
    if update.effective_message is None:
        return
    try:
        await sender.answer(update, view)
    except Forbidden:
        return
    except NetworkError as outage:
        if not is_outage(outage):
            raise
        context.mark(update, Handling.AGAIN)


async def _notify(query: CallbackQuery | None, text: str | None = None) -> None:
    """End the progress mark of a pressed button; it may be over already."""
    if query is None:
        return
    try:
        await query.answer(text, show_alert=text is not None)
    except (BadRequest, NetworkError):
        return


async def _offer_nothing(query: InlineQuery | None) -> None:
    """End an inline query that was refused or failed; it is kept nowhere, for the next one may be allowed."""
    if query is None:
        return
    try:
        await query.answer([], cache_time=0, is_personal=True)
    except (BadRequest, NetworkError):
        return


def _is_expired(error: Exception) -> bool:
    return isinstance(error, BadRequest) and QUERY_EXPIRED in error.message.lower()


def _log(error: Exception | None, reference: str | None) -> None:
    """Log the kind of a failure and where it came from; its message may hold what was typed, so it is left out."""
    kind = error.message if isinstance(error, TelegramError) and not isinstance(error, BadRequest) else ""
    structlog.get_logger(__name__).error(
        "update failed", reference=reference, error=type(error).__name__, telegram=kind, frames=frames(error)
    )
