"""Texts that the assistant has asked for, and what ends the waiting."""

from bot.database import Database
from bot.services import awaiting
from bot.services.awaiting import Awaited
from tests.chat import Person, Room
from tests.conftest import NOW
from tests.members import member_of


async def wait_for_unit(stranger: Person) -> None:
    """Bring a stranger to where a unit is asked for."""
    offer = await stranger.asks("/access")
    await stranger.presses(offer, "Hungary")


async def test_cancel_ends_the_waiting(room: Room) -> None:
    stranger = room.person("stranger")
    await wait_for_unit(stranger)
    assert (await stranger.asks("/cancel"))["text"].startswith("All right, I wait for nothing more.")
    assert "Only members" in (await stranger.asks("Unit 7"))["text"]


async def test_without_anything_begun_there_is_nothing_to_cancel(room: Room, administrator: Person) -> None:
    for person in (room.person("stranger"), administrator):
        assert (await person.asks("/cancel"))["text"] == "There is nothing to cancel."


async def test_a_command_ends_the_waiting_too(room: Room) -> None:
    stranger = room.person("stranger")
    await wait_for_unit(stranger)
    await stranger.asks("/help")
    assert "Only members" in (await stranger.asks("Unit 7"))["text"]


async def test_a_text_that_no_handler_takes_any_more_is_a_question(
    room: Room, database: Database, administrator: Person
) -> None:
    async with database.session() as session:
        member = await member_of(session, administrator.persona.user_id)
        await awaiting.ask_for(session, member.id or 0, Awaited("gone", {}), NOW)
        await session.commit()
    assert (await administrator.asks("hot pursuit"))["text"].startswith("Pursuing")


async def test_personal_data_is_no_name_of_a_unit(room: Room) -> None:
    stranger = room.person("stranger")
    await wait_for_unit(stranger)
    (warning,) = await stranger.says("somebody@example.org")
    assert "e-mail" in warning["text"]
    assert (await stranger.asks("Unit 7"))["text"].startswith("Your request was sent")


async def test_a_file_leaves_a_text_awaited(room: Room) -> None:
    stranger = room.person("stranger")
    await wait_for_unit(stranger)
    await stranger.sends("document", b"no text")
    assert (await stranger.asks("Unit 7"))["text"].startswith("Your request was sent")
