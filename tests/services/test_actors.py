"""Who does something, as the audit log has it."""

import pytest

from bot.models import Role
from bot.services import audit
from bot.services.actors import Actor, NotAllowedError, role_codes
from bot.services.permissions import Access, Action, Held
from tests.conftest import NOW
from tests.members import KEY, OPERATING


def test_a_member_is_a_pseudonym_and_the_command_line_is_itself() -> None:
    assert Actor(Access(7), NOW, KEY).name == audit.pseudonym(7, KEY)
    assert OPERATING.name == audit.CLI


def test_somebody_without_a_row_has_no_name() -> None:
    with pytest.raises(ValueError, match="not in the database"):
        Actor(Access(), NOW, KEY).name  # noqa: B018  # it raises


def test_a_member_without_a_row_is_no_object_of_a_record() -> None:
    with pytest.raises(ValueError, match="not in the database"):
        OPERATING.member(None)


def test_the_key_is_not_shown() -> None:
    assert KEY.decode() not in repr(OPERATING)


def test_what_is_required_stops_who_may_not() -> None:
    serbian = Actor(Access(7, frozenset({Held(Role.COORDINATOR, "RS")})), NOW, KEY)
    serbian.require(Action.BROADCAST, "RS")
    with pytest.raises(NotAllowedError, match="broadcast") as caught:
        serbian.require(Action.BROADCAST)
    assert caught.value.action is Action.BROADCAST


def test_roles_are_details_that_the_log_takes() -> None:
    roles = frozenset({Held(Role.TRANSLATOR, "sr_Latn"), Held(Role.COORDINATOR, "RS")})
    codes = role_codes(roles)
    assert codes == {"role1": "coordinator:RS", "role2": "translator:sr_Latn"}
    assert audit.Entry(audit.CLI, audit.Action.INVITATION_CREATED, "invitation:1", codes).details == codes
