"""The files of an event in the chat: added by its coordinator, got by participants, told of, removed."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from bot.callbacks import AddDocument, ListDocuments, RemoveDocument, SendDocument, ShowEvent, ShowPlan
from bot.database import Database
from bot.gateway.cast import CAST
from bot.i18n import Languages
from bot.models import Delivery, EventDocument, EventState, Member
from tests.chat import Message, Person, Room
from tests.handlers.test_broadcasts import PNG
from tests.outbox import event, store

COORDINATOR = "coordinator-budapest"
Words = Callable[[str], str]


@pytest.fixture
def hungarian(languages: Languages) -> Words:
    """Return what translates for the coordinator."""
    return languages.translator("hu").gettext


@pytest.fixture
async def invited(room: Room, database: Database) -> Database:
    """An event that the administrator is invited to."""
    user_id = next(profile.user_id for profile in CAST if profile.key == "administrator")
    async with database.session() as session:
        member = (await session.exec(select(Member).where(Member.chat_id == user_id))).one()
    await store(database, event(), [member.id or 0])
    return database


@pytest.fixture
def coordinator(room: Room) -> Person:
    """Who plans events of all countries."""
    return room.person(COORDINATOR)


async def card(person: Person) -> Message:
    """Open the event by the list."""
    message, _ = await person.presses(await person.asks("/events"), ShowEvent(1).pack())
    return message


async def begin(coordinator: Person) -> None:
    """Press the buttons that lead to a file being asked for."""
    shown, _ = await coordinator.presses(await card(coordinator), ListDocuments(1).pack())
    await coordinator.presses(shown, AddDocument(1).pack())


async def stored(database: Database) -> list[str]:
    """Return the names of the documents that are kept."""
    async with database.session() as session:
        return [each.name for each in (await session.exec(select(EventDocument))).all()]


async def test_files_are_added_one_after_the_other_and_the_invited_told_once(
    invited: Database, coordinator: Person, hungarian: Words
) -> None:
    await begin(coordinator)
    (first,) = await coordinator.sends("document", b"plan", name="plan <1>.pdf")
    added = hungarian("Added: {name}. Send the next one, or press Finish.")
    assert added.format(name="plan <1>.pdf") in first["text"]
    await coordinator.sends("photo", PNG)
    assert await stored(invited) == ["plan <1>.pdf", ""]
    async with invited.session() as session:
        assert len((await session.exec(select(Delivery).where(Delivery.kind == "event_documents"))).all()) == 1


async def test_after_done_a_file_is_no_document_any_more(invited: Database, coordinator: Person) -> None:
    await begin(coordinator)
    (added,) = await coordinator.sends("document", b"plan", name="plan.pdf")
    shown, _ = await coordinator.presses(added, ListDocuments(1).pack())
    assert "• plan.pdf" in shown["text"]
    await coordinator.sends("document", b"other", name="other.pdf")
    assert await stored(invited) == ["plan.pdf"]


async def test_a_name_with_personal_data_is_refused_and_another_file_taken(
    invited: Database, coordinator: Person, hungarian: Words
) -> None:
    await begin(coordinator)
    (refusal,) = await coordinator.sends("document", b"plan", name="somebody@example.org.pdf")
    assert refusal["text"] == hungarian(
        "The name of the file seems to hold personal data. Give it another name and send it again."
    )
    await coordinator.sends("document", b"plan", name="plan.pdf")
    assert await stored(invited) == ["plan.pdf"]


async def test_a_participant_gets_a_document_by_the_card(
    invited: Database, coordinator: Person, administrator: Person
) -> None:
    await begin(coordinator)
    await coordinator.sends("document", b"plan", name="plan.pdf")
    shown, _ = await administrator.presses(await card(administrator), ListDocuments(1).pack())
    await administrator.presses(shown, SendDocument(1).pack())
    got = administrator.persona.messages()[-1]
    assert (got["document"]["file_name"], got["caption"]) == ("plan.pdf", "Visit of the Example")
    assert not got.get("has_protected_content")


async def test_a_document_is_removed_after_a_question(invited: Database, coordinator: Person, hungarian: Words) -> None:
    await begin(coordinator)
    (added,) = await coordinator.sends("document", b"plan", name="plan.pdf")
    question, _ = await coordinator.presses(
        (await coordinator.presses(added, ListDocuments(1).pack()))[0], RemoveDocument(1, confirmed=False).pack()
    )
    assert question["text"] == hungarian("Remove {name}? Whoever has got it keeps it.").format(name="plan.pdf")
    assert await stored(invited) == ["plan.pdf"]
    shown, _ = await coordinator.presses(question, RemoveDocument(1, confirmed=True).pack())
    assert hungarian("There are no documents.") in shown["text"]
    assert await stored(invited) == []


async def test_a_draft_has_documents_too(invited: Database, coordinator: Person) -> None:
    await store(invited, event(state=EventState.DRAFT))
    plan, _ = await coordinator.presses(await coordinator.asks("/newevent"), ShowPlan(2).pack())
    shown, _ = await coordinator.presses(plan, ListDocuments(2).pack())
    await coordinator.presses(shown, AddDocument(2).pack())
    (added,) = await coordinator.sends("document", b"plan", name="plan.pdf")
    assert "are told" not in added["text"]


async def test_who_is_not_invited_gets_nothing_by_forged_buttons(
    invited: Database, coordinator: Person, room: Room
) -> None:
    await begin(coordinator)
    await coordinator.sends("document", b"plan", name="plan.pdf")
    stranger_to_it = room.person("officer-belgrade")
    listing = await stranger_to_it.asks("/events")
    for route in (ListDocuments(1), SendDocument(1), AddDocument(1), RemoveDocument(1, confirmed=True)):
        await stranger_to_it.forges(listing, route.pack())
    assert not any("document" in message for message in stranger_to_it.persona.messages())
    assert await stored(invited) == ["plan.pdf"]
