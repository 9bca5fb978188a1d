"""The walk through the demo that README describes, in four languages and on four screens."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.callbacks import Page
from bot.i18n import Languages, own_name
from bot.views.terms import category_name, page_name
from knowledge import Category, KnowledgeBase
from tests.e2e.chat_page import ChatPage
from tests.e2e.conftest import Words
from tests.e2e.visit import Visit, Windows
from tests.e2e.walkers import WALKERS, Walker

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

CONFIRMATION = "I will write to you in English. A question in another language is still answered in that language."


@dataclass(frozen=True)
class Walk:
    """A walker in front of the screen; loading a page takes a second, so they stay for all tests."""

    walker: Walker
    visit: Visit
    chat: ChatPage


@pytest_asyncio.fixture(
    scope="module", loop_scope="session", params=WALKERS, ids=lambda walker: f"{walker.persona}-{walker.screen.name}"
)
async def walk(windows: Windows, request: pytest.FixtureRequest) -> AsyncIterator[Walk]:
    """Open the chat of each walker with the assistant."""
    walker: Walker = request.param
    async with windows.visit(walker.screen) as visit:
        yield Walk(walker, visit, await visit.chat(walker.persona))


@pytest.fixture
def walker(walk: Walk) -> Walker:
    """Return who walks."""
    return walk.walker


@pytest_asyncio.fixture(loop_scope="session")
async def chat(walk: Walk, request: pytest.FixtureRequest) -> AsyncIterator[ChatPage]:
    """Give the walker's chat, with a look behind the page afterwards."""
    yield walk.chat
    await walk.visit.conclude(request.node.name)


def title(knowledge: KnowledgeBase, locale: str) -> str:
    return knowledge.article("hot-pursuit", locale).title.text


async def test_start_greets_in_the_language_of_the_client(chat: ChatPage, walker: Walker, words: Words) -> None:
    answer = await chat.ask("/start")
    await answer.says(words(walker.locale, "ILECU Assistant"), words(walker.locale, "For example:"))
    await expect(answer.button(words(walker.locale, "📚 All articles"))).to_be_visible()


async def test_a_question_gets_its_card(chat: ChatPage, walker: Walker, knowledge: KnowledgeBase) -> None:
    answer = await chat.ask(walker.question)
    article = knowledge.article("hot-pursuit", walker.typed)
    await answer.says(article.title.text)
    await expect(answer.text.locator("strong, b").first).to_have_text(article.title.text)


async def test_the_steps_open_in_place_and_lead_back(
    chat: ChatPage, walker: Walker, knowledge: KnowledgeBase, languages: Languages
) -> None:
    names = languages.translator(walker.typed)
    answer = await chat.ask(walker.question)
    await answer.says(title(knowledge, walker.typed))
    card = await answer.text.inner_text()
    await answer.button(page_name(Page.STEPS, names)).click()
    await answer.says(title(knowledge, walker.typed), page_name(Page.STEPS, names), "1. ")
    await expect(answer.later).to_have_count(0)
    await answer.button(page_name(Page.CARD, names)).click()
    await expect(answer.text).to_have_text(card, use_inner_text=True)


async def test_browsing_leads_to_the_article(
    chat: ChatPage, walker: Walker, knowledge: KnowledgeBase, languages: Languages
) -> None:
    shelves = await chat.choose_command("browse")
    await shelves.button(category_name(Category.OPERATIONS, languages.translator(walker.locale))).click()
    await shelves.button(title(knowledge, walker.locale)).click()
    await expect(shelves.text.locator("strong, b").first).to_have_text(title(knowledge, walker.locale))


async def test_the_weather_is_not_found(chat: ChatPage, walker: Walker, words: Words) -> None:
    answer = await chat.ask(walker.weather)
    await answer.says(words(walker.typed, "This is not covered here."))


async def test_the_language_can_be_changed_and_changed_back(chat: ChatPage, walker: Walker, words: Words) -> None:
    for locale in (walker.other, walker.locale):
        choice = await chat.choose_command("language")
        await choice.button(own_name(locale)).click()
        await choice.says(words(locale, CONFIRMATION))
        await chat.command_menu.click()
        await expect(chat.command("help")).to_contain_text(words(locale, "How it works, what not to type"))
        await chat.command_menu.click()
