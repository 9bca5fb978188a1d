"""/term in the chat."""

import pytest

from bot.services.terms import MAX_TYPED
from tests.chat import Person, labels


async def test_a_term_shows_definition_and_every_language(administrator: Person) -> None:
    text = (await administrator.asks("/term extradition"))["text"]
    assert text.startswith("extradition")
    for language in ("magyar", "română", "ქართული", "македонски", "српски", "українська"):
        assert f"\n{language}: " in text.casefold() or language in text


@pytest.mark.parametrize("typed", ["екстрадиция", "kiadatas", "екстрадиција", "extradare"])
async def test_a_term_is_found_from_any_language(administrator: Person, typed: str) -> None:
    assert "extradition" in (await administrator.asks(f"/term {typed}"))["text"]


async def test_without_a_word_the_use_is_explained(administrator: Person) -> None:
    assert "/term extradition" in (await administrator.asks("/term"))["text"]


async def test_an_unknown_word_is_said_to_be_unknown(administrator: Person) -> None:
    assert "no such term" in (await administrator.asks("/term <b>umbrella</b>"))["text"]


async def test_what_is_too_long_for_a_term_is_not_looked_up(administrator: Person) -> None:
    assert "no such term" in (await administrator.asks(f"/term extradition{'n' * MAX_TYPED}"))["text"]


async def test_an_article_lists_its_terms_and_each_opens(administrator: Person) -> None:
    card = await administrator.asks("/start a_extradition")
    listed, _ = await administrator.presses(card, "Terms")
    first = labels(listed)[0]
    shown, _ = await administrator.presses(listed, first)
    assert shown["text"].startswith(first)


async def test_a_forged_term_is_a_stale_button(administrator: Person) -> None:
    answer = await administrator.forges(await administrator.asks("/term extradition"), "t:umbrella:en")
    assert "out of date" in answer["text"]


async def test_the_terms_of_an_article_that_is_gone_are_not_shown(administrator: Person) -> None:
    await administrator.forges(await administrator.asks("/term extradition"), "l:umbrella:en")
    assert "no longer here" in administrator.messages_text()


async def test_several_terms_are_offered_to_choose_from(administrator: Person) -> None:
    message = await administrator.asks("/term потерница")
    assert "Which term do you mean?" in message["text"]
    shown, _ = await administrator.presses(message, labels(message)[0])
    assert shown["text"].startswith("Notice")


async def test_a_form_to_avoid_leads_to_the_right_term_with_a_warning(administrator: Person) -> None:
    text = (await administrator.asks("/term international arrest warrant"))["text"]
    assert text.startswith("Red Notice")
    assert "Do not say: international arrest warrant" in text
