"""Which roles could be given or taken."""

import pytest

from bot.models import Channel, Member, Role
from bot.services.membership import Listed
from bot.services.permissions import Access, Held
from bot.services.role_changes import changes_of
from tests.conftest import NOW

OFFICER = Held(Role.OFFICER)


def changes(own: Held, *roles: Held, country: str | None = "RS") -> dict[str, bool]:
    """Return what somebody with a role could change for a member with others."""
    member = Member(id=2, channel=Channel.TELEGRAM, chat_id=7, created_at=NOW, country=country, client_locale="sr")
    found = changes_of(Listed(member, frozenset(roles)), Access(1, frozenset({own})))
    return {str(held): give for held, give in found}


def test_a_coordinator_of_the_country_gives_and_takes_the_roles_of_the_country() -> None:
    assert changes(Held(Role.COORDINATOR, "RS"), OFFICER) == {"officer": False, "coordinator:RS": True}


def test_an_administrator_can_change_everything() -> None:
    assert changes(Held(Role.ADMINISTRATOR), OFFICER) == {
        "officer": False,
        "coordinator": True,
        "coordinator:RS": True,
        "translator": True,
        "translator:sr": True,
        "curator": True,
        "administrator": True,
    }


@pytest.mark.parametrize("own", [OFFICER, Held(Role.COORDINATOR, "HU"), Held(Role.CURATOR)])
def test_others_change_nothing(own: Held) -> None:
    assert changes(own, OFFICER) == {}
