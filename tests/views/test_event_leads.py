"""One's own reminders on the screen."""

import pytest

from bot.i18n import Languages
from bot.services.events.personal_leads import LeadRefusal, Leads, Source
from bot.views import event_card, event_leads
from bot.views.event_card import Reader
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import BELGRADE, ENGLISH, labels, listed, read

CHOICES = [Leads(["7d", "3h"], Source.EVENT), Leads([], Source.EVENT), Leads(["7d"], Source.ORGANISER)]


def test_each_offered_and_each_own_time_has_a_button_that_says_whether_it_is_chosen() -> None:
    assert labels(event_leads.of_event(listed(), CHOICES[0], ENGLISH)) == [
        "⬜ 14 days",
        "✅ 7 days",
        "⬜ 3 days",
        "⬜ 1 day",
        "✅ 3 hours",
        "⬜ 2 hours",
        "⬜ 1 hour",
        "✍️ Another time",
        "↩️ Undo my choice",
        "For all my events ›",
        "‹ Back",
    ]


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        (CHOICES[0], "⏰ You chose to be reminded before it starts: 7 days and 3 hours."),
        (CHOICES[1], "⏰ You are not reminded before it starts."),
        (CHOICES[2], "⏰ You are reminded before it starts, as the organiser suggests: 7 days."),
        (Leads(["1d"], Source.ALL), "⏰ You are reminded before the start, as you chose for all your events: 1 day."),
    ],
)
def test_the_screen_says_when_one_is_reminded_and_why(chosen: Leads, text: str) -> None:
    assert text in read(event_leads.of_event(listed(), chosen, ENGLISH))


@pytest.mark.parametrize(
    ("chosen", "undone"), [(Leads(["1d"], Source.ALL), True), (Leads([], Source.ORGANISER), False)]
)
def test_what_was_chosen_for_all_can_be_undone(chosen: Leads, undone: bool) -> None:
    view = event_leads.of_all(chosen, ENGLISH)
    assert read(view).startswith("Reminders of all my events")
    assert ("↩️ Undo my choice" in labels(view)) is undone


def test_a_choice_for_all_is_not_undone_from_one_event() -> None:
    assert "↩️ Undo my choice" not in labels(event_leads.of_event(listed(), Leads(["1d"], Source.ALL), ENGLISH))


@pytest.mark.parametrize(("is_over", "offered"), [(False, True), (True, False)])
def test_the_card_leads_to_reminders_until_it_is_over(is_over: bool, offered: bool) -> None:
    assert (
        "⏰ My reminders" in labels(event_card.card(listed(), Reader(BELGRADE, is_over=is_over), ENGLISH))
    ) is offered


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    for view in (
        *(event_leads.of_event(listed(), chosen, translator) for chosen in CHOICES),
        *(event_leads.of_all(chosen, translator) for chosen in CHOICES),
        event_leads.ask(translator),
        event_leads.not_understood(translator),
    ):
        accept(view)
    assert all(1 <= len(event_leads.refused(refusal, translator)) <= 200 for refusal in LeadRefusal)
