"""What may stand in a record of the audit log."""

import pytest

from bot.models.audit import Action
from bot.services.audit_entry import CLI, SYSTEM, Code, Entry, pseudonym

KEY = b"a key of the tests"


@pytest.mark.parametrize("actor", [CLI, SYSTEM, pseudonym(7, KEY)])
def test_actors_are_pseudonyms_the_command_line_and_the_system(actor: str) -> None:
    assert Entry(actor, Action.EXPORT, "audit:log").actor == actor


@pytest.mark.parametrize("actor", ["", "7", "m_7", "Somebody", "cli ", "m_" + "G" * 16, pseudonym(7, KEY) + "\n"])
def test_an_actor_who_could_be_a_person_is_refused_and_not_repeated(actor: str) -> None:
    with pytest.raises(ValueError, match="export: found another actor; expected cli, system or a pseudonym$"):
        Entry(actor, Action.EXPORT, "audit:log")


@pytest.mark.parametrize("named", [f"member:{pseudonym(7, KEY)}", "unit:hu-ilecu", "setting:audit_days", "file:a.csv"])
def test_objects_are_a_type_and_an_id(named: str) -> None:
    assert Entry(CLI, Action.EXPORT, named).object == named


@pytest.mark.parametrize(
    "named", ["", "unit", "unit:", ":7", "unit:two words", "Unit:7", "mail:a@example.org", f"unit:{'x' * 60}", "a:б"]
)
def test_an_object_that_could_be_text_is_refused(named: str) -> None:
    with pytest.raises(ValueError, match="export: found another object"):
        Entry(CLI, Action.EXPORT, named)


@pytest.mark.parametrize("details", [{"note": "two words"}, {"two words": 1}, {"to": "a@example.org"}, {"x": "y" * 65}])
def test_details_that_could_be_text_are_refused(details: dict[str, Code]) -> None:
    with pytest.raises(ValueError, match="export: found text in the details"):
        Entry(CLI, Action.EXPORT, "audit:log", details)


def test_details_are_small() -> None:
    with pytest.raises(ValueError, match="at most 500 characters"):
        Entry(CLI, Action.EXPORT, "audit:log", {f"field{number}": "x" * 64 for number in range(7)})


def test_details_are_written_in_one_way() -> None:
    entry = Entry(CLI, Action.ROLE_GRANTED, "audit:log", {"scope": None, "role": "curator", "first": True, "days": 3})
    assert entry.details_text() == '{"days":3,"first":true,"role":"curator","scope":null}'


def test_a_member_has_one_pseudonym_and_another_member_another() -> None:
    assert pseudonym(7, KEY) == pseudonym(7, KEY)
    assert len({pseudonym(number, KEY) for number in range(1000)}) == 1000


def test_another_installation_has_other_pseudonyms() -> None:
    assert pseudonym(7, KEY) != pseudonym(7, b"another key")


def test_without_a_key_there_is_no_pseudonym() -> None:
    with pytest.raises(ValueError, match="empty key"):
        pseudonym(7, b"")
