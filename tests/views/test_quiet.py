"""Screens of quiet hours."""

import gettext
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Translator
from bot.services.deliveries.quiet import HOUR, NEVER, Hours
from bot.views import quiet
from tests.views.telegram import accept

ENGLISH = Translator("en", gettext.NullTranslations())
CHISINAU = ZoneInfo("Europe/Chisinau")


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours(22 * HOUR, 6 * HOUR + 30), "between 22:00 and 06:30, your time (Europe/Chisinau)"),
        (NEVER, "Ordinary messages come at any hour."),
    ],
)
def test_the_hours_are_said_and_those_of_a_button_ticked(hours: Hours, words: str) -> None:
    view = quiet.quiet_hours(hours, CHISINAU, ENGLISH)
    assert words in accept(view)[0]
    assert "A reminder comes at any hour if you have chosen its time yourself." in accept(view)[0]
    ticked = [button.label for row in view.rows for button in row if button.label.startswith("✓")]
    assert ticked == (["✓ Never quiet"] if hours == NEVER else ["✓ 22:00–06:30"])
