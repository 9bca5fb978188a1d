"""/start, also with a deep link to an article, and /help."""

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot import sender
from bot.callbacks import article_of_payload
from bot.context import BotApplication, BotContext
from bot.errors import UnknownArticleError
from bot.models import Channel
from bot.services import people
from bot.views import View, articles
from bot.views import start as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("start", start, filters.UpdateType.MESSAGE))
    application.add_handler(CommandHandler("help", show_help, filters.UpdateType.MESSAGE))


async def start(update: Update, context: BotContext) -> None:
    """/start [a_ARTICLE] - greet, or open the article of the link."""
    if update.effective_user is not None:
        async with context.session() as session:
            await people.enrol(session, Channel.TELEGRAM, update.effective_user.id, context.assistant.clock())
            await session.commit()
    await sender.answer(update, await _opening(update, context))


async def show_help(update: Update, context: BotContext) -> None:
    """/help - how it works."""
    await sender.answer(update, views.help_text(await context.translator(update), context.bot.username))


async def _opening(update: Update, context: BotContext) -> View:
    """Return the article that a deep link names, else the welcome."""
    translator = await context.translator(update)
    article_id = article_of_payload(" ".join(context.args or ()))
    if article_id is None:
        return views.welcome(translator)
    if article_id not in context.assistant.knowledge:
        raise UnknownArticleError(article_id)
    article = context.assistant.knowledge.article(article_id, translator.locale)
    return articles.card(article, translator, context.assistant.today())
