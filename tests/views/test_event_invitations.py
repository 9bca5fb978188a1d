"""Screens of single invitations, in English, and in all languages as Telegram takes them."""

import pytest

from bot.callbacks.event_invitations import InviteMember, TakeBackInvitation
from bot.i18n import Languages
from bot.models import EventState, Invitee
from bot.services.events.listing import Participant
from bot.services.events.seats import Seats
from bot.services.events.single_invitations import Invited
from bot.views import event_invitations, event_lists, event_reminders
from tests.outbox import INVITED, event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_event_audience import MEMBERS
from tests.views.test_events import BELGRADE, ENGLISH, MEMBER, labels, listed, read

SOMEBODY = Participant(Invitee(id=12, event_id=7, member_id=3, invited_at=INVITED), MEMBER, None)


def test_members_stand_page_by_page() -> None:
    first = event_invitations.members(listed(), MEMBERS, 0, ENGLISH)
    assert labels(first)[0] == "➕ Member 1 · RS · Unit <A>"
    assert labels(first)[-3:] == ["More ›", "🔎 Find a member", "👥 Who comes"]
    assert first.rows[0][0].target == InviteMember(7, 1, confirmed=False)
    assert "➕ Member 30 · RS · Unit <A>" in labels(event_invitations.members(listed(), MEMBERS, 9, ENGLISH))


def test_when_everybody_is_invited_it_says_so() -> None:
    shown = event_invitations.members(listed(), [], 0, ENGLISH)
    assert "All members are invited already." in read(shown)
    assert labels(shown) == ["👥 Who comes"]


@pytest.mark.parametrize(
    ("left", "text"),
    [(None, ""), (2, "\n\nSeats left: 2"), (0, "\n\nSeats left: 0\n\nWho says yes comes onto the waiting list.")],
)
def test_before_somebody_is_invited_the_seats_are_said(left: int | None, text: str) -> None:
    shown = read(event_invitations.confirm(listed(), MEMBERS[3], Seats(left), ENGLISH))
    assert shown == f"Visit <1>\n\nInvite Member 4 · RS · Unit <A> too?{text}"


def test_an_invitation_is_taken_back_after_a_question() -> None:
    shown = event_invitations.confirm_taking_back(listed(), SOMEBODY, ENGLISH)
    assert shown.rows[0][0].target == TakeBackInvitation(12, confirmed=True)


def test_invitations_are_offered_while_the_event_is_published() -> None:
    offered = event_lists.answer_for(listed(), SOMEBODY, ENGLISH)
    assert "🚫 Take the invitation back" in labels(offered)
    cancelled = listed(state=EventState.CANCELLED)
    assert "🚫 Take the invitation back" not in labels(event_lists.answer_for(cancelled, SOMEBODY, ENGLISH))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    for view in (
        event_invitations.members(listed(), MEMBERS, 1, translator),
        event_invitations.members(listed(), [], 0, translator),
        event_invitations.matches(event(id=7), MEMBERS, translator),
        event_invitations.matches(event(id=7), [], translator),
        event_invitations.confirm(listed(), MEMBERS[0], Seats(0), translator),
        *(event_invitations.invited(7, 3, result, translator) for result in Invited),
        event_invitations.confirm_taking_back(listed(), SOMEBODY, translator),
        event_invitations.taken_back(7, translator),
        event_reminders.uninvited(listed(), BELGRADE, translator),
    ):
        accept(view)
