"""/channel in the chat."""

import pytest

from tests.chat import Person, labels


async def test_the_adviser_asks_five_questions_and_advises(administrator: Person) -> None:
    message = await administrator.asks("/channel")
    for label in ("🇷🇸 Serbia", "🇲🇰 North Macedonia", "Vehicle", "Urgent", "Police information"):
        message, _ = await administrator.presses(message, label)
    text = administrator.messages_text()
    assert "common contact centre" in text.casefold()
    assert "SIRENE – SIS: binds EU Member States only, not: Serbia, North Macedonia" in text
    assert "the rules of your country on channels decide" in text


async def test_the_countries_can_be_named_at_once(administrator: Person) -> None:
    message = await administrator.asks("/channel HU RO")
    assert "What is it about?" in message["text"]
    assert "Wanted person" in labels(message)


async def test_back_takes_the_last_answer_back(administrator: Person) -> None:
    message = await administrator.asks("/channel HU RO")
    message, _ = await administrator.presses(message, "Vehicle")
    message, _ = await administrator.presses(message, "« Back")
    assert "What is it about?" in message["text"]


async def test_an_article_opens_the_adviser_with_its_subject(administrator: Person) -> None:
    card = await administrator.asks("/start a_stolen-vehicle")
    message, _ = await administrator.presses(card, "📡 Which channel for my case?")
    assert "Vehicle" in message["text"]


async def test_a_form_is_sent_in_english_and_in_the_officers_language(officer: Person) -> None:
    card = await officer.asks("/start a_stolen-vehicle")
    (button,) = [label for label in labels(card) if label.startswith("📝")]
    await officer.presses(card, button)
    text = officer.messages_text()
    assert "Vehicle identification number (VIN): ______" in text
    assert text.count("______") > 30


@pytest.mark.parametrize("forged", ["w:HU:RO:kites:urgent:police", "w:HU", "f:kite", "f:"])
async def test_a_forged_button_is_out_of_date(administrator: Person, forged: str) -> None:
    answer = await administrator.forges(await administrator.asks("/channel"), forged)
    assert "out of date" in answer["text"]
