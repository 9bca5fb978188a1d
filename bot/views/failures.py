"""What a person reads when something went wrong: what happened, and what to do next."""

from bot.errors import (
    BotError,
    NoChangeError,
    PrivateChatError,
    UnknownArticleError,
    UnknownContactError,
    UnreadableCorrectionError,
)
from bot.i18n import Translator
from bot.services.actors import NotAllowedError, StrangerError
from bot.services.broadcasts.errors import BroadcastError
from bot.services.events.held import EventGoneError
from bot.views import View, broadcast_refusals
from bot.views.access import closed
from bot.views.html import escape
from bot.views.questions import browse_button


def apology(reference: str, translator: Translator) -> View:
    """Apologise for a failure of ours; `reference` is what the log has too."""
    text = translator.gettext(
        "Sorry, something went wrong on my side and this was not done. Please try again. If it happens again, tell "
        "the administrator this reference: {reference}"
    )
    return View((escape(text).format(reference=f"<code>{escape(reference)}</code>"),))


def explanation(error: BotError, translator: Translator) -> View:
    """Explain what a person can put right."""
    if isinstance(error, StrangerError):
        return closed(translator)
    if isinstance(error, BroadcastError):
        return View((escape(broadcast_refusals.explanation(error, translator)),))
    _ = translator.gettext
    texts: dict[type[BotError], str] = {
        UnknownArticleError: _("This article is no longer here. Ask your question, or look through all articles."),
        UnknownContactError: _("This contact is no longer listed. Send /contacts to search again."),
        UnreadableCorrectionError: _("I could not read this. Please write it like the example, and send it again."),
        NoChangeError: _("The contact says this already; nothing was changed."),
        PrivateChatError: _("I show this in our private chat only. Write to me there."),
        EventGoneError: _("This event is no longer here, or it is over."),
        NotAllowedError: _("You may not do this. Ask your coordinator if you need it."),
    }
    return View((escape(texts[type(error)]),), ((browse_button(translator),),))


def stale_button(translator: Translator) -> str:
    """Return the notice for a button that leads nowhere any more; plain text, at most 200 characters."""
    return translator.gettext("This button is out of date. Please send your question again.")
