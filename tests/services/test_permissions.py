"""Who may do what: the whole table, written out a second time."""

import itertools

import pytest

from bot.database import Database
from bot.models import Channel, Grant, Role
from bot.services.permission_table import ALLOWED, BY_COUNTRY, BY_LOCALE
from bot.services.permissions import OPERATOR, Access, Action, Held, access_of, access_of_member
from tests.conftest import NOW
from tests.members import add, roles_of

OFFICER, CURATOR, ADMINISTRATOR = Held(Role.OFFICER), Held(Role.CURATOR), Held(Role.ADMINISTRATOR)
COORDINATOR, OF_SERBIA = Held(Role.COORDINATOR), Held(Role.COORDINATOR, "RS")
TRANSLATOR, TO_MACEDONIAN = Held(Role.TRANSLATOR), Held(Role.TRANSLATOR, "mk")

# one letter a role: Officer, Coordinator, Translator, cUrator, Administrator
EXPECTED = {
    "learn_what_this_is": "OCTUA",
    "ask_for_access": "OCTUA",
    "use_invitation": "OCTUA",
    "choose_language": "OCTUA",
    "see_own_data": "OCTUA",
    "erase_own_data": "OCTUA",
    "ask": "OCTUA",
    "browse": "OCTUA",
    "use_glossary": "OCTUA",
    "advise_channel": "OCTUA",
    "compare_countries": "OCTUA",
    "request_form": "OCTUA",
    "share_inline": "OCTUA",
    "give_feedback": "OCTUA",
    "see_events": "OCTUA",
    "answer_events": "OCTUA",
    "keep_reminders": "OCTUA",
    "choose_quiet_hours": "OCTUA",
    "choose_time_zone": "OCTUA",
    "view_contacts": "OC",
    "correct_contacts": "OC",
    "maintain_contacts": "C",
    "invite": "CA",
    "decide_access_request": "CA",
    "list_members": "CA",
    "change_roles": "CA",
    "remove_member": "CA",
    "broadcast": "C",
    "receive_broadcasts": "OCTUA",
    "plan_events": "C",
    "answer_questions": "CU",
    "see_gaps": "UA",
    "translate": "T",
    "see_audit": "A",
    "export_audit": "A",
    "change_settings": "A",
}
LETTERS = {"O": OFFICER, "C": COORDINATOR, "T": TRANSLATOR, "U": CURATOR, "A": ADMINISTRATOR}
STRANGERS = {
    "learn_what_this_is",
    "ask_for_access",
    "use_invitation",
    "choose_language",
    "see_own_data",
    "erase_own_data",
}
OF_COUNTRIES = {
    "maintain_contacts",
    "invite",
    "decide_access_request",
    "list_members",
    "change_roles",
    "remove_member",
    "broadcast",
    "plan_events",
    "answer_questions",
}


def holding(*roles: Held) -> Access:
    """Return the access of a member with roles."""
    return Access(1, frozenset(roles))


def test_every_action_and_every_role_is_in_the_table() -> None:
    assert set(EXPECTED) == set(Action)
    assert set(ALLOWED) == {held.role for held in LETTERS.values()} == set(Role)


@pytest.mark.parametrize(("letter", "action"), list(itertools.product(LETTERS, Action)))
def test_a_role_of_the_network_may_do_what_the_table_says_and_no_more(letter: str, action: Action) -> None:
    access, expected = holding(LETTERS[letter]), letter in EXPECTED[action]
    assert access.may(action) is expected
    assert access.may(action, country="RS", locale="mk") is expected
    assert access.may_somewhere(action) is expected


@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("stranger", [Access(), Access(1), Access(1, frozenset(), "RS")])
def test_a_stranger_gets_the_way_in_and_their_own_data(stranger: Access, action: Action) -> None:
    assert not stranger.is_member
    assert stranger.may(action) is (action in STRANGERS)
    assert stranger.may(action, country="RS", locale="mk") is (action in STRANGERS)
    assert stranger.may_somewhere(action) is (action in STRANGERS)


@pytest.mark.parametrize("action", list(Action))
def test_a_coordinator_of_a_country_acts_on_that_country_alone(action: Action) -> None:
    access, allowed = holding(OF_SERBIA), "C" in EXPECTED[action]
    elsewhere = allowed and action not in OF_COUNTRIES
    assert access.may(action, country="RS") is allowed
    assert access.may(action, country="HU") is elsewhere
    assert access.may(action, country="rs") is elsewhere
    assert access.may(action, country="") is elsewhere
    assert access.may(action) is elsewhere
    assert access.may_somewhere(action) is allowed


@pytest.mark.parametrize(
    ("locale", "expected"), [("mk", True), ("sr", False), ("MK", False), ("", False), (None, False)]
)
def test_a_translator_of_a_language_translates_that_one_alone(locale: str | None, expected: bool) -> None:
    assert holding(TO_MACEDONIAN).may(Action.TRANSLATE, locale=locale) is expected
    assert holding(TRANSLATOR).may(Action.TRANSLATE, locale=locale)


def test_where_a_person_works_gives_no_scope() -> None:
    assert not Access(1, frozenset({OFFICER, OF_SERBIA}), "HU").may(Action.BROADCAST, country="HU")


def test_roles_add_up_each_within_its_own_scope() -> None:
    access = holding(ADMINISTRATOR, OF_SERBIA)
    assert access.may(Action.SEE_AUDIT)
    assert access.may(Action.BROADCAST, country="RS")
    assert not access.may(Action.BROADCAST, country="HU")
    assert not access.may(Action.BROADCAST)


def test_no_action_is_done_to_a_country_and_to_a_language() -> None:
    assert set(BY_COUNTRY) == OF_COUNTRIES
    assert not BY_COUNTRY & BY_LOCALE


@pytest.mark.parametrize(
    ("giver", "given", "country", "expected"),
    [
        (OF_SERBIA, OFFICER, "RS", True),
        (OF_SERBIA, OF_SERBIA, "RS", True),
        (OF_SERBIA, OFFICER, "HU", False),
        (OF_SERBIA, OFFICER, None, False),
        (OF_SERBIA, OF_SERBIA, "HU", False),
        (OF_SERBIA, Held(Role.COORDINATOR, "HU"), "RS", False),
        (OF_SERBIA, COORDINATOR, "RS", False),
        (OF_SERBIA, CURATOR, "RS", False),
        (OF_SERBIA, TO_MACEDONIAN, "RS", False),
        (OF_SERBIA, ADMINISTRATOR, "RS", False),
        (COORDINATOR, OFFICER, "HU", True),
        (COORDINATOR, OFFICER, None, True),
        (COORDINATOR, COORDINATOR, None, True),
        (COORDINATOR, OF_SERBIA, "RS", True),
        (COORDINATOR, CURATOR, "HU", True),
        (COORDINATOR, TRANSLATOR, None, True),
        (COORDINATOR, ADMINISTRATOR, None, False),
        (ADMINISTRATOR, ADMINISTRATOR, None, True),
        (ADMINISTRATOR, OF_SERBIA, "RS", True),
        (OFFICER, OFFICER, "RS", False),
        (CURATOR, CURATOR, None, False),
        (TRANSLATOR, TRANSLATOR, None, False),
    ],
    ids=str,
)
def test_nobody_gives_more_than_they_have(giver: Held, given: Held, country: str | None, expected: bool) -> None:
    assert holding(giver).may_give(given, country) is expected


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.OFFICER, "RS"),
        (Role.ADMINISTRATOR, "RS"),
        (Role.CURATOR, "mk"),
        (Role.COORDINATOR, "FR"),
        (Role.COORDINATOR, "rs"),
        (Role.TRANSLATOR, "RS"),
        (Role.TRANSLATOR, "a word"),
    ],
)
async def test_a_scope_that_the_role_does_not_have_is_refused_and_gives_nothing_where_it_is_stored(
    database: Database, role: Role, scope: str
) -> None:
    with pytest.raises(ValueError, match=f"{role}: found another scope; expected"):
        Held(role, scope)
    number = await add(database, 7)
    async with database.session() as session:
        session.add(Grant(member_id=number, role=role, scope=scope, granted_at=NOW))
        await session.commit()
    assert await roles_of(database, 7) == set()


@pytest.mark.parametrize("text", ["officer", "coordinator", "coordinator:RS", "translator:sr_Latn"])
def test_a_role_is_written_with_its_scope(text: str) -> None:
    role, _, scope = text.partition(":")
    assert str(Held(Role(role), scope)) == text


async def test_access_is_read_with_roles_and_country(database: Database) -> None:
    number = await add(database, 7, OFFICER, OF_SERBIA, country="RS")
    async with database.session() as session:
        access = await access_of(session, Channel.TELEGRAM, 7)
        assert access == await access_of_member(session, number)
    assert access == Access(number, frozenset({OFFICER, OF_SERBIA}), "RS")


async def test_somebody_unknown_and_somebody_without_a_role_are_strangers(database: Database) -> None:
    number = await add(database, 7)
    async with database.session() as session:
        assert await access_of(session, Channel.TELEGRAM, 8) == Access()
        assert await access_of(session, Channel.TELEGRAM, 7) == Access(number)


async def test_a_change_is_seen_by_a_session_that_has_read_before(database: Database) -> None:
    number = await add(database, 7, OFFICER)
    async with database.session() as session:
        assert (await access_of(session, Channel.TELEGRAM, 7)).is_member
        grant = (await session.get_one(Grant, 1)).member_id
        assert grant == number
        async with database.engine.begin() as other:
            await other.exec_driver_sql('DELETE FROM "grant"')
        assert not (await access_of(session, Channel.TELEGRAM, 7)).is_member


def test_the_command_line_is_an_administrator_without_a_row() -> None:
    assert OPERATOR.member_id is None
    assert OPERATOR.may(Action.SEE_AUDIT)
    assert not OPERATOR.may(Action.BROADCAST)
