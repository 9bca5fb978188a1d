"""The texts of an event in several languages, typed in the chat."""

import pytest
from sqlmodel import select

from bot.callbacks import PreviewEvent, PublishEvent
from bot.callbacks.event_texts import EditEventText, EventTextDeed, ShowTexts
from bot.database import Database
from bot.models import EventChange, EventText
from tests.chat import Message, Person, labels
from tests.handlers.test_event_plans import drafted

WRITE = EditEventText(1, "uk", EventTextDeed.WRITE)


async def opened(planner: Person) -> Message:
    """Return the texts of a new draft, which has an English one."""
    screen, _ = await planner.presses(await drafted(planner), ShowTexts(1).pack())
    return screen


async def texts(database: Database) -> dict[str, tuple[str, str]]:
    """Return titles and descriptions by language."""
    async with database.session() as session:
        return {text.locale: (text.title, text.description) for text in (await session.exec(select(EventText))).all()}


async def test_a_text_is_typed_in_another_language_and_opened(planner: Person, database: Database) -> None:
    await planner.presses(await opened(planner), WRITE.pack())
    screen = await planner.asks("Візит <1>\nСлайди & папери")
    assert (await texts(database))["uk"] == ("Візит <1>", "Слайди & папери")
    assert "✓ Українська" in labels(screen)
    text, _ = await planner.presses(screen, EditEventText(1, "uk", EventTextDeed.OPEN).pack())
    assert text["text"] == "Українська\n\nВізит <1>\n\nСлайди & папери"


async def test_a_text_without_a_title_is_asked_for_again(planner: Person, database: Database) -> None:
    await planner.presses(await opened(planner), WRITE.pack())
    refused = await planner.asks("x" * 151)
    assert "The title has at most 150 characters, the description 2000." in refused["text"]
    await planner.asks("Візит")
    assert (await texts(database))["uk"] == ("Візит", "")


async def test_a_text_of_a_draft_is_deleted(planner: Person, database: Database) -> None:
    screen = await opened(planner)
    await planner.forges(screen, EditEventText(1, "en", EventTextDeed.DROP).pack())
    assert await texts(database) == {}


async def test_a_text_of_a_published_event_is_a_change_that_is_told(planner: Person, database: Database) -> None:
    screen = await opened(planner)
    await planner.forges(screen, PublishEvent(1, confirmed=True).pack())
    await planner.forges(screen, WRITE.pack())
    await planner.asks("Візит")
    async with database.session() as session:
        assert [row.field for row in (await session.exec(select(EventChange))).all()] == ["title:uk"]
    await planner.forges(screen, EditEventText(1, "uk", EventTextDeed.DROP).pack())
    assert "uk" in await texts(database)


async def test_a_preview_in_a_language_without_a_text_says_in_which_it_is(planner: Person) -> None:
    screen = await opened(planner)
    await planner.forges(screen, PreviewEvent(1, "uk").pack())
    assert "English" in planner.persona.messages()[-1]["text"]


async def test_the_phone_of_a_venue_is_taken_in_a_draft_and_not_after_it(planner: Person, database: Database) -> None:
    screen = await opened(planner)
    await planner.forges(screen, WRITE.pack())
    await planner.asks("Візит\nvenue@example.org")
    assert (await texts(database))["uk"] == ("Візит", "venue@example.org")
    await planner.forges(screen, PublishEvent(1, confirmed=True).pack())
    await planner.forges(screen, WRITE.pack())
    answer = await planner.asks("Візит\nother@example.org")
    assert answer["text"].startswith("Personal data must not be typed here.")
    assert (await texts(database))["uk"] == ("Візит", "venue@example.org")


@pytest.mark.parametrize("data", ["pl:1:xx:1", "pl:1:sr_Latn:1", "pl:1:ka:0x", "pl:1:ka:9"])
async def test_forged_buttons_are_out_of_date(planner: Person, data: str) -> None:
    assert "out of date" in (await planner.forges(await opened(planner), data))["text"]
