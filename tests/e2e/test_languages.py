"""The same question in all languages and scripts, typed by one person."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from knowledge import KnowledgeBase
from tests.e2e.chat_page import ChatPage
from tests.e2e.visit import DESKTOP, Windows
from tests.handlers.test_questions import HOT_PURSUIT

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def asker(windows: Windows) -> AsyncIterator[ChatPage]:
    """Give the chat of a member whose client is English."""
    async with windows.visit(DESKTOP) as visit:
        yield await visit.chat("administrator")
        await visit.conclude("questions in all languages")


@pytest.mark.parametrize(("locale", "question"), HOT_PURSUIT, ids=[locale for locale, _ in HOT_PURSUIT])
async def test_a_question_gets_its_card_in_its_own_language(
    asker: ChatPage, knowledge: KnowledgeBase, locale: str, question: str
) -> None:
    answer = await asker.ask(question)
    await answer.says(knowledge.article("hot-pursuit", locale).title.text)
