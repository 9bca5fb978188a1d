"""How an event comes again, in all languages."""

import datetime as dt

import pytest

from bot.calendars.patterns import Pattern
from bot.i18n import Languages
from bot.models import EventState
from bot.services.events.edits import EXCLUDED, Difference
from bot.services.events.excluding import Day
from bot.views import event_changes, event_repetition
from bot.views.event_card import Reader
from bot.views.event_names import repetition
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_event_plans import BELGRADE
from tests.views.test_events import ENGLISH, labels, listed

TUESDAY = dt.date(2027, 3, 9)
DAYS = [Day(TUESDAY + dt.timedelta(days=7 * week), takes_place=week != 1) for week in range(20)]


def test_the_first_day_says_what_is_offered() -> None:
    assert labels(event_repetition.choose(7, TUESDAY, ENGLISH))[:5] == [
        "Every working day",
        "Every week: Tuesday",
        "Every two weeks: Tuesday",
        "Every month: day 9",
        "Every month: Tuesday no. 2 of the month",
    ]


def test_the_next_dates_stand_above_the_ends() -> None:
    view = event_repetition.choose_end(7, Pattern.WEEKLY, [each.day for each in DAYS[:3]], ENGLISH)
    assert "• Tuesday, 9 March 2027\n• Tuesday, 16 March 2027\n• Tuesday, 23 March 2027" in view.blocks[1]
    assert {"10 times", "Until 31 December 2027", "Without an end"} <= set(labels(view))


def test_days_are_marked_and_turned_page_by_page() -> None:
    first = event_repetition.days(event(id=7), DAYS, 0, ENGLISH)
    last = event_repetition.days(event(id=7), DAYS, 99, ENGLISH)
    assert labels(first)[:2] == ["✅ 9 March 2027", "❌ 16 March 2027"]
    assert (len(first.rows), len(last.rows)) == (10, 6)
    assert len(first.blocks) == 2
    assert len(event_repetition.days(event(id=7, state=EventState.DRAFT), DAYS, 0, ENGLISH).blocks) == 1


def test_the_days_without_it_are_part_of_how_it_comes_again() -> None:
    assert repetition("FREQ=WEEKLY;COUNT=3;EXDATE=20270316", ENGLISH) == "every week, 3 times; not on: 16 March 2027"
    many = ",".join(f"202704{day:02}" for day in range(1, 9))
    assert repetition(f"FREQ=DAILY;EXDATE={many}", ENGLISH).startswith("every day; not on: … 3 April 2027;")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    days = [each.day for each in DAYS[:3]]
    change = [Difference(EXCLUDED, "", "2027-03-16,2027-03-23")]
    for view in (
        event_repetition.choose(7, TUESDAY, translator),
        event_repetition.choose(7, dt.date(2027, 3, 30), translator),
        *(event_repetition.choose_end(7, pattern, days, translator) for pattern in Pattern),
        event_repetition.ask_times_first(7, translator),
        event_repetition.unclear_end(translator),
        event_repetition.days(event(id=7), DAYS, 1, translator),
        event_repetition.days(event(id=7), [], 0, translator),
        event_changes.changed(listed(rule="FREQ=WEEKLY"), change, Reader(BELGRADE), translator),
    ):
        accept(view)
