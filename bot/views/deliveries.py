"""What the assistant adds to what it sends on its own initiative."""

from dataclasses import replace

from bot.i18n import Translator
from bot.views import View


def repeated(view: View, translator: Translator) -> View:
    """Say above a message that it may have come before."""
    _ = translator.gettext
    return replace(view, blocks=(f"<i>{_('You may have received this message already.')}</i>", *view.blocks))
