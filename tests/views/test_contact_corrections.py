"""Corrections of contacts on the screen."""

import pytest

from bot.callbacks import CorrectContact, DecideCorrection, ShowContact
from bot.functions import Function
from bot.i18n import Languages, Translator
from bot.models import ContactCorrection, CorrectionState
from bot.services.contact_columns import CORRECTABLE
from bot.services.contact_corrections import Proposal, Question
from bot.views import contact_corrections
from tests.views.contacts import ENGLISH, NOW, contact, targets, text
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

QUESTION = Question(contact(), (contact(Function.EUROPOL),))


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def proposal(state: CorrectionState = CorrectionState.OPEN, old: str = "Mo-Fr 08:00-16:00", new: str = "") -> Proposal:
    """Return a correction of opening hours."""
    correction = ContactCorrection(
        id=7, contact_point_id=12, column="hours", old_text=old, new_text=new, state=state, proposed_at=NOW
    )
    return Proposal(correction, contact())


def test_old_and_new_stand_one_below_the_other() -> None:
    view = contact_corrections.to_decide(proposal(), ENGLISH)
    assert "Opening hours\nMo-Fr 08:00-16:00\n→ nothing" in text(view)
    assert targets(view)[:2] == [DecideCorrection(7, approve=True), DecideCorrection(7, approve=False)]


def test_who_decides_is_told_that_a_correction_is_outdated() -> None:
    warning = "approving this will change nothing"
    assert warning not in text(contact_corrections.to_decide(proposal(), ENGLISH))
    assert warning in text(contact_corrections.to_decide(proposal(old="24/7"), ENGLISH))


@pytest.mark.parametrize("column", CORRECTABLE)
def test_an_example_is_one_that_can_be_read(column: str) -> None:
    assert CORRECTABLE[column].read(contact_corrections.EXAMPLES[column])


def test_what_it_says_now_is_shown_before_it_is_changed() -> None:
    shown = text(contact_corrections.ask_for_text(QUESTION, "hours", ENGLISH))
    assert "Now: Mo-Fr 08:00-16:00" in shown
    assert "Never write the name of a person." in shown
    assert "ge-unit/europol" not in shown
    assert "Now: nothing" in text(contact_corrections.ask_for_text(QUESTION, "emails", ENGLISH))


def test_what_is_wrong_is_chosen_from_what_can_be_corrected() -> None:
    found = targets(contact_corrections.choose_column(contact(), ENGLISH))
    assert found == [*(CorrectContact(12, name) for name in CORRECTABLE), ShowContact(12)]


def test_what_coordinators_change_counts_at_once() -> None:
    assert "The coordinator of the country decides" in text(contact_corrections.proposed(proposal(), ENGLISH))
    approved = proposal(CorrectionState.APPROVED)
    assert "Done." in text(contact_corrections.proposed(approved, ENGLISH))


def test_every_screen_is_taken_in_every_language(translator: Translator) -> None:
    shown = [
        contact_corrections.choose_column(contact(), translator),
        *(contact_corrections.ask_for_text(QUESTION, column, translator) for column in CORRECTABLE),
        *(contact_corrections.decided(proposal(state), translator) for state in CorrectionState),
        *(contact_corrections.proposed(proposal(state), translator) for state in CorrectionState),
        contact_corrections.to_decide(proposal(), translator),
        contact_corrections.nothing_to_decide(translator),
    ]
    for view in shown:
        accept(view)
        assert view.is_protected


def test_who_can_answer_in_place_of_a_contact_is_listed_as_it_is_written() -> None:
    shown = text(contact_corrections.ask_for_text(QUESTION, "substitutes", ENGLISH))
    assert "ge-unit/europol Europol national unit" in shown


def test_what_could_not_be_read_is_said_first() -> None:
    view = contact_corrections.ask_for_text(Question(contact(), ()), "hours", ENGLISH, again=True)
    assert view.blocks[0].startswith("I could not read this.")
