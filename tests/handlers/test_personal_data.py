"""Personal data in messages: nothing is searched or stored, and the assistant says where it belongs."""

import pytest
from sqlmodel import select

from bot.gateway.cast import GROUP_ID
from bot.models import Question
from tests.chat import Person, Room, labels

MAIL = "somebody.unknown@example.org"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(f"who is {MAIL}", "an e-mail address", id="question"),
        pytest.param(f"/term {MAIL}", "an e-mail address", id="command"),
        pytest.param("check IBAN GB82 WEST 1234 5698 7654 32 please", "a bank account number", id="account"),
    ],
)
async def test_a_message_with_personal_data_is_deleted_and_named_by_kind(
    administrator: Person, text: str, kind: str
) -> None:
    answer = await administrator.asks(text)
    assert answer["text"].startswith("Personal data must not be typed here.")
    assert kind in answer["text"]
    assert labels(answer) == ["Why?"]
    assert [message["message_id"] for message in administrator.persona.messages()] == [answer["message_id"]]


async def test_the_value_is_repeated_nowhere(room: Room, administrator: Person) -> None:
    await administrator.asks(f"who is {MAIL}")
    assert MAIL not in administrator.messages_text()
    async with room.application.bot_data["assistant"].database.session() as session:
        assert (await session.exec(select(Question))).all() == []


async def test_the_article_on_it_opens_from_the_warning(administrator: Person) -> None:
    answer = await administrator.asks(f"who is {MAIL}")
    article = administrator.room.application.bot_data["assistant"].knowledge.article("no-personal-data-in-chat", "en")
    message, _ = await administrator.presses(answer, "Why?")
    assert message["text"].startswith(article.title.text)


async def test_an_edit_that_adds_personal_data_is_caught(administrator: Person) -> None:
    await administrator.asks("hot pursuit across the border")
    question = administrator.persona.messages()[0]
    await administrator.edits(question, f"hot pursuit of {MAIL}")
    assert administrator.messages_text().count("Personal data must not be typed here.") == 1


async def test_the_warning_is_in_the_language_of_the_person(room: Room) -> None:
    answer = await room.person("officer-belgrade").asks(f"ko je {MAIL}")
    assert "Personal data" not in answer["text"]


async def test_inline_words_with_personal_data_offer_nothing(administrator: Person) -> None:
    assert (await administrator.types_inline(f"pursuit {MAIL}")).results == []


async def test_in_a_group_only_what_the_assistant_would_read_is_looked_at(room: Room) -> None:
    officer = room.person("officer-belgrade")
    assert await officer.says(f"to: {MAIL}", GROUP_ID) == []
    (answer,) = await officer.says(f"@ilecu_demo_bot {MAIL}", GROUP_ID)
    assert MAIL not in answer["text"]


@pytest.mark.parametrize("text", ["Article 14 of Directive 2023/977", "I-24/7 message, ref 12/2026", "ETS 182"])
async def test_what_only_looks_like_it_is_answered(administrator: Person, text: str) -> None:
    assert not (await administrator.asks(text))["text"].startswith("Personal data")
