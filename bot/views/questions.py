"""What a question leads to besides an article: titles to choose from, or "I don't know"."""

from collections.abc import Iterable

from bot.callbacks import BrowseCategories
from bot.i18n import Translator
from bot.views import Button, View
from bot.views.articles import article_button
from bot.views.html import bold, escape
from knowledge import LocalisedArticle


def suggestions(articles: Iterable[LocalisedArticle], translator: Translator) -> View:
    """Ask which of up to three articles was meant."""
    _ = translator.gettext
    rows = tuple((article_button(article),) for article in articles)
    return View(
        (bold(_("Did you mean one of these?")), escape(_("If not, ask again in other words."))),
        (*rows, (browse_button(translator),)),
    )


def not_found(translator: Translator, place: str | None = None) -> View:
    """Say that there is no article on the question, and who handles it or what can be done."""
    _ = translator.gettext
    if place:
        handled = escape(_("That is handled by: {place}.").format(place=place))
        return View((bold(_("This is not covered here.")), handled), ((browse_button(translator),),))
    blocks = (
        bold(_("I have no article that answers this.")),
        escape(_("Ask again in other words, name the procedure in two or three words, or look through all articles.")),
        escape(_("If it is urgent, ask the duty officer of your unit.")),
    )
    return View(blocks, ((browse_button(translator),),))


def unsupported(translator: Translator) -> View:
    """Answer a photo, voice message, sticker or anything else that is no text."""
    _ = translator.gettext
    blocks = (
        bold(_("I can read text only.")),
        escape(_("Type your question in a few words, in any of the languages I know.")),
        escape(_("Never send photos, documents or recordings from a case here.")),
    )
    return View(blocks, ((browse_button(translator),),))


def too_long(translator: Translator, limit: int) -> View:
    """Ask for a shorter question."""
    text = translator.ngettext(
        "This is too long for a question. Please ask in at most {limit} character.",
        "This is too long for a question. Please ask in at most {limit} characters.",
        limit,
    )
    return View((escape(text.format(limit=limit)),))


def browse_button(translator: Translator) -> Button:
    """Return the button that opens the shelves."""
    return Button(translator.gettext("📚 All articles"), BrowseCategories())
