"""Several people at once: tabs side by side, and the group they share."""

import asyncio

import pytest
from playwright.async_api import expect

from bot.gateway.cast import CAST, GROUP_ID
from knowledge import KnowledgeBase
from tests.e2e.conftest import Words
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]


async def test_the_first_page_offers_every_persona_and_opens_the_chosen_one(visit: Visit) -> None:
    page = await visit.page()
    await expect(page.get_by_test_id("persona-card")).to_have_count(len(CAST))
    chosen = await visit.follow(page.locator("[data-persona=officer-tbilisi]"))
    await expect(chosen.get_by_test_id("self")).to_contain_text("Officer, Tbilisi")


async def test_an_empty_chat_is_begun_with_a_button(visit: Visit, words: Words) -> None:
    chat = await visit.chat("officer-chisinau")
    await chat.page.get_by_test_id("start").click()
    await expect(chat.messages).to_have_count(2)
    await expect(chat.messages.last).to_contain_text(words("ro", "ILECU Assistant"))


async def test_two_people_ask_side_by_side_and_each_sees_their_own_answer(
    visit: Visit, knowledge: KnowledgeBase
) -> None:
    administrator, officer = await visit.chat("administrator"), await visit.chat("officer-tbilisi")
    english, georgian = await asyncio.gather(
        administrator.ask("the driver fled across the border, may we follow"),
        officer.ask("გაიქცა საზღვარზე, შეგვიძლია დევნა?"),
    )
    await english.says(knowledge.article("hot-pursuit", "en").title.text)
    await georgian.says(knowledge.article("hot-pursuit", "ka").title.text)


async def test_a_group_is_answered_only_when_it_asks_the_assistant(visit: Visit, knowledge: KnowledgeBase) -> None:
    group = await visit.chat("officer-tbilisi", GROUP_ID)
    overheard = await group.say("hot pursuit across the border")
    asked = await group.say("@ilecu_demo_bot hot pursuit across the border")
    answer = group.answer_to(asked)
    await answer.says(knowledge.article("hot-pursuit", "en").title.text)
    await expect(answer.quote).to_have_attribute("data-jump", str(asked))
    await expect(group.message(overheard).later).to_have_count(2)


async def test_what_one_says_in_the_group_reaches_the_others_at_once(visit: Visit) -> None:
    speaker, reader = await visit.chat("officer-tbilisi", GROUP_ID), await visit.chat("officer-chisinau")
    message_id = await speaker.say("briefing at nine")
    await expect(reader.entry(GROUP_ID)).not_to_have_attribute("data-unread", "0")
    await reader.open_chat(GROUP_ID)
    await reader.message(message_id).says("briefing at nine")
    await expect(reader.entry(GROUP_ID)).to_have_attribute("data-unread", "0")


async def test_a_stranger_is_let_in_by_a_coordinator(visit: Visit, knowledge: KnowledgeBase, words: Words) -> None:
    coordinator = await visit.chat("coordinator-budapest")
    await (await coordinator.ask("/start")).says(words("hu", "ILECU Assistant"))
    stranger = await visit.chat("stranger")
    closed = await stranger.ask("hot pursuit")
    await closed.says("Only members can use it.")
    await closed.button("🔑 Ask for access").click()
    await closed.button("Hungary").click()
    await closed.says("Now type the name of your unit.")
    await (await stranger.ask("Unit 7")).says("Your request was sent: Unit 7, Hungary.")
    shown = await coordinator.ask("/requests")  # by itself it comes outside of quiet hours alone
    await shown.says("Unit 7")
    await shown.button(words("hu", "✓ Approve")).click()
    await expect(stranger.messages.last).to_contain_text("You have access now.")
    await (await stranger.ask("hot pursuit")).says(knowledge.article("hot-pursuit", "en").title.text)
