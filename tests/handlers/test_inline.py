"""Inline mode."""

from tests.chat import Person


async def test_words_offer_articles_with_their_short_answer(administrator: Person) -> None:
    answer = await administrator.types_inline("hot pursuit across the border")
    first = answer.results[0]
    assert first["title"] == "Pursuing a fleeing person across the border"
    assert first["description"]


async def test_nothing_typed_offers_articles_to_look_through(administrator: Person) -> None:
    answer = await administrator.types_inline("")
    assert len(answer.results) == 10


async def test_a_chosen_result_is_the_card_with_a_link_and_no_question(administrator: Person) -> None:
    answer = await administrator.types_inline("hot pursuit across the border")
    message = administrator.persona.choose(answer.inline_query_id, answer.results[0]["id"])
    await administrator.room.settle()
    assert administrator.persona.messages()[-1]["message_id"] == message["message_id"]
    (row,) = message["reply_markup"]["inline_keyboard"]
    assert row[0]["url"] == "https://t.me/ilecu_demo_bot?start=a_hot-pursuit"
    assert message["text"].startswith("Pursuing a fleeing person")


async def test_nonsense_offers_the_way_to_the_assistant_only(administrator: Person) -> None:
    answer = await administrator.types_inline("qqqq zzzz xxxx")
    assert list(answer.results) == []
    assert answer.button is not None
    assert answer.button["start_parameter"] == "help"


async def test_a_term_is_offered_before_the_articles(administrator: Person) -> None:
    answer = await administrator.types_inline("екстрадиција")
    assert answer.results[0]["title"] == "extradition"
    message = administrator.persona.choose(answer.inline_query_id, answer.results[0]["id"])
    assert "kiadatás" in message["text"]
