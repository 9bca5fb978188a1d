"""Whom messages about an event did not reach, on the screen."""

import gettext

import pytest

from bot.callbacks import ShowParticipants
from bot.i18n import Languages, Translator
from bot.models import Channel, Invitee, Member
from bot.services.deliveries.failures import Failure
from bot.services.events.listing import Listed, Participant
from bot.services.events.notices import NoticeKind
from bot.services.events.timing import occurrences
from bot.services.events.unreached import Unreached
from bot.views import event_unreached as views
from bot.views.delivery_reasons import reason_name
from tests.conftest import NOW
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES

ENGLISH = Translator("en", gettext.NullTranslations())
MEMBER = Member(id=7, channel=Channel.TELEGRAM, chat_id=7, created_at=NOW, country="RS", unit="Unit <A>")
PERSON = Participant(Invitee(id=1, event_id=7, member_id=7, invited_at=NOW), MEMBER, None)


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def listed() -> Listed:
    """Return an event."""
    planned = event(id=7)
    return Listed(planned, (), None, occurrences(planned)[0])


def shown(*found: Unreached) -> str:
    """Return the text in English."""
    return "\n".join(accept(views.unreached(listed(), found, ENGLISH)))


def test_each_person_is_named_by_number_and_unit_with_message_and_reason() -> None:
    text = shown(Unreached(PERSON, NoticeKind.CHANGE, "blocked"))
    assert "Member 7 · RS · Unit <A>\n   Change: has blocked the assistant" in text


def test_a_long_list_is_cut_and_says_so() -> None:
    found = [Unreached(PERSON, NoticeKind.INVITATION, "blocked")] * (views.MAX_LISTED + 3)
    assert shown(*found).endswith("and 3 more")


def test_where_everybody_was_reached_it_says_so_and_no_button_leads_there() -> None:
    assert "Everybody who was written to was reached." in shown()
    assert views.unreached_row(7, 0, ENGLISH) == []
    assert [button.label for row in views.unreached_row(7, 2, ENGLISH) for button in row] == ["⚠️ Not reached: 2"]


def test_every_message_and_reason_is_taken_in_every_language(translator: Translator) -> None:
    for kind, reason in [*((kind, "lost") for kind in NoticeKind), *((NoticeKind.CHANGE, each) for each in Failure)]:
        view = views.unreached(listed(), [Unreached(PERSON, kind, reason)], translator)
        accept(view)
        assert view.rows[0][0].target == ShowParticipants(7)


@pytest.mark.parametrize("failure", sorted(set(Failure) - {Failure.QUIET}))
def test_every_failure_has_words(failure: Failure) -> None:
    assert reason_name(failure, ENGLISH) != failure
