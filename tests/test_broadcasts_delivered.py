"""Broadcasts through the delivery engine, from the coordinator's chat to the receivers' chats."""

import dataclasses
from collections.abc import Callable

import pytest

from bot import broadcast_renderers
from bot.app import make_dispatcher
from bot.assistant import Assistant
from bot.broadcast_watch import BroadcastWatch
from bot.database import Database
from bot.dispatcher import Dispatcher
from bot.services.broadcasts.engine import Deliveries
from bot.services.broadcasts.outbox import Fate, Outcome
from tests.broadcasts import change
from tests.chat import Message, Person, Room, labels

BUDAPEST = 555_004
READERS = ("officer-tbilisi", "officer-belgrade", "officer-chisinau", "translator-kyiv", "administrator")


class Office:
    """A coordinator, the engine that delivers, and the watch over it."""

    def __init__(self, room: Room) -> None:
        running: Callable[[], Assistant] = lambda: room.application.bot_data["assistant"]  # noqa: E731  # as `bot.app`
        kinds = broadcast_renderers.kinds(running().broadcast_outbox, running().clock)
        self.room = room
        self.coordinator = room.person("coordinator-budapest")
        self.dispatcher: Dispatcher = make_dispatcher(running, room.application.bot, kinds)
        self.watch = BroadcastWatch(running, room.application.bot)

    async def send(self) -> Message:
        """Send a broadcast to all six who have begun to talk to the assistant; return the live message."""
        message = await self.coordinator.asks("/broadcast")
        await self.press(message, "Texts", "English")
        message = await self.coordinator.asks("Room 7 is moved.")
        return await self.press(message, "Check and send", "Send to 6 members")

    async def press(self, message: Message, *buttons: str) -> Message:
        """Press buttons one after the other."""
        for label in buttons:
            message, _ = await self.coordinator.presses(message, label)
        return message

    async def settle(self) -> None:
        """Let everything that is due be delivered, and what follows from it."""
        await self.dispatcher.settle()
        await self.watch.look()
        await self.dispatcher.settle()


@pytest.fixture
async def office(room: Room, database: Database) -> Office:
    """One with the table of deliveries; all people have begun, and it is no night anywhere."""
    assistant = room.application.bot_data["assistant"]
    room.application.bot_data["assistant"] = dataclasses.replace(assistant, broadcast_outbox=Deliveries())
    await change(database, BUDAPEST, locale="en")
    for key in READERS:
        await room.person(key).says("/help")
    return Office(room)


def newest(person: Person) -> Message:
    """Return the last message in the chat of a person."""
    return person.persona.messages()[-1]


async def fates(database: Database) -> list[Fate]:
    """Return what became of the deliveries of the broadcast."""
    async with database.session() as session:
        return [fate async for fate in Deliveries().fates(session, "broadcast:1")]


async def test_every_receiver_has_it_once_and_the_author_hears_when_it_is_done(office: Office) -> None:
    live = await office.send()
    await office.settle()
    await office.settle()
    for key in READERS:
        texts = [message.get("text", "") for message in office.room.person(key).persona.messages()]
        assert sum(text.endswith("Room 7 is moved.") for text in texts) == 1, key
    assert "• Sent: 6" in office.coordinator.persona.current(live)["text"]
    assert newest(office.coordinator)["text"].startswith("Broadcast 1: sent")


async def test_who_has_blocked_the_assistant_is_unreachable_and_reported(office: Office, database: Database) -> None:
    office.room.person("officer-belgrade").persona.block()
    await office.send()
    await office.settle()
    assert sorted(fate.outcome for fate in await fates(database)) == [*[Outcome.SENT] * 5, Outcome.UNREACHABLE]
    assert "Unreachable: 1" in newest(office.coordinator)["text"]


async def test_a_receiver_confirms_below_the_message_and_is_not_reminded(office: Office) -> None:
    await office.send()
    await office.settle()
    reader = office.room.person("administrator")
    shown, _ = await reader.presses(newest(reader), "I have read it")
    assert labels(shown) == ["✓ Read on 24 November 2026, 09:00"]
    await office.press(newest(office.coordinator), "Remind who has not confirmed")
    await office.settle()
    assert newest(reader)["message_id"] == shown["message_id"]
    other = newest(office.room.person("officer-tbilisi"))
    assert "Reminder" in other["text"] or "Room 7 is moved." in other["text"]
    assert other["text"].count("Room 7 is moved.") == 1


async def test_a_recalled_message_is_gone_from_the_chats(office: Office) -> None:
    await office.send()
    await office.settle()
    await office.press(newest(office.coordinator), "Recall", "Yes, recall it")
    await office.settle()
    for key in READERS:
        assert "Room 7 is moved." not in office.room.person(key).messages_text()


async def test_a_paused_one_rests_and_a_cancelled_one_never_goes(office: Office, database: Database) -> None:
    card = await office.press(await office.send(), "Pause")
    await office.settle()
    assert {fate.outcome for fate in await fates(database)} == {Outcome.PENDING}
    await office.press(card, "Cancel", "Yes, cancel it")
    await office.settle()
    assert {fate.outcome for fate in await fates(database)} == {Outcome.NEVER_SENT}


async def test_a_file_is_delivered_with_its_text(office: Office) -> None:
    await office.press(await office.coordinator.asks("/broadcast"), "Attachment")
    (ready,) = await office.coordinator.sends("document", b"plan")
    await office.press(ready, "Texts", "English")
    ready = await office.coordinator.asks("The plan.")
    await office.press(ready, "Check and send", "Send to 6 members")
    await office.settle()
    shown = newest(office.room.person("administrator"))
    assert shown["document"]["file_name"] == "case.document"
    assert shown["caption"].endswith("The plan.")


async def test_a_recalled_message_is_gone_in_all_its_parts(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = office.room.person("administrator")
    before = reader.messages_text()
    await office.send()
    monkeypatch.setattr("bot.splitting.MAX_CHARACTERS", 20)
    await office.settle()
    assert newest(reader)["text"] == "Room 7 is moved."
    monkeypatch.undo()
    await office.press(newest(office.coordinator), "Recall", "Yes, recall it")
    await office.settle()
    assert reader.messages_text() == before
