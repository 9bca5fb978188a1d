"""What a person reads who sent too much at once."""

from bot.i18n import Translator
from bot.views import View
from bot.views.html import escape


def slow_down(translator: Translator) -> View:
    """Say that a message was left out, and when to send it again."""
    return View((escape(notice(translator)),))


def notice(translator: Translator) -> str:
    """Return the same for a pressed button; plain text, at most 200 characters."""
    return translator.gettext("That was too much at once, and I left out the last of it. Please try again in a minute.")
