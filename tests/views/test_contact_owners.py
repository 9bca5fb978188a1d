"""The members who could look after a contact."""

from dataclasses import replace

import pytest

from bot.callbacks import AppointOwner, ChooseOwner, ShowContact
from bot.i18n import Languages
from bot.models import Channel, Member
from bot.views import contact_owners
from tests.conftest import NOW
from tests.views.contacts import ENGLISH, contact, targets, text
from tests.views.telegram import accept
from tests.views.test_all import LOCALES


def member(number: int, unit: str | None = None) -> Member:
    """Return a member of Georgia."""
    return Member(id=number, channel=Channel.TELEGRAM, chat_id=number, country="GE", unit=unit, created_at=NOW)


def test_members_are_shown_by_number_country_and_unit_and_the_owner_is_ticked() -> None:
    view = contact_owners.choose(replace(contact(), owner_id=3), [member(2, "Duty <desk>"), member(3)], 0, ENGLISH)
    labels = [button.label for row in view.rows for button in row]
    assert labels == ["Member 2 · GE · Duty <desk>", "✅ Member 3 · GE", "🚫 Nobody", "Show the contact"]
    assert targets(view) == [AppointOwner(12, 2), AppointOwner(12, 3), AppointOwner(12), ShowContact(12)]


@pytest.mark.parametrize(("page", "turns"), [(0, [1]), (1, [0, 2]), (2, [1]), (99, [1])])
def test_many_members_take_several_pages(page: int, turns: list[int]) -> None:
    view = contact_owners.choose(contact(), [member(number) for number in range(1, 20)], page, ENGLISH)
    assert [each for each in targets(view) if isinstance(each, ChooseOwner)] == [ChooseOwner(12, to) for to in turns]


def test_where_nobody_could_it_says_what_to_do() -> None:
    view = contact_owners.choose(contact(), [], 0, ENGLISH)
    assert "/invite" in text(view)
    assert targets(view) == [ShowContact(12)]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    accept(contact_owners.choose(contact(), [member(1, "x" * 120)] * 9, 0, languages.translator(locale)))
