"""Keeping contacts true in the chat."""

import datetime as dt

import pytest

from bot.callbacks import ConfirmContact, ListCoverGaps, ListStaleContacts
from bot.database import Database
from bot.i18n import Languages
from tests.chat import Person, Room, labels
from tests.conftest import NOW
from tests.contacts import NCB, directory, point, store, stored, unit
from tests.members import recorded

OLD = dt.date(2026, 1, 1)


@pytest.fixture(autouse=True)
async def contact(database: Database, room: Room) -> None:
    """The NCB of Serbia, number 1, which the Georgian officer owns; nobody has confirmed it for long."""
    owner = room.person("officer-tbilisi").persona.user_id
    await store(database, directory(unit(), point(confirmed_on=OLD, owner=owner, hours=None)))


@pytest.fixture
def coordinator(room: Room) -> Person:
    """The coordinator of the network, whose client is Hungarian."""
    return room.person("coordinator-budapest")


async def confirmed_on(database: Database) -> dt.date | None:
    """Return when the contact was last confirmed."""
    return (await stored(database)).points[NCB].confirmed_on


@pytest.mark.parametrize("persona", ["officer-tbilisi", "coordinator-budapest"])
async def test_the_owner_and_the_coordinator_confirm_on_the_card(room: Room, database: Database, persona: str) -> None:
    person = room.person(persona)
    card = await person.asks("/contacts Interpol Belgrade")
    assert "⚠️" in card["text"]
    await person.presses(card, ConfirmContact(1).pack())
    assert await confirmed_on(database) == NOW.date()
    assert (await recorded(database))[-1] == "contact_confirmed"


async def test_another_officer_does_not_confirm(room: Room, database: Database) -> None:
    officer = room.person("officer-belgrade")
    card = await officer.asks("/contacts Interpol Belgrade")
    assert [label for label in labels(card) if label.startswith("✅")] == []
    await officer.forges(card, ConfirmContact(1).pack())
    assert await confirmed_on(database) == OLD


async def test_coordinators_find_what_needs_them_below_the_countries(coordinator: Person, languages: Languages) -> None:
    hungarian = languages.translator("hu").gettext
    menu = await coordinator.asks("/contacts")
    stale, _ = await coordinator.presses(menu, ListStaleContacts().pack())
    assert hungarian("Contacts that need to be confirmed") in stale["text"]
    assert "rs-unit" in stale["text"]
    menu = await coordinator.asks("/contacts")
    cover, _ = await coordinator.presses(menu, ListCoverGaps().pack())
    assert hungarian("Opening hours are not known.") in cover["text"]
    assert cover["has_protected_content"]


async def test_officers_are_offered_none_of_it(room: Room) -> None:
    officer = room.person("officer-belgrade")
    menu = await officer.asks("/contacts")
    assert len(labels(menu)) == 1
    before = menu["text"]
    for route in (ListStaleContacts(), ListCoverGaps()):
        await officer.forges(menu, route.pack())
    assert officer.persona.current(menu)["text"] == before
    assert "rs-unit" not in officer.messages_text()


@pytest.mark.parametrize("forged", ["ky:", "ky:x", "ks:1", "kg:1"])
async def test_forged_buttons_are_out_of_date(coordinator: Person, languages: Languages, forged: str) -> None:
    answer = await coordinator.forges(await coordinator.asks("/contacts"), forged)
    assert answer["text"] == languages.translator("hu").gettext(
        "This button is out of date. Please send your question again."
    )
