"""Buttons below articles, advice and suggestions that lead to contacts; only where these may be shown."""

from telegram import Update

from bot.addressing import is_private
from bot.context import BotContext
from bot.i18n import Translator
from bot.services.contact_functions import functions_of
from bot.services.permissions import Action
from bot.views import Button, View
from bot.views.contacts import function_buttons

Rows = tuple[tuple[Button, ...], ...]


async def offer(update: Update, context: BotContext, view: View, rows: Rows) -> View:
    """Add buttons to a screen; none in a group, and none for who may not view contacts."""
    access = (await context.person(update.effective_user)).access
    return view.with_rows(rows) if is_private(update) and access.may(Action.VIEW_CONTACTS) else view


def of_article(context: BotContext, article_id: str, country: str | None, translator: Translator) -> Rows:
    """Return the buttons to whom an article leads.

    Args:
        context: knows the rules.
        article_id: of the article.
        country: of the partner; None asks for it.
        translator: of the article's language.
    """
    functions = functions_of(article_id, context.assistant.knowledge.reference.rules)
    return function_buttons(functions, country, translator)
