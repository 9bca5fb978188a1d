"""Inline mode: `@bot words` in any chat offers terms and articles to share.

Results are personal: Telegram would else show one person's results to everybody who types the same (Bot API:
answerInlineQuery).
"""

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update
from telegram.ext import InlineQueryHandler
from telegram.helpers import create_deep_linked_url

from bot import sender
from bot.callbacks import article_payload
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services import questions, terms
from bot.services.permissions import Action
from bot.splitting import messages
from bot.views import glossary
from bot.views import inline as views
from knowledge import LocalisedArticle

MAX_TERMS = 2
"""Terms of the glossary among the results; articles follow them."""


def register(application: BotApplication) -> None:
    """Add this module's handler."""
    application.add_handler(InlineQueryHandler(offer))


@requires(Action.SHARE_INLINE)
async def offer(update: Update, context: BotContext) -> None:
    """Offer the articles that fit the words typed so far."""
    if query := update.inline_query:
        assistant = context.assistant
        locale = await context.locale(query.from_user)
        limit = assistant.settings.inline_results
        articles = await assistant.searches.run(questions.candidates, assistant.knowledge, query.query, locale, limit)
        label = views.open_assistant(assistant.languages.translator(locale))
        found = terms.certain(assistant.knowledge.reference.glossary, query.query)[:MAX_TERMS]
        results = [_term_result(context, term_id, locale) for term_id in found]
        results += [_result(context, article) for article in articles]
        await query.answer(
            results,
            cache_time=assistant.settings.inline_cache,
            is_personal=True,
            button=InlineQueryResultsButton(label, start_parameter="help"),
        )


def _result(context: BotContext, article: LocalisedArticle) -> InlineQueryResultArticle:
    """Return an article as Telegram lists it, with the card that is sent when it is chosen."""
    translator = context.assistant.languages.translator(article.locale)
    address = create_deep_linked_url(context.bot.username, article_payload(article.id))
    card = views.shared_card(article, translator, context.assistant.today(), address)
    return InlineQueryResultArticle(
        id=f"{article.id}:{article.locale}",
        title=article.title.text,
        description=views.summary(article),
        input_message_content=InputTextMessageContent(messages(card.blocks)[0]),
        reply_markup=sender.keyboard(card),
    )


def _term_result(context: BotContext, term_id: str, locale: str) -> InlineQueryResultArticle:
    """Return a term of the glossary as Telegram lists it."""
    assistant = context.assistant
    entry = terms.entry(assistant.knowledge, term_id, locale, assistant.languages.locales)
    view = glossary.term(entry, assistant.languages.translator(locale))
    return InlineQueryResultArticle(
        id=f"t:{term_id}:{locale}",
        title=assistant.knowledge.reference.glossary.name(term_id, locale),
        description=entry.definition.text,
        input_message_content=InputTextMessageContent(messages(view.blocks)[0]),
    )
