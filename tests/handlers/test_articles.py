"""The pages behind a card, and ratings."""

import pytest
from sqlmodel import select

from bot.callbacks import Page, ShowArticle
from bot.models import Feedback
from tests.chat import Message, Person, Room, labels


@pytest.fixture
async def card(administrator: Person) -> Message:
    """The card of an article with all sections."""
    return await administrator.asks("/start a_hot-pursuit")


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Steps", "1. "),
        ("Conditions", "• "),
        ("What comes back", "• "),
        ("By country", "🇭🇺 Hungary, 🇷🇴 Romania"),
        ("Common mistakes", "• "),
        ("Legal basis and sources", "Police Cooperation Convention for Southeast Europe (PCC SEE), Art. 13"),
    ],
)
async def test_a_button_opens_its_page_in_place_and_leads_back(
    administrator: Person, card: Message, label: str, text: str
) -> None:
    opened, _ = await administrator.presses(card, label)
    assert text in opened["text"]
    assert label not in labels(opened)
    back, _ = await administrator.presses(opened, "« Short answer")
    assert back["text"] == card["text"]


async def test_related_articles_open_their_cards(administrator: Person, card: Message) -> None:
    opened, _ = await administrator.presses(card, "Related")
    shown, _ = await administrator.presses(opened, labels(opened)[0])
    assert shown["text"].splitlines()[0] == labels(opened)[0]


async def test_the_article_can_be_read_in_another_language(administrator: Person, card: Message) -> None:
    opened, _ = await administrator.presses(card, "Other language")
    assert "English" not in labels(opened)
    shown, _ = await administrator.presses(opened, "Magyar")
    assert shown["text"] != card["text"]
    assert "🇬🇧" not in shown["text"]


async def test_pressing_the_same_button_twice_is_no_failure(administrator: Person, card: Message) -> None:
    steps = ShowArticle("hot-pursuit", "en", Page.STEPS).pack()
    await administrator.forges(card, steps)
    before = len(administrator.persona.messages())
    await administrator.forges(card, steps)
    assert len(administrator.persona.messages()) == before


async def test_a_rating_is_kept_once_and_the_last_one_counts(room: Room, administrator: Person, card: Message) -> None:
    _, thanks = await administrator.presses(card, "👍 Helpful")
    await administrator.presses(card, "👎 Not helpful")
    async with room.application.bot_data["assistant"].database.session() as session:
        verdicts = (await session.exec(select(Feedback))).all()
    assert thanks["text"] == "Thank you. Noted as helpful."
    assert [(verdict.article_id, verdict.locale, verdict.helpful) for verdict in verdicts] == [
        ("hot-pursuit", "en", False)
    ]


@pytest.mark.parametrize("callback_data", ["a:gone:en:0", "r:gone:en:1"])
async def test_a_button_of_an_article_that_is_gone_says_so(
    administrator: Person, card: Message, callback_data: str
) -> None:
    await administrator.forges(card, callback_data)
    assert "no longer here" in administrator.persona.messages()[-1]["text"]


@pytest.mark.parametrize("callback_data", ["a:hot-pursuit:en:9", "a:hot-pursuit", "r:hot-pursuit:en:2", "zzz", "a"])
async def test_a_forged_button_is_answered_politely(administrator: Person, card: Message, callback_data: str) -> None:
    answer = await administrator.forges(card, callback_data)
    assert "out of date" in answer["text"]
