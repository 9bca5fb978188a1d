"""What the assistant adds to what it sends on its own initiative."""

from dataclasses import replace

from bot.i18n import Translator
from bot.views import View
from bot.views.html import escape


def repeated(view: View, translator: Translator) -> View:
    """Say above a message that it may have come before."""
    _ = translator.gettext
    mark = _("You may have received this message already.")
    return replace(view, blocks=(f"<i>{escape(mark)}</i>", *view.blocks))
