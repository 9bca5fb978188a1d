"""The daily question to owners, from the clock to the chat."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest

from bot import contact_job
from bot.app import make_dispatcher
from bot.assistant import Assistant
from bot.contact_deliveries import kinds_of_contacts
from bot.context import ASSISTANT
from bot.database import Database
from tests.chat import Person, Room, labels
from tests.conftest import NOW
from tests.contacts import directory, point, store, unit
from tests.deliveries import rows


class Days:
    """Sleeps that each end a day later, and the last one with the task."""

    def __init__(self, number: int) -> None:
        self.left, self.passed = number, 0

    def now(self) -> dt.datetime:
        """Return the time."""
        return NOW + dt.timedelta(days=self.passed)

    async def __call__(self, seconds: float) -> None:
        """Let a day pass."""
        del seconds
        self.passed += 1
        if self.passed == self.left:
            raise asyncio.CancelledError


@pytest.fixture
async def owned(room: Room, database: Database, officer: Person) -> Assistant:
    """The assistant, with a contact that the Georgian officer owns and nobody has confirmed."""
    await officer.asks("/browse")
    await store(database, directory(unit(), point(owner=officer.persona.user_id)))
    assistant: Assistant = room.application.bot_data[ASSISTANT]
    return assistant


async def test_an_owner_is_asked_in_their_language_and_answers_with_one_press(
    owned: Assistant, room: Room, officer: Person
) -> None:
    assert await contact_job.ask_owners(owned) == 1
    await make_dispatcher(lambda: owned, room.application.bot, kinds_of_contacts()).settle()
    georgian = owned.languages.translator("ka").gettext
    question = officer.persona.messages()[-1]
    assert georgian("You look after this contact. Is everything in it still right?") in question["text"]
    assert question["has_protected_content"]
    assert labels(question)[0] == "✅ " + georgian("Yes, still right")
    thanks, _ = await officer.presses(question, labels(question)[0])
    assert georgian("Thank you. The contact counts as confirmed from today on.") in thanks["text"]
    assert await contact_job.ask_owners(owned) == 0


async def test_it_goes_on_every_day_and_asks_again_after_a_week(owned: Assistant, database: Database) -> None:
    days = Days(8)
    assistant = replace(owned, clock=days.now)
    with pytest.raises(asyncio.CancelledError):
        await contact_job.keep_running(lambda: assistant, days)
    assert len(await rows(database)) == 2
