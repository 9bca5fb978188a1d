"""What goes on with broadcasts beside the handlers."""

from typing import Any, cast

import pytest
from sqlmodel import select
from telegram import Bot

from bot.broadcast_watch import BroadcastWatch
from bot.database import Database
from bot.models import Broadcast, BroadcastState
from bot.services.broadcasts.outbox import Outcome
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import change
from tests.chat import Message, Person, Room

BUDAPEST = 555_004


class Author:
    """A coordinator who has sent a broadcast, and the watch over it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.person: Person = room.person("coordinator-budapest")
        self.card: Message = {}
        self.watch = BroadcastWatch(lambda: room.application.bot_data["assistant"], room.application.bot)

    @property
    def outbox(self) -> FakeOutbox:
        """What decides on deliveries."""
        found = self.room.application.bot_data["assistant"].broadcast_outbox
        assert isinstance(found, FakeOutbox)
        return found

    async def send(self) -> None:
        """Send a broadcast to all six."""
        message = await self.person.asks("/broadcast")
        for label in ("Texts", "English"):
            message, _ = await self.person.presses(message, label)
        message = await self.person.asks("Room 7 is moved.")
        for label in ("Check and send", "Send to 6 members"):
            message, _ = await self.person.presses(message, label)
        self.card = message

    def shown(self) -> str:
        """Return what the live message shows now."""
        return str(self.person.persona.current(self.card)["text"])


class CountingBot:
    """A bot that counts how often it edits."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.edits = 0

    async def edit_message_text(self, text: str, **options: Any) -> object:  # noqa: ANN401  # as PTB has them
        """Edit, and count it."""
        self.edits += 1
        return await self.bot.edit_message_text(text, **options)


@pytest.fixture
async def author(room: Room, database: Database) -> Author:
    """One who reads English."""
    await change(database, BUDAPEST, locale="en")
    author = Author(room)
    await author.send()
    return author


async def state_of(database: Database) -> BroadcastState:
    """Return where the broadcast stands."""
    async with database.session() as session:
        return BroadcastState((await session.exec(select(Broadcast.state))).one())


async def test_the_live_message_follows_and_ends_with_the_result(author: Author, database: Database) -> None:
    author.outbox.end(1, Outcome.SENT)
    await author.watch.look()
    assert "• Sent: 1" in author.shown()
    assert "Still to come: 5" in author.shown()
    author.outbox.end_all(Outcome.SENT)
    await author.watch.look()
    assert author.shown().startswith("Broadcast 1: sent")
    assert await state_of(database) is BroadcastState.DONE


async def test_after_a_restart_the_last_step_is_shown_too(author: Author) -> None:
    author.outbox.end_all(Outcome.SENT)
    await author.watch.look()
    assert author.shown().startswith("Broadcast 1: sent")


async def test_another_screen_in_the_message_is_left_alone(author: Author) -> None:
    await author.person.presses(author.card, "Cancel")
    author.outbox.end(1, Outcome.SENT)
    await author.watch.look()
    assert author.shown().startswith("Send nothing more of this broadcast?")
    await author.person.presses(author.card, "No, leave it")
    author.outbox.end(2, Outcome.SENT)
    await author.watch.look()
    assert "• Sent: 2" in author.shown()


async def test_a_message_that_is_gone_is_edited_no_more(author: Author, database: Database) -> None:
    await author.room.application.bot.delete_message(BUDAPEST, author.card["message_id"])
    await author.watch.look()
    async with database.session() as session:
        assert (await session.exec(select(Broadcast.progress_message_id))).one() is None


async def test_what_has_not_changed_is_not_edited_again(author: Author) -> None:
    counting = CountingBot(author.room.application.bot)
    author.watch.bot = cast("Bot", counting)
    for _ in range(3):
        await author.watch.look()
    assert counting.edits == 1
    author.outbox.end(1, Outcome.SENT)
    await author.watch.look()
    assert counting.edits == 2
