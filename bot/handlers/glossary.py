"""/term: what a term means and how the other languages say it."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot import sender
from bot.callbacks import ListTerms, ShowTerm, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.errors import UnknownArticleError
from bot.gate import requires
from bot.services import terms
from bot.services.permissions import Action
from bot.views import View
from bot.views import glossary as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CommandHandler("term", answer, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(show, ShowTerm.pattern()))
    application.add_handler(CallbackQueryHandler(show_terms, ListTerms.pattern()))


@requires(Action.USE_GLOSSARY)
async def answer(update: Update, context: BotContext) -> None:
    """/term WORD - show the term, or those that it may be."""
    typed = " ".join(context.args or ())
    translator = await context.translator(update)
    glossary = context.assistant.knowledge.reference.glossary
    if not typed:
        await sender.answer(update, views.usage(translator))
        return
    found = terms.meant(glossary, typed)
    if not found:
        await sender.answer(update, views.unknown(translator))
    elif len(found) == 1:
        await sender.answer(update, _term(context, found[0], translator.locale))
    else:
        await sender.answer(update, views.choice(views.names(glossary, found, translator.locale), translator))


@requires(Action.USE_GLOSSARY)
async def show(update: Update, context: BotContext) -> None:
    """Show a term in place of the message."""
    if query := update.callback_query:
        route = ShowTerm.parse(query.data)
        if route.term_id not in context.assistant.knowledge.reference.glossary.terms:
            raise StaleButtonError(query.data)
        await query.answer()
        await sender.show(query, _term(context, route.term_id, route.locale))


@requires(Action.USE_GLOSSARY)
async def show_terms(update: Update, context: BotContext) -> None:
    """Show the terms of an article in place of the message."""
    if query := update.callback_query:
        route, knowledge = ListTerms.parse(query.data), context.assistant.knowledge
        if route.article_id not in knowledge:
            raise UnknownArticleError(route.article_id)
        article, glossary = knowledge.article(route.article_id, route.locale), knowledge.reference.glossary
        names = views.names(glossary, glossary.of_article(article.id), article.locale)
        await query.answer()
        await sender.show(query, views.of_article(article, names, context.assistant.languages.translator(route.locale)))


def _term(context: BotContext, term_id: str, locale: str) -> View:
    """Return a term in a language."""
    knowledge, languages = context.assistant.knowledge, context.assistant.languages
    translator = languages.translator(locale)
    entry = terms.entry(knowledge, term_id, translator.locale, languages.locales)
    return views.term(entry, translator)
