"""Inline mode, links into the chat, and files."""

import pytest
from playwright.async_api import FilePayload, expect

from knowledge import KnowledgeBase
from tests.e2e.conftest import Words
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

CALENDAR: FilePayload = {
    "name": "visit.ics",
    "mimeType": "text/calendar",
    "buffer": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
}


async def test_an_article_is_shared_in_inline_mode_and_opened_by_its_link(
    visit: Visit, knowledge: KnowledgeBase
) -> None:
    title = knowledge.article("red-notice", "en").title.text
    chat = await visit.chat("administrator")
    await chat.composer.fill("@ilecu_demo_bot red notice hit")
    shared = await chat.choose_result(title)
    await shared.says(title)
    await expect(shared.element.get_by_test_id("via-bot")).to_be_visible()
    async with chat.page.expect_response(lambda reply: reply.url.endswith("/messages")) as sent:
        await shared.element.get_by_test_id("inline-button").click()
    assert (await (await sent.value).json())["text"] == "/start a_red-notice"
    await chat.answer_to((await (await sent.value).json())["message_id"]).says(title)


async def test_results_of_inline_mode_are_chosen_by_keyboard(visit: Visit, knowledge: KnowledgeBase) -> None:
    chat = await visit.chat("officer-chisinau")
    await chat.composer.fill("@ilecu_demo_bot red notice hit")
    await expect(chat.page.get_by_test_id("inline-result").first).to_be_visible()
    await chat.composer.press("ArrowDown")
    await chat.composer.press("Enter")
    await expect(chat.messages.last.get_by_test_id("via-bot")).to_be_visible()
    await expect(chat.composer).to_have_value("")


async def test_a_calendar_file_of_an_officer_is_refused_helpfully(visit: Visit, words: Words) -> None:
    chat = await visit.chat("officer-chisinau")
    sent, answer = await chat.send_file(CALENDAR, "látogatás")
    await expect(sent.element.get_by_test_id("document")).to_contain_text("visit.ics")
    await sent.says("látogatás")
    await answer.says(words("ro", "You may not do this. Ask your coordinator if you need it."))


async def test_a_sent_file_can_be_saved_again(visit: Visit) -> None:
    chat = await visit.chat("coordinator-budapest")
    sent, _ = await chat.send_file(CALENDAR, "")
    async with chat.page.expect_download() as saved:
        await sent.element.get_by_test_id("document").click()
    download = await saved.value
    assert download.suggested_filename == CALENDAR["name"]
    assert (await download.path()).read_bytes() == CALENDAR["buffer"]
