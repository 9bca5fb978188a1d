"""What a coordinator is offered beside the list of who comes, once an event is over."""

from bot.callbacks import ShowRatings
from bot.i18n import Translator
from bot.models import Event
from bot.views import Button


def rows(event: Event, translator: Translator) -> list[tuple[Button, ...]]:
    """Return the buttons of an event that is over."""
    _ = translator.gettext
    return [(Button(_("⭐ How it was rated"), ShowRatings(event.id or 0)),)]
