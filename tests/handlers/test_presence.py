"""Who was here is noted."""

import datetime as dt

from bot.context import ASSISTANT
from tests.chat import Person, Room
from tests.conftest import NOW
from tests.members import member_of


async def last_seen(room: Room, person: Person) -> dt.date | None:
    """Return the day that somebody was here."""
    async with room.application.bot_data[ASSISTANT].database.session() as session:
        return (await member_of(session, person.persona.user_id)).last_seen


async def forget(room: Room, person: Person) -> None:
    """Let somebody be known, and seen never."""
    await person.presses(await person.asks("/language"), "English")
    async with room.application.bot_data[ASSISTANT].database.session() as session:
        (await member_of(session, person.persona.user_id)).last_seen = None
        await session.commit()


async def test_a_question_is_a_sign_of_life(room: Room, officer: Person) -> None:
    await forget(room, officer)
    await officer.says("hot pursuit across the border")
    assert await last_seen(room, officer) == NOW.date()


async def test_so_is_a_message_that_the_guard_stops(room: Room, officer: Person) -> None:
    await forget(room, officer)
    await officer.says("who is somebody.unknown@example.org")
    assert await last_seen(room, officer) == NOW.date()


async def test_so_are_inline_words(room: Room, officer: Person) -> None:
    await forget(room, officer)
    await officer.types_inline("pursuit")
    assert await last_seen(room, officer) == NOW.date()
