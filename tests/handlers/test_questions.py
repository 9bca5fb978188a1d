"""Free text: questions in every language, edits, groups, and what is no text."""

import pytest
from sqlmodel import select

from bot.gateway.cast import GROUP_ID
from bot.models import Question
from bot.services.questions import MAX_LENGTH
from tests.chat import Person, Room, labels

HOT_PURSUIT = [
    ("en", "the driver fled over the border, may we follow him"),
    ("hu", "átmenekült a határon, utána mehetünk? forró nyomon üldözés"),
    ("ro", "putem urmări un fugar peste graniță?"),
    ("ka", "გაიქცა საზღვარზე, შეგვიძლია დევნა?"),
    ("mk", "избега преку граница, може ли да го гониме? прекугранично гонење"),
    ("sr", "побегао је преко границе, смемо ли да га гонимо? прекогранично гоњење"),
    ("sr_Latn", "pobegao je preko granice, smemo li da ga gonimo? prekogranično gonjenje"),
    ("uk", "втік через кордон, чи можемо переслідувати?"),
]


@pytest.mark.parametrize(("locale", "question"), HOT_PURSUIT, ids=[locale for locale, _ in HOT_PURSUIT])
async def test_a_question_is_answered_in_its_own_language(room: Room, locale: str, question: str) -> None:
    message = await room.person("administrator").asks(question)
    article = room.application.bot_data["assistant"].knowledge.article("hot-pursuit", locale)
    assert message["text"].splitlines()[0] == article.title.text


async def test_weather_is_not_found(administrator: Person) -> None:
    message = await administrator.asks("what is the weather in Vienna today")
    assert message["text"].startswith("This is not covered here.\n\nThat is handled by: other services;")
    assert labels(message) == ["📚 All articles"]


async def test_words_that_say_nothing_are_not_found(administrator: Person) -> None:
    message = await administrator.asks("qqqq wwww zzzz")
    assert message["text"].startswith("I have no article")
    assert labels(message) == ["📚 All articles"]


async def test_an_edited_question_changes_its_answer(room: Room, administrator: Person) -> None:
    answer = await administrator.asks("what is the weather in Vienna today")
    question = administrator.persona.messages()[-2]
    await administrator.edits(question, "hot pursuit across the border")
    chat = administrator.persona.messages()
    assert len(chat) == 2
    assert chat[-1]["message_id"] == answer["message_id"]
    assert chat[-1]["text"].startswith("Pursuing a fleeing person")
    async with room.application.bot_data["assistant"].database.session() as session:
        (row,) = (await session.exec(select(Question))).all()
    assert (row.outcome, row.article_id) == ("answer", "hot-pursuit")


async def test_an_edit_that_changes_nothing_in_the_answer_is_no_failure(administrator: Person) -> None:
    await administrator.asks("hot pursuit across the border")
    question = administrator.persona.messages()[-2]
    await administrator.edits(question, "hot pursuit across the border?")
    assert len(administrator.persona.messages()) == 2


async def test_the_text_of_a_question_is_not_stored(room: Room, administrator: Person) -> None:
    await administrator.asks("hot pursuit across the border")
    async with room.application.bot_data["assistant"].database.session() as session:
        (row,) = (await session.exec(select(Question))).all()
    assert "pursuit across" not in str(row.model_dump())


async def test_markup_that_was_typed_does_no_harm(administrator: Person) -> None:
    message = await administrator.asks("<b>hot pursuit</b> & <a href='x'> across the border")
    assert "something went wrong" not in message["text"]


async def test_a_text_that_is_too_long_is_refused_with_the_limit(administrator: Person) -> None:
    message = await administrator.asks("pursuit " * (MAX_LENGTH // 8 + 1))
    assert str(MAX_LENGTH) in message["text"]


@pytest.mark.parametrize("kind", ["voice", "sticker", "document"])
async def test_what_is_no_text_gets_a_helpful_reply(administrator: Person, kind: str) -> None:
    (message,) = await administrator.sends(kind, b"content")
    assert message["text"].startswith("I can read text only.")


async def test_a_group_is_answered_only_when_it_asks_the_assistant(room: Room) -> None:
    officer = room.person("officer-belgrade")
    assert await officer.says("hot pursuit across the border", GROUP_ID) == []
    (answer,) = await officer.says("@ilecu_demo_bot hot pursuit across the border", GROUP_ID)
    assert answer["text"].startswith("Pursuing a fleeing person")
    assert answer["reply_to_message"]["text"].startswith("@ilecu_demo_bot")
    (again,) = await officer.says("stolen vehicle hit", GROUP_ID, reply_to=answer)
    assert again["reply_to_message"]["text"] == "stolen vehicle hit"
