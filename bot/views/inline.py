"""What inline mode offers and sends."""

import datetime as dt

from bot.i18n import Translator
from bot.views import Button, Link, View, articles
from knowledge import LocalisedArticle, Section
from knowledge.markup import plain


def shared_card(article: LocalisedArticle, translator: Translator, today: dt.date, address: str) -> View:
    """Show an answer card in somebody else's chat; its one button opens the article here."""
    card = articles.card(article, translator, today)
    return View(card.blocks, ((Button(translator.gettext("Steps and sources"), Link(address)),),))


def summary(article: LocalisedArticle) -> str:
    """Return the short answer without markup, for the list of results."""
    return " ".join(plain(block.content.text) for block in article.sections[Section.SHORT_ANSWER])


def open_assistant(translator: Translator) -> str:
    """Return the label of the button above the results."""
    return translator.gettext("Ask the assistant")
