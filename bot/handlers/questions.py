"""A message in free text: the article it asks for, titles to choose from, or "I don't know".

In groups the assistant speaks only when it is mentioned or replied to.
"""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot import sender
from bot.addressing import Addressed, without_mention
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.models import Channel
from bot.services import questions
from bot.services.permissions import Action
from bot.services.questions import MAX_LENGTH, Place, Reply
from bot.views import View, articles
from bot.views import questions as views
from bot.views import start as start_views
from knowledge import Outcome


def register(application: BotApplication) -> None:
    """Add this module's handlers; commands of ours are taken before."""
    chats = (filters.ChatType.PRIVATE | filters.ChatType.GROUPS) & Addressed()
    kinds = filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & chats & kinds, answer))
    application.add_handler(MessageHandler(filters.COMMAND & filters.ChatType.PRIVATE & kinds, refuse_command))
    content = ~filters.TEXT & ~filters.StatusUpdate.ALL & chats & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(content, refuse_content))


@requires(Action.ASK)
async def answer(update: Update, context: BotContext) -> None:
    """Answer a question; a question that was edited changes its earlier answer."""
    message = update.effective_message
    if message is None:
        return
    query = without_mention(message, context.bot.username)
    if len(query) > MAX_LENGTH:
        await sender.answer(update, views.too_long(await context.translator(update), MAX_LENGTH))
        return
    locale = await context.locale(update.effective_user)
    reply = await context.assistant.searches.run(questions.reply, context.assistant.knowledge, query, locale)
    place = Place(Channel.TELEGRAM, message.chat_id, message.message_id)
    async with context.session() as session:
        earlier = await questions.find(session, place)
        view = _view(context, reply)
        shown = (
            await sender.replace(update, earlier.answer_message_id, view)
            if earlier
            else await sender.answer(update, view)
        )
        await questions.record(session, place, reply, shown, context.assistant.clock())
        await session.commit()


@requires(Action.LEARN_WHAT_THIS_IS)
async def refuse_command(update: Update, context: BotContext) -> None:
    """Say which commands there are."""
    access = (await context.person(update.effective_user)).access
    await sender.answer(update, start_views.unknown_command(access, await context.translator(update)))


@requires(Action.ASK)
async def refuse_content(update: Update, context: BotContext) -> None:
    """Say that only text can be read."""
    await sender.answer(update, views.unsupported(await context.translator(update)))


def _view(context: BotContext, reply: Reply) -> View:
    translator = context.assistant.languages.translator(reply.locale)
    if reply.outcome is Outcome.ANSWER:
        return articles.card(reply.articles[0], translator, context.assistant.today())
    if reply.outcome is Outcome.SUGGEST:
        return views.suggestions(reply.articles, translator)
    return views.not_found(translator, reply.place)
