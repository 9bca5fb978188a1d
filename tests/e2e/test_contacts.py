"""An officer finds whom to call in another country, and when that is in their own time."""

import re

import pytest
from playwright.async_api import expect

from bot.functions import Function
from bot.i18n import Languages
from bot.views.contacts import function_name
from tests.e2e.conftest import Words
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]
TIMES = ("Open now · closes {when} (in {duration}) · your time {own_time}", "Opens {when} · your time {own_time}")


async def test_an_officer_in_tbilisi_learns_whom_to_call_in_chisinau_at_night(
    visit: Visit, words: Words, languages: Languages
) -> None:
    georgian = languages.translator("ka")
    chat = await visit.chat("officer-tbilisi")
    answer = await chat.ask("ვის დავურეკო კიშინიოვში ღამით")
    ncb, ilecu = (function_name(function, georgian) for function in (Function.NCB, Function.ILECU))
    await answer.says(georgian.country("MD"), ncb, words("ka", "open around the clock"), ilecu)
    await answer.button(ilecu).click()
    await answer.says("+1 202-555-0118", georgian.country("MD"))
    own_time = "|".join(
        re.escape(words("ka", text).rpartition("·")[2].replace("{own_time}", "").strip()) for text in TIMES
    )
    await expect(answer.text).to_contain_text(re.compile(own_time))
    await answer.button(words("ka", "Save as contact")).click()
    await expect(chat.messages.last).to_contain_text("+1")
