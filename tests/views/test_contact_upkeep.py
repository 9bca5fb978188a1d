"""Questions to owners, and what coordinators see."""

import datetime as dt

import pytest

from bot.callbacks import (
    ConfirmContact,
    CorrectContact,
    ShowContact,
)
from bot.i18n import Languages, Translator
from bot.services.contact_upkeep import Uncovered
from bot.services.schedules import Interval
from bot.views import contact_upkeep
from tests.schedules import at
from tests.views.contacts import ENGLISH, contact, targets, text
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

GAP = Interval(at("2026-12-31 18:00", "Asia/Tbilisi"), at("2027-01-04 09:00", "Asia/Tbilisi"))


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def test_an_owner_answers_with_one_press() -> None:
    assert targets(contact_upkeep.still_right(contact(), ENGLISH)) == [
        ConfirmContact(12),
        CorrectContact(12),
        ShowContact(12),
    ]


def test_old_contacts_say_since_when_and_who_is_asked() -> None:
    shown = text(contact_upkeep.stale([contact(confirmed_on=dt.date(2026, 1, 1)), contact()], {}, ENGLISH))
    assert "Last confirmed on 1 January 2026." in shown
    assert "Never confirmed." in shown
    assert shown.count("It has no owner who is asked.") == 2
    assert "All contacts have been confirmed lately." in text(contact_upkeep.stale([], {}, ENGLISH))


def test_an_owner_who_did_not_get_the_question_is_told_of_with_the_reason() -> None:
    assert "The question has not reached its owner: has blocked the assistant." in text(
        contact_upkeep.stale([contact()], {contact().number: "blocked"}, ENGLISH)
    )


def test_a_long_list_is_cut_and_says_so() -> None:
    view = contact_upkeep.stale([contact()] * 23, {}, ENGLISH)
    assert text(view).endswith("and 3 more")
    assert len(targets(view)) == contact_upkeep.MAX_LISTED


def test_gaps_are_told_in_the_time_of_the_unit() -> None:
    shown = text(contact_upkeep.gaps([Uncovered((contact(),), (GAP,) * 5, ())], ENGLISH))
    assert "Nobody from Thursday, 31 December 2026, 18:00 to Monday, 4 January 2027, 09:00" in shown
    assert shown.endswith("and 2 more")


def test_hours_that_are_not_known_are_no_gap_but_are_told() -> None:
    unknown = contact(hours=None)
    shown = text(contact_upkeep.gaps([Uncovered((unknown,), (GAP,), (unknown,))], ENGLISH))
    assert "Opening hours are not known." in shown
    assert "Nobody from" not in shown
    some = text(contact_upkeep.gaps([Uncovered((unknown, contact()), (GAP,), (unknown,))], ENGLISH))
    assert "The opening hours of some contacts are not known." in some
    assert "Everything is covered" in text(contact_upkeep.gaps([], ENGLISH))


def test_every_screen_is_taken_in_every_language(translator: Translator) -> None:
    shown = [
        contact_upkeep.still_right(contact(), translator),
        contact_upkeep.confirmed(contact(), translator),
        contact_upkeep.stale([contact()] * 30, {contact().number: "blocked"}, translator),
        contact_upkeep.gaps([Uncovered((contact(),), (GAP,) * 5, ())] * 30, translator),
    ]
    for view in shown:
        accept(view)
        assert view.is_protected
