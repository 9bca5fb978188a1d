"""/browse: shelves and pages."""

import pytest

from tests.chat import Person, labels


async def test_browse_shows_the_shelves_that_hold_something(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    assert labels(message)[0].startswith("Channels and requests (")
    assert all("(0)" not in label for label in labels(message))


async def test_a_shelf_opens_in_place_and_leads_back(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    (shelf,) = [label for label in labels(message) if label.startswith("Cross-border operations")]
    opened, _ = await administrator.presses(message, shelf)
    assert "Pursuing a fleeing person across the border" in labels(opened)
    assert opened["message_id"] == message["message_id"]
    back, _ = await administrator.presses(opened, "« All subjects")
    assert labels(back) == labels(message)


async def test_an_article_of_a_shelf_opens_its_card(administrator: Person) -> None:
    message, _ = await administrator.presses(await administrator.asks("/browse"), "b:operations:0")
    card, _ = await administrator.presses(message, "Pursuing a fleeing person across the border")
    assert "Steps" in labels(card)


@pytest.mark.parametrize("callback_data", ["b:operations:99", "b:operations:2147483647"])
async def test_a_page_that_does_not_exist_shows_the_nearest(administrator: Person, callback_data: str) -> None:
    message = await administrator.asks("/browse")
    await administrator.forges(message, callback_data)
    shown = administrator.persona.current(message)
    assert shown["text"].startswith("Cross-border operations")


@pytest.mark.parametrize(
    "callback_data", ["b:gardening:0", "b:operations", "b:operations:first", "b:operations:-1", "c:0"]
)
async def test_a_forged_shelf_is_a_stale_button(administrator: Person, callback_data: str) -> None:
    answer = await administrator.forges(await administrator.asks("/browse"), callback_data)
    assert "out of date" in answer["text"]
