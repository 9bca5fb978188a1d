"""The answers to an invitation as buttons."""

from bot.callbacks import AnswerEvent
from bot.i18n import Translator
from bot.models import Answer
from bot.views import Button
from bot.views.event_names import answer_button

WISHES = ((Answer.YES, Answer.NO), (Answer.MAYBE,))
"""Row by row: three in one row are too narrow for a phone."""


def wish_rows(event_id: int, translator: Translator) -> list[tuple[Button, ...]]:
    """Return the rows with which the reader answers."""
    return [
        tuple(Button(answer_button(wish, translator), AnswerEvent(event_id, wish)) for wish in row) for row in WISHES
    ]
