"""Corrections of contacts in the chat, from "something is wrong" to what both sides are told."""

import pytest
from sqlmodel import select

from bot.app import make_dispatcher
from bot.assistant import Assistant
from bot.callbacks import CorrectContact, DecideCorrection, ListCorrections
from bot.contact_deliveries import kinds_of_contacts
from bot.context import ASSISTANT
from bot.database import Database
from bot.i18n import Languages
from bot.models import AwaitedText, ContactCorrection
from bot.services.contact_records import Labelled
from bot.views.contact_corrections import column_name
from tests.chat import Message, Person, Room, labels
from tests.contacts import NCB, directory, point, store, stored, unit
from tests.members import recorded

PHONE, MAIL = "+1 202-555-0177 (night)", "night@example.org"
READ = Labelled("+12025550177", "night")


@pytest.fixture(autouse=True)
async def contact(database: Database) -> None:
    """The NCB of Serbia, number 1."""
    await store(database, directory(unit(), point()))


@pytest.fixture
async def coordinator(room: Room) -> Person:
    """The coordinator of the network, whose client is Hungarian, and who can be written to."""
    coordinator = room.person("coordinator-budapest")
    await coordinator.asks("/browse")
    return coordinator


async def deliver(room: Room) -> None:
    """Send what is in the queue."""
    assistant: Assistant = room.application.bot_data[ASSISTANT]
    await make_dispatcher(lambda: assistant, room.application.bot, kinds_of_contacts()).settle()


async def begin(person: Person, column: str) -> Message:
    """Open the card and choose what is wrong; return the question for what is right."""
    card = await person.asks("/contacts Interpol Belgrade")
    chosen, _ = await person.presses(card, CorrectContact(1).pack())
    asked, _ = await person.presses(chosen, CorrectContact(1, column).pack())
    return asked


async def correct(person: Person, typed: str, column: str = "phones") -> Message:
    """Propose a correction; return what the assistant said to it."""
    await begin(person, column)
    return await person.asks(typed)


def last(person: Person) -> Message:
    """Return the newest message of a private chat."""
    return person.persona.messages()[-1]


async def phones(database: Database) -> tuple[Labelled, ...]:
    """Return the phones that the contact has."""
    return (await stored(database)).points[NCB].phones


async def test_what_it_says_now_and_how_to_write_it_is_shown_first(administrator: Person) -> None:
    asked = await begin(administrator, "phones")
    assert "Now: +1 202-555-0123 (front desk)" in asked["text"]
    assert asked["has_protected_content"]


async def test_a_correction_waits_for_the_coordinator_who_sees_old_and_new(
    administrator: Person, coordinator: Person, room: Room, database: Database, languages: Languages
) -> None:
    answer = await correct(administrator, PHONE)
    assert "The coordinator of the country decides, and I will tell you." in answer["text"]
    assert READ not in await phones(database)
    await deliver(room)
    shown, hungarian = last(coordinator), languages.translator("hu")
    assert hungarian.gettext("Correction of a contact") in shown["text"]
    assert f"{column_name('phones', hungarian)}\n+1 202-555-0123 (front desk)\n→ {PHONE}" in shown["text"]
    assert shown["has_protected_content"]


@pytest.mark.parametrize(("button", "is_changed"), [("✅ ", True), ("⛔ ", False)])
async def test_the_decision_is_stored_and_who_proposed_it_is_told(
    administrator: Person, coordinator: Person, room: Room, database: Database, button: str, is_changed: bool
) -> None:
    await correct(administrator, PHONE)
    await deliver(room)
    label = next(label for label in labels(last(coordinator)) if label.startswith(button))
    await coordinator.presses(last(coordinator), label)
    await deliver(room)
    assert (READ in await phones(database)) is is_changed
    told = "This correction was approved" if is_changed else "This correction was declined"
    assert told in last(administrator)["text"]
    decided = "correction_approved" if is_changed else "correction_declined"
    assert (await recorded(database))[-2:] == ["correction_proposed", decided]


async def test_the_coordinator_of_the_country_changes_a_contact_at_once(
    coordinator: Person, database: Database, room: Room, languages: Languages
) -> None:
    answer = await correct(coordinator, PHONE)
    assert languages.translator("hu").gettext("Done. The contact says this from now on.") in answer["text"]
    assert READ in await phones(database)
    before = len(coordinator.persona.messages())
    await deliver(room)
    assert len(coordinator.persona.messages()) == before


@pytest.mark.parametrize(("column", "typed"), [("emails", MAIL), ("duty_phones", PHONE), ("secure", f"{MAIL} (SIENA)")])
async def test_numbers_and_addresses_that_were_asked_for_pass_the_guard(
    administrator: Person, column: str, typed: str
) -> None:
    answer = await correct(administrator, typed, column)
    assert typed in answer["text"]
    assert any(message.get("text") == typed for message in administrator.persona.messages())


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        pytest.param("phones", MAIL, id="an address in place of a number"),
        pytest.param("emails", PHONE, id="a number in place of an address"),
        pytest.param("notes", f"ask {MAIL}", id="an address in the notes"),
        pytest.param("phones", f"{PHONE}; GB82 WEST 1234 5698 7654 32", id="an account beside the number"),
    ],
)
async def test_the_guard_stops_what_was_not_asked_for(
    administrator: Person, database: Database, column: str, typed: str
) -> None:
    answer = await correct(administrator, typed, column)
    assert answer["text"].startswith("Personal data must not be typed here.")
    assert typed not in administrator.messages_text()
    async with database.session() as session:
        assert (await session.exec(select(ContactCorrection))).all() == []


async def test_the_guard_stops_a_number_again_when_nothing_is_awaited(administrator: Person) -> None:
    await begin(administrator, "phones")
    await administrator.asks("/cancel")
    assert (await administrator.asks(PHONE))["text"].startswith("Personal data must not be typed here.")


async def test_the_guard_stops_an_edit_also_while_a_number_is_awaited(administrator: Person) -> None:
    await administrator.asks("hot pursuit")
    question = administrator.persona.messages()[0]
    await begin(administrator, "phones")
    await administrator.edits(question, PHONE)
    assert last(administrator)["text"].startswith("Personal data must not be typed here.")


@pytest.mark.parametrize("typed", ["front desk", "12345", "+1 202-555-0177 extension 5", "x" * 3000])
async def test_what_cannot_be_read_is_asked_for_again(administrator: Person, database: Database, typed: str) -> None:
    answer = await correct(administrator, typed)
    assert answer["text"].startswith("I could not read this.")
    assert "like this: +1 202-555-0123" in answer["text"]
    assert "The coordinator of the country decides" in (await administrator.asks(PHONE))["text"]


async def test_a_hyphen_empties_a_column(coordinator: Person, database: Database) -> None:
    await correct(coordinator, "-")
    assert await phones(database) == ()


async def test_what_it_says_already_changes_nothing(administrator: Person, database: Database) -> None:
    answer = await correct(administrator, "+12025550123 (front desk)")
    assert answer["text"].startswith("The contact says this already")
    assert await phones(database) == (Labelled("+12025550123", "front desk"),)


async def test_what_waits_is_listed_for_coordinators(
    administrator: Person, coordinator: Person, languages: Languages
) -> None:
    hungarian = languages.translator("hu").gettext
    menu = await coordinator.asks("/contacts")
    await coordinator.presses(menu, ListCorrections().pack())
    assert last(coordinator)["text"] == hungarian("No corrections wait for you.")
    await correct(administrator, PHONE)
    await coordinator.presses(menu, ListCorrections().pack())
    assert PHONE in last(coordinator)["text"]


async def test_what_was_decided_stays_so(administrator: Person, coordinator: Person, database: Database) -> None:
    await correct(administrator, PHONE)
    menu = await coordinator.asks("/contacts")
    await coordinator.forges(menu, DecideCorrection(1, approve=False).pack())
    await coordinator.forges(menu, DecideCorrection(1, approve=True).pack())
    assert READ not in await phones(database)


async def test_officers_decide_nothing(administrator: Person, room: Room, database: Database) -> None:
    await correct(administrator, PHONE)
    officer = room.person("officer-belgrade")
    menu = await officer.asks("/contacts")
    for route in (DecideCorrection(1, approve=True), ListCorrections()):
        await officer.forges(menu, route.pack())
    assert READ not in await phones(database)
    assert PHONE not in officer.messages_text()


async def test_strangers_correct_nothing(room: Room, database: Database) -> None:
    stranger = room.person("stranger")
    message = await stranger.asks("/language")
    await stranger.forges(message, CorrectContact(1, "phones").pack())
    async with database.session() as session:
        assert (await session.exec(select(AwaitedText))).all() == []


@pytest.mark.parametrize("forged", ["kx:1:owner", "kx:1:kite", "kx::", "kd:1:", "kd:x:1", "kp:1"])
async def test_forged_buttons_are_out_of_date(coordinator: Person, languages: Languages, forged: str) -> None:
    answer = await coordinator.forges(await coordinator.asks("/contacts"), forged)
    assert answer["text"] == languages.translator("hu").gettext(
        "This button is out of date. Please send your question again."
    )
