"""Phone and desktop, light and dark."""

import pytest
from playwright.async_api import Locator, expect

from tests.e2e.visit import DESKTOP, PHONE, PHONE_DARK, SCREENS, Screen, Visit

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

LIGHT_PAGE, DARK_PAGE = "rgb(238, 242, 247)", "rgb(13, 20, 28)"
QUESTION = "the driver fled across the border, may we follow"


async def edges(part: Locator) -> tuple[float, float]:
    """Return where a part of the page begins and ends from left to right, in pixels."""
    box = await part.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
async def test_a_card_with_its_buttons_fits_the_screen(visit: Visit, screen: Screen) -> None:
    chat = await visit.chat("administrator")
    answer = await chat.ask(QUESTION)
    await expect(answer.button("👎")).to_be_in_viewport()
    for part in (answer.text, answer.button("👍"), answer.button("👎"), chat.composer):
        left, right = await edges(part)
        assert 0 <= left < right <= screen.width


@pytest.mark.parametrize("screen", [DESKTOP, PHONE_DARK], ids=["light", "dark"])
async def test_the_page_has_the_colours_of_the_system(visit: Visit, screen: Screen) -> None:
    page = await visit.page()
    await expect(page.locator("body")).to_have_css("background-color", DARK_PAGE if screen.is_dark else LIGHT_PAGE)


@pytest.mark.parametrize("screen", [Screen("a browser of its own", 1280, 800, is_dark=False)], ids=["chosen"])
async def test_the_colours_can_be_chosen_and_stay(visit: Visit, screen: Screen) -> None:
    page = await visit.page()
    await page.get_by_test_id("theme-toggle").click()
    await expect(page.locator("body")).to_have_css("background-color", DARK_PAGE)
    other = await visit.page("?persona=administrator")
    await expect(other.locator("body")).to_have_css("background-color", DARK_PAGE)


@pytest.mark.parametrize("screen", [PHONE], ids=["phone"])
async def test_on_a_phone_back_leads_to_the_list(visit: Visit, screen: Screen) -> None:
    chat = await visit.chat("administrator")
    await expect(chat.page.get_by_test_id("chat-list")).to_be_hidden()
    await chat.page.get_by_test_id("back").click()
    await expect(chat.page.get_by_test_id("chat-list")).to_be_visible()
    await expect(chat.composer).to_be_hidden()


@pytest.mark.parametrize("screen", [DESKTOP], ids=["desktop"])
async def test_on_a_desktop_list_and_chat_stand_side_by_side(visit: Visit, screen: Screen) -> None:
    chat = await visit.chat("administrator")
    await expect(chat.page.get_by_test_id("chat-list")).to_be_visible()
    await expect(chat.composer).to_be_visible()
    await expect(chat.page.get_by_test_id("back")).to_be_hidden()
