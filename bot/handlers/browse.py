"""/browse: the shelves, and what stands on each."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import BrowseArticles, BrowseCategories
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.i18n import Translator
from bot.services.permissions import Action
from bot.views import View
from bot.views import browse as views
from knowledge import Category


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("browse", browse, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show_categories, BrowseCategories.pattern()))
    application.add_handler(CallbackQueryHandler(show_shelf, BrowseArticles.pattern()))


@requires(Action.BROWSE)
async def browse(update: Update, context: BotContext) -> None:
    """/browse - show the shelves."""
    await sender.answer(update, _categories(context, await context.translator(update)))


@requires(Action.BROWSE)
async def show_categories(update: Update, context: BotContext) -> None:
    """Show the shelves in place of the message."""
    if query := update.callback_query:
        BrowseCategories.parse(query.data)
        await query.answer()
        await sender.show(query, _categories(context, await context.translator(update)))


@requires(Action.BROWSE)
async def show_shelf(update: Update, context: BotContext) -> None:
    """Show a page of one shelf in place of the message."""
    if query := update.callback_query:
        route = BrowseArticles.parse(query.data)
        translator = await context.translator(update)
        articles = context.assistant.knowledge.shelf(route.category, translator.locale)
        await query.answer()
        page_size = context.assistant.settings.page_size
        await sender.show(query, views.shelf(route.category, articles, route.page, page_size, translator))


def _categories(context: BotContext, translator: Translator) -> View:
    knowledge = context.assistant.knowledge
    counts = {category: len(knowledge.shelf(category, translator.locale)) for category in Category}
    return views.categories(counts, translator)
