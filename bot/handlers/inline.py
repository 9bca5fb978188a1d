"""Inline mode: `@bot words` in any chat offers articles to share.

Results are personal: Telegram would else show one person's results to everybody who types the same (Bot API:
answerInlineQuery).
"""

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update
from telegram.ext import InlineQueryHandler
from telegram.helpers import create_deep_linked_url

from bot import sender
from bot.callbacks import article_payload
from bot.context import BotApplication, BotContext
from bot.services import questions
from bot.splitting import messages
from bot.views import inline as views
from knowledge import LocalisedArticle


def register(application: BotApplication) -> None:
    """Add this module's handler."""
    application.add_handler(InlineQueryHandler(offer))


async def offer(update: Update, context: BotContext) -> None:
    """Offer the articles that fit the words typed so far."""
    if query := update.inline_query:
        assistant = context.assistant
        locale = await context.locale(query.from_user)
        articles = questions.candidates(assistant.knowledge, query.query, locale, assistant.settings.inline_results)
        label = views.open_assistant(assistant.languages.translator(locale))
        await query.answer(
            [_result(context, article) for article in articles],
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
