"""/channel: which channel to use for a case, asked for step by step."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import AdviseChannel
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.i18n import Translator
from bot.services import advice
from bot.services.countries import find_countries
from bot.services.permissions import Action
from bot.views import View
from bot.views import adviser as views

PAIR = 2


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("channel", answer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show, AdviseChannel.pattern()))


@requires(Action.ADVISE_CHANNEL)
async def answer(update: Update, context: BotContext) -> None:
    """/channel [COUNTRY COUNTRY] - ask what is needed; the countries may be named at once."""
    named = find_countries(" ".join(context.args or ()), context.assistant.languages.locales)[:PAIR]
    own, partner = [*named, None, None][:PAIR]
    await sender.answer(update, _view(context, AdviseChannel(own, partner), await context.translator(update)))


@requires(Action.ADVISE_CHANNEL)
async def show(update: Update, context: BotContext) -> None:
    """Ask the next question, or show the advice, in place of the message."""
    if query := update.callback_query:
        route = AdviseChannel.parse(query.data)
        translator = await context.translator(update)
        view = _view(context, route, translator)
        await query.answer()
        await sender.show(query, view)


def _view(context: BotContext, route: AdviseChannel, translator: Translator) -> View:
    case = advice.case_of(route)
    if case is None:
        return views.question(route, translator)
    knowledge = context.assistant.knowledge
    given = knowledge.reference.adviser.advise(case)
    articles = [knowledge.article(key, translator.locale) for key in views.article_ids(given)]
    form = knowledge.reference.request_forms.of_case(case.subject, case.purpose)
    advised = views.Advised(case, given, articles, form.id, knowledge.reference.instruments)
    return views.advice(advised, knowledge.texts(translator.locale), translator)
