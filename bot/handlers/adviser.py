"""/channel: which channel to use for a case, asked for step by step."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import contact_links, sender
from bot.callbacks import AdviseChannel
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import advice
from bot.services.contact_functions import functions_of_advice
from bot.services.countries import find_countries
from bot.services.permissions import Action
from bot.views import View
from bot.views import adviser as views
from bot.views.contacts import function_buttons

PAIR = 2
MOST_FUNCTIONS = 3
"""Functions of the partner below an advice, those of the best offers."""


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("channel", answer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show, AdviseChannel.pattern()))


@requires(Action.ADVISE_CHANNEL)
async def answer(update: Update, context: BotContext) -> None:
    """/channel [COUNTRY COUNTRY] - ask what is needed; the countries may be named at once."""
    named = find_countries(" ".join(context.args or ()), context.assistant.languages.locales)[:PAIR]
    own, partner = [*named, None, None][:PAIR]
    await sender.answer(update, await _view(update, context, AdviseChannel(own, partner)))


@requires(Action.ADVISE_CHANNEL)
async def show(update: Update, context: BotContext) -> None:
    """Ask the next question, or show the advice, in place of the message."""
    if query := update.callback_query:
        route = AdviseChannel.parse(query.data)
        view = await _view(update, context, route)
        await query.answer()
        await sender.show(query, view)


async def _view(update: Update, context: BotContext, route: AdviseChannel) -> View:
    case, translator = advice.case_of(route), await context.translator(update)
    if case is None:
        return views.question(route, translator)
    knowledge = context.assistant.knowledge
    given = knowledge.reference.adviser.advise(case)
    articles = [knowledge.article(key, translator.locale) for key in views.article_ids(given)]
    form = knowledge.reference.request_forms.of_case(case.subject, case.purpose)
    advised = views.Advised(case, given, articles, form.id, knowledge.reference.instruments)
    view = views.advice(advised, knowledge.texts(translator.locale), translator)
    rows = function_buttons(functions_of_advice(given)[:MOST_FUNCTIONS], case.partner, translator)
    return await contact_links.offer(update, context, view, rows)
