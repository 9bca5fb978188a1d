"""Earlier events to begin from, in all languages."""

import datetime as dt

import pytest

from bot.calendars.month_grid import month_grid
from bot.i18n import Languages
from bot.models import EventText
from bot.views import event_copies
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import ENGLISH, labels

TEXTS = (EventText(event_id=7, locale="en", title="<Visit> " * 15),)


def test_a_long_list_has_pages() -> None:
    found = [(event(id=number), TEXTS) for number in range(1, 18)]
    first, last = (event_copies.earlier(found, page, ENGLISH) for page in (0, 9))
    assert (len(first.rows), labels(first)[-1]) == (9, "More ›")
    assert (len(last.rows), labels(last)[-1]) == (2, "‹ Back")
    assert all(len(label) <= 60 for label in labels(first))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    grid = month_grid(dt.date(2027, 3, 1), dt.date(2027, 1, 1), dt.date(2027, 5, 1), locale)
    for view in (
        event_copies.earlier([], 0, translator),
        event_copies.earlier([(event(id=7), TEXTS), (event(id=8), ())], 0, translator),
        event_copies.ask_day((event(id=7), TEXTS), grid, translator),
        event_copies.passed(translator),
    ):
        accept(view)
