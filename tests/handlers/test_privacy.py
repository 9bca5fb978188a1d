"""/privacy, /mydata, /forgetme."""

import json
from typing import Any

import pytest
from sqlmodel import select

from bot.callbacks import ForgetMe, ForgetStep
from bot.context import ASSISTANT
from bot.database import Database
from bot.gateway.cast import GROUP_ID
from bot.i18n import Languages
from bot.models import Grant, Member, Question
from bot.views import privacy as views
from knowledge.article import Duration
from tests.chat import Message, Person, Room, labels
from tests.conftest import NOW
from tests.members import member_of, recorded, roles_of

ASKED = "hot pursuit across the border"
LOCALES = [("officer-tbilisi", "ka"), ("officer-belgrade", "sr"), ("translator-kyiv", "uk"), ("stranger", "en")]


def database_of(room: Room) -> Database:
    """Return the assistant's database."""
    database: Database = room.application.bot_data[ASSISTANT].database
    return database


async def document(room: Room, message: Message) -> dict[str, Any]:
    """Return what stands in the document of a message."""
    file = await room.application.bot.get_file(message["document"]["file_id"])
    content: dict[str, Any] = json.loads(bytes(await file.download_as_bytearray()))
    return content


async def asked_twice(person: Person) -> Message:
    """Press the way to the second question before erasure."""
    first = await person.asks("/forgetme")
    message, _ = await person.presses(first, labels(first)[0])
    return message


async def erased(person: Person) -> Message:
    """Have oneself erased; return what is shown then."""
    question = await asked_twice(person)
    message, _ = await person.presses(question, labels(question)[0])
    return message


@pytest.mark.parametrize(("key", "locale"), LOCALES)
async def test_everybody_reads_in_their_language_what_is_held(
    room: Room, languages: Languages, key: str, locale: str
) -> None:
    person, translator = room.person(key), languages.translator(locale)
    await person.asks(ASKED)
    text = (await person.asks("/privacy"))["text"]
    assert translator.gettext("What I hold about you") in text
    assert translator.gettext("Your questions") in text
    assert translator.duration(Duration(30, "day")) in text


async def test_who_nothing_is_held_about_reads_that(room: Room) -> None:
    text = (await room.person("stranger").asks("/privacy"))["text"]
    assert text.startswith("What I hold about you\n\nNothing.\n\nWhat else I may hold, if you use it")


async def test_the_document_holds_everything_and_nothing_of_others(room: Room, officer: Person) -> None:
    other = room.person("officer-belgrade")
    for person in (officer, other):
        await person.asks(ASKED)
    said, sent = await officer.says("/mydata")
    assert "document" not in said
    assert sent["document"]["file_name"] == views.FILE_NAME
    found = await document(room, sent)
    assert found["made_at"] == NOW.isoformat()
    (member,) = found["holdings"]["member"]["rows"]
    assert (member["chat_id"], member["country"]) == (officer.persona.user_id, "GE")
    assert [row["article_id"] for row in found["holdings"]["questions"]["rows"]] == ["hot-pursuit"]
    assert str(other.persona.user_id) not in json.dumps(found)
    assert await recorded(database_of(room)) == ["export"]


async def test_the_button_of_the_page_sends_the_document_too(room: Room) -> None:
    stranger = room.person("stranger")
    page = await stranger.asks("/privacy")
    await stranger.presses(page, "📄 Send it to me as a document")
    assert "document" in stranger.persona.messages()[-1]
    assert await recorded(database_of(room)) == []


async def test_after_two_presses_everything_is_gone(room: Room) -> None:
    person = room.person("officer-belgrade")
    await person.asks(ASKED)
    async with database_of(room).session() as session:
        member_id = (await member_of(session, person.persona.user_id)).id
    await erased(person)
    async with database_of(room).session() as session:
        assert (await session.exec(select(Member).where(Member.id == member_id))).all() == []
        assert (await session.exec(select(Grant).where(Grant.member_id == member_id))).all() == []
        assert (await session.exec(select(Question))).all() == []
    assert await recorded(database_of(room)) == ["erasure"]


async def test_one_press_erases_nothing(room: Room, administrator: Person) -> None:
    await administrator.asks(ASKED)
    message = await asked_twice(administrator)
    assert message["text"].startswith("Are you sure?")
    async with database_of(room).session() as session:
        assert len((await session.exec(select(Question))).all()) == 1


async def test_who_changes_their_mind_keeps_everything(room: Room, administrator: Person) -> None:
    await administrator.asks(ASKED)
    message, _ = await administrator.presses(await asked_twice(administrator), "Keep it")
    assert (message["text"], labels(message)) == ("Nothing was erased.", [])
    async with database_of(room).session() as session:
        assert len((await session.exec(select(Question))).all()) == 1


@pytest.mark.parametrize("age", [views.PATIENCE + 1, -1])
async def test_an_old_or_forged_question_is_asked_again(room: Room, administrator: Person, age: int) -> None:
    await administrator.asks(ASKED)
    message = await asked_twice(administrator)
    route = ForgetMe(ForgetStep.ERASE, views.minutes(NOW) - age)
    await administrator.forges(message, route.pack())
    assert administrator.persona.current(message)["text"].startswith("Are you sure?")
    async with database_of(room).session() as session:
        assert len((await session.exec(select(Question))).all()) == 1


async def test_the_only_administrator_is_refused_and_told_what_to_do(room: Room, administrator: Person) -> None:
    assert (await erased(administrator))["text"].startswith("You are the only administrator")
    assert "administrator" in await roles_of(database_of(room), administrator.persona.user_id)
    assert await recorded(database_of(room)) == []


async def test_who_nothing_is_held_about_is_told_so(room: Room) -> None:
    assert (await erased(room.person("stranger")))["text"] == "I hold nothing about you that could be erased."


async def test_the_menu_goes_back_to_that_of_strangers(officer: Person) -> None:
    await officer.presses(await officer.asks("/language"), "Magyar")
    assert officer.persona.commands() != []
    await erased(officer)
    assert officer.persona.commands() == []


@pytest.mark.parametrize("command", ["privacy", "mydata", "forgetme"])
async def test_in_a_group_nothing_is_said_about_anybody(room: Room, command: str) -> None:
    person = room.person("officer-belgrade")
    (answer,) = await person.says(f"/{command}@ilecu_demo_bot", GROUP_ID)
    assert "document" not in answer
    assert labels(answer) == []


@pytest.mark.parametrize("data", ["od", "fg:2:29000000"])
async def test_a_button_that_is_pressed_in_a_group_does_nothing(room: Room, data: str) -> None:
    person = room.person("officer-belgrade")
    (answer,) = await person.says("/privacy@ilecu_demo_bot", GROUP_ID)
    before = len(person.persona.messages(GROUP_ID))
    await person.forges(answer, data)
    assert len(person.persona.messages(GROUP_ID)) == before
    assert person.persona.message(answer["message_id"], GROUP_ID)["text"] == answer["text"]
