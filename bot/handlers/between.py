"""/between: what two countries have between them."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import ShowBetween
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.i18n import Translator
from bot.services.countries import find_countries
from bot.services.permissions import Action
from bot.views import View
from bot.views import between as views
from knowledge import Country
from knowledge.between import between

PAIR = 2


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("between", answer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show, ShowBetween.pattern()))


@requires(Action.COMPARE_COUNTRIES)
async def answer(update: Update, context: BotContext) -> None:
    """/between [COUNTRY COUNTRY] - show what two countries have; ask for what was not named."""
    named = find_countries(" ".join(context.args or ()), context.assistant.languages.locales)[:PAIR]
    own, partner = [*named, None, None][:PAIR]
    await sender.answer(update, _view(context, own, partner, await context.translator(update)))


@requires(Action.COMPARE_COUNTRIES)
async def show(update: Update, context: BotContext) -> None:
    """Ask for the next country, or show the pair, in place of the message."""
    if query := update.callback_query:
        route = ShowBetween.parse(query.data)
        translator = await context.translator(update)
        await query.answer()
        await sender.show(query, _view(context, route.own, route.partner, translator))


def _view(context: BotContext, own: Country | None, partner: Country | None, translator: Translator) -> View:
    if own is None or partner is None or own is partner:
        return views.question(own, translator)
    knowledge = context.assistant.knowledge
    links = between(knowledge.reference.instruments.values(), own, partner)
    return views.between((own, partner), links, knowledge.texts(translator.locale), translator)
