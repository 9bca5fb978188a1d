"""What people type is looked at for personal data before anything else sees it: messages, edits, commands, inline.

A message that has any is neither searched nor stored, and the assistant deletes it where it may. What was asked for
may hold some: see `_may_pass`.
"""

from collections.abc import Set as AbstractSet

from telegram import Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, InlineQueryHandler, MessageHandler, filters

from bot import guard, sender
from bot.addressing import is_private, is_read
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import awaiting
from bot.services.broadcasts.texts import AWAITED_TEXT
from bot.services.contact_corrections import expected_kinds
from bot.services.events.personal_data import OF_DRAFTS, is_of_draft, makes_draft
from bot.services.permissions import Action
from bot.views import personal_data as views

BEFORE_MOST = -2
"""PTB runs groups of handlers in ascending order; all others are in 0."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    kinds = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE
    application.add_handler(MessageHandler((filters.TEXT | filters.CAPTION) & kinds, screen), BEFORE_MOST)
    application.add_handler(InlineQueryHandler(screen_inline), BEFORE_MOST)


@requires(Action.LEARN_WHAT_THIS_IS)
async def screen(update: Update, context: BotContext) -> None:
    """Stop at a message with personal data: delete it, say which kinds it has and where they belong."""
    message = update.effective_message
    if message is None or not is_read(message, context.bot.id, context.bot.username):
        return
    found = dict.fromkeys(finding.kind for finding in guard.find(message.text or message.caption or ""))
    if not found or await _may_pass(found.keys(), update, context):
        return
    deleted = await _delete(message)
    view = views.warning(found, await context.translator(update), deleted=deleted)
    await sender.answer(update, view)
    raise ApplicationHandlerStop


@requires(Action.LEARN_WHAT_THIS_IS)
async def screen_inline(update: Update, context: BotContext) -> None:
    """Offer nothing for words that hold personal data."""
    query = update.inline_query
    if query is not None and guard.find(query.query):
        await query.answer([], cache_time=context.assistant.settings.inline_cache, is_personal=True)
        raise ApplicationHandlerStop


async def _may_pass(kinds: AbstractSet[guard.Kind], update: Update, context: BotContext) -> bool:
    """Tell whether a new message in a private chat was asked for, and may hold what it holds.

    A correction of a contact holds numbers or addresses of offices. Texts of broadcasts and drafts of events may hold
    public phones of venues; their author is asked before anybody else sees them.
    """
    access, message = (await context.person(update.effective_user)).access, update.message
    member_id = access.member_id
    if member_id is None or message is None or not is_private(update) or not message.text:
        return False
    if makes_draft(message.text, access):
        return True
    async with context.session() as session:
        awaited = await awaiting.asked_for(session, member_id, context.assistant.clock())
        if awaited is None or message.text.startswith("/"):
            return False
        is_draft = awaited.subject in OF_DRAFTS and await is_of_draft(session, awaited.details)
    return is_draft or awaited.subject == AWAITED_TEXT or kinds <= expected_kinds(awaited)


async def _delete(message: Message) -> bool:
    """Delete a message; in a group that takes a right which the assistant may lack."""
    try:
        return await message.delete()
    except TelegramError:
        return False
