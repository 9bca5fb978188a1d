"""Choosing in the chat who looks after a contact."""

import pytest
from sqlmodel import select

from bot.app import make_dispatcher
from bot.assistant import Assistant
from bot.callbacks import AppointOwner, ChooseOwner, ConfirmContact
from bot.contact_deliveries import kinds_of_contacts
from bot.context import ASSISTANT
from bot.database import Database
from bot.i18n import Languages
from bot.models import Member
from bot.services.contacts import every
from tests.chat import Person, Room, labels
from tests.contacts import directory, point, store, unit

OUT_OF_DATE = "This button is out of date. Please send your question again."


@pytest.fixture(autouse=True)
async def contact(database: Database, room: Room) -> None:
    """The NCB of Serbia, number 1."""
    await store(database, directory(unit(), point()))


async def number_of(database: Database, person: Person) -> int:
    """Return the number of the member who a person is, who can then be written to."""
    await person.asks("/browse")
    async with database.session() as session:
        query = select(Member).where(Member.chat_id == person.persona.user_id)
        return (await session.exec(query)).one().id or 0


async def test_a_coordinator_chooses_and_the_officer_is_asked(
    room: Room, database: Database, languages: Languages
) -> None:
    officer, coordinator = room.person("officer-belgrade"), room.person("coordinator-budapest")
    number = await number_of(database, officer)
    card = await coordinator.asks("/contacts Interpol Belgrade")
    choice, _ = await coordinator.presses(card, ChooseOwner(1).pack())
    chosen, _ = await coordinator.presses(choice, AppointOwner(1, number).pack())
    assert [label for label in labels(chosen) if label.startswith("✅")]
    assistant: Assistant = room.application.bot_data[ASSISTANT]
    await make_dispatcher(lambda: assistant, room.application.bot, kinds_of_contacts()).settle()
    question = officer.persona.messages()[-1]
    serbian = languages.translator("sr").gettext
    assert serbian("You look after this contact. Is everything in it still right?") in question["text"]
    await officer.presses(question, ConfirmContact(1).pack())


async def test_officers_are_not_offered_it(room: Room, database: Database) -> None:
    officer = room.person("officer-belgrade")
    card = await officer.asks("/contacts Interpol Belgrade")
    assert [label for label in labels(card) if label.startswith("👤")] == []
    await officer.forges(card, AppointOwner(1, await number_of(database, officer)).pack())
    async with database.session() as session:
        assert (await every(session))[0].owner_id is None


async def test_a_member_who_is_none_any_more_is_out_of_date(room: Room, languages: Languages) -> None:
    coordinator = room.person("coordinator-budapest")
    card = await coordinator.asks("/contacts Interpol Belgrade")
    answer = await coordinator.forges(card, AppointOwner(1, 999).pack())
    assert answer["text"] == languages.translator("hu").gettext(OUT_OF_DATE)
