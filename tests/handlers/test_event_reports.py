"""The report on a study visit in the chat."""

from bot.callbacks import MakeReport, ShowEvent, ShowParticipants
from bot.database import Database
from tests.chat import Room
from tests.outbox import event, store


async def test_the_coordinator_gets_the_report_as_a_document(room: Room, database: Database) -> None:
    await store(database, event())
    coordinator = room.person("coordinator-budapest")
    card, _ = await coordinator.presses(await coordinator.asks("/events"), ShowEvent(1).pack())
    people, _ = await coordinator.presses(card, ShowParticipants(1).pack())
    await coordinator.presses(people, MakeReport(1).pack())
    message = coordinator.persona.messages()[-1]
    assert message["document"]["file_name"] == "event-1-report.odt"
    assert not message.get("has_protected_content")


async def test_an_officer_gets_none_by_a_forged_button(room: Room, database: Database) -> None:
    await store(database, event())
    officer = room.person("officer-tbilisi")
    await officer.forges(await officer.asks("/events"), MakeReport(1).pack())
    assert not any("document" in message for message in officer.persona.messages())
