"""Questions to owners, corrections, and the lists of coordinators."""

import datetime as dt

import pytest

from bot.callbacks import ConfirmContact, CorrectContact, DecideCorrection, ShowContact
from bot.i18n import Languages, Translator
from bot.models import ContactCorrection, CorrectionState
from bot.services.contact_columns import CORRECTABLE
from bot.services.contact_corrections import Proposal
from bot.services.contact_upkeep import Uncovered
from bot.services.schedules import Interval
from bot.views import View, contact_upkeep
from tests.schedules import at
from tests.views.contacts import ENGLISH, NOW, contact
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

GAP = Interval(at("2026-12-31 18:00", "Asia/Tbilisi"), at("2027-01-04 09:00", "Asia/Tbilisi"))


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


def text(view: View) -> str:
    """Return what is read on a screen."""
    return "\n\n".join(accept(view))


def targets(view: View) -> list[object]:
    """Return where the buttons lead."""
    return [button.target for row in view.rows for button in row]


def test_old_and_new_stand_one_below_the_other() -> None:
    view = contact_upkeep.to_decide(proposal(), ENGLISH)
    assert "Opening hours\nMo-Fr 08:00-16:00\n→ nothing" in text(view)
    assert targets(view)[:2] == [DecideCorrection(7, approve=True), DecideCorrection(7, approve=False)]


def test_who_decides_is_told_that_a_correction_is_outdated() -> None:
    warning = "approving this will change nothing"
    assert warning not in text(contact_upkeep.to_decide(proposal(), ENGLISH))
    assert warning in text(contact_upkeep.to_decide(proposal(old="24/7"), ENGLISH))


@pytest.mark.parametrize("column", CORRECTABLE)
def test_an_example_is_one_that_can_be_read(column: str) -> None:
    assert CORRECTABLE[column].read(contact_upkeep.EXAMPLES[column])


def test_what_it_says_now_is_shown_before_it_is_changed() -> None:
    shown = text(contact_upkeep.ask_for_text(contact(), "hours", ENGLISH))
    assert "Now: Mo-Fr 08:00-16:00" in shown
    assert "Never write the name of a person." in shown
    assert "Now: nothing" in text(contact_upkeep.ask_for_text(contact(), "emails", ENGLISH))


def test_an_owner_answers_with_one_press() -> None:
    assert targets(contact_upkeep.still_right(contact(), ENGLISH)) == [
        ConfirmContact(12),
        CorrectContact(12),
        ShowContact(12),
    ]


def test_what_is_wrong_is_chosen_from_what_can_be_corrected() -> None:
    found = targets(contact_upkeep.choose_column(contact(), ENGLISH))
    assert found == [*(CorrectContact(12, name) for name in CORRECTABLE), ShowContact(12)]


def test_what_coordinators_change_counts_at_once() -> None:
    assert "The coordinator of the country decides" in text(contact_upkeep.proposed(proposal(), ENGLISH))
    approved = proposal(CorrectionState.APPROVED)
    assert "Done." in text(contact_upkeep.proposed(approved, ENGLISH))


def test_old_contacts_say_since_when_and_who_is_asked() -> None:
    shown = text(contact_upkeep.stale([contact(confirmed_on=dt.date(2026, 1, 1)), contact()], ENGLISH))
    assert "Last confirmed on 1 January 2026." in shown
    assert "Never confirmed." in shown
    assert shown.count("It has no owner who is asked.") == 2
    assert "All contacts have been confirmed lately." in text(contact_upkeep.stale([], ENGLISH))


def test_a_long_list_is_cut_and_says_so() -> None:
    view = contact_upkeep.stale([contact()] * 23, ENGLISH)
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
        contact_upkeep.choose_column(contact(), translator),
        *(contact_upkeep.ask_for_text(contact(), column, translator) for column in CORRECTABLE),
        *(contact_upkeep.decided(proposal(state), translator) for state in CorrectionState),
        *(contact_upkeep.proposed(proposal(state), translator) for state in CorrectionState),
        contact_upkeep.to_decide(proposal(), translator),
        contact_upkeep.nothing_to_decide(translator),
        contact_upkeep.stale([contact()] * 30, translator),
        contact_upkeep.gaps([Uncovered((contact(),), (GAP,) * 5, ())] * 30, translator),
    ]
    for view in shown:
        accept(view)
