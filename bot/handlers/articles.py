"""The pages behind an answer card, and whether the answer helped."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import contact_links, sender
from bot.callbacks import SECTIONS, Page, RateArticle, ShowArticle
from bot.context import BotApplication, BotContext
from bot.errors import UnknownArticleError
from bot.gate import requires
from bot.models import Channel
from bot.services import feedback, people
from bot.services.permissions import Action
from bot.views import View
from bot.views import articles as views


def register(application: BotApplication) -> None:
    """Add this module's handlers."""
    application.add_handler(CallbackQueryHandler(show, ShowArticle.pattern()))
    application.add_handler(CallbackQueryHandler(rate, RateArticle.pattern()))


@requires(Action.BROWSE)
async def show(update: Update, context: BotContext) -> None:
    """Show a page of an article in place of the message."""
    if query := update.callback_query:
        route = ShowArticle.parse(query.data)
        view = _page(context, route)
        if route.page is Page.CARD:
            translator = context.assistant.languages.translator(route.locale)
            rows = contact_links.of_article(context, route.article_id, None, translator)
            view = await contact_links.offer(update, context, view, rows)
        await query.answer()
        await sender.show(query, view)


@requires(Action.GIVE_FEEDBACK)
async def rate(update: Update, context: BotContext) -> None:
    """Note whether the answer helped."""
    if query := update.callback_query:
        route, now = RateArticle.parse(query.data), context.assistant.clock()
        if route.article_id not in context.assistant.knowledge:
            raise UnknownArticleError(route.article_id)
        async with context.session() as session:
            member = await people.enrol(session, Channel.TELEGRAM, query.from_user.id, now)
            await feedback.rate(session, member, (route.article_id, route.locale, route.helpful), now)
            await session.commit()
        translator = context.assistant.languages.translator(route.locale)
        await query.answer(views.thanks(translator, helpful=route.helpful))


def _page(context: BotContext, route: ShowArticle) -> View:
    """Return the page that a button names, in the language of the button."""
    assistant = context.assistant
    if route.article_id not in assistant.knowledge:
        raise UnknownArticleError(route.article_id)
    translator = assistant.languages.translator(route.locale)
    article = assistant.knowledge.article(route.article_id, route.locale)
    if route.page in SECTIONS:
        return views.page(article, route.page, translator)
    if route.page is Page.SOURCES:
        return views.sources(article, translator)
    if route.page is Page.RELATED:
        others = (assistant.knowledge.article(other, route.locale) for other in article.front.related)
        return views.related(article, others, translator)
    if route.page is Page.LANGUAGES:
        return views.languages(article, assistant.languages.locales, translator)
    return views.card(article, translator, assistant.today())
