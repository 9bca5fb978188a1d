"""Command menus and profile texts in every language."""

import pytest

from bot import menus
from bot.i18n import Languages
from bot.views import start
from tests.chat import Room


@pytest.mark.parametrize(
    ("persona", "locale"), [("officer-tbilisi", "ka"), ("translator-kyiv", "uk"), ("stranger", "en")]
)
async def test_a_client_sees_the_menu_in_its_language(
    room: Room, languages: Languages, persona: str, locale: str
) -> None:
    await menus.publish(room.application.bot, languages)
    menu = {command["command"]: command["description"] for command in room.person(persona).persona.commands()}
    assert menu["browse"] == languages.translator(locale).gettext("All articles by subject")
    assert set(menu) == {
        "browse",
        "channel",
        "between",
        "term",
        "language",
        "privacy",
        "mydata",
        "forgetme",
        "help",
        "start",
    }


async def test_the_profile_is_published_in_every_language(room: Room, languages: Languages) -> None:
    bot = room.application.bot
    await menus.publish(bot, languages)
    for locale in ("hu", "uk"):
        published = (await bot.get_my_description(locale)).description
        assert published == start.description(languages.translator(locale))
    assert (await bot.get_my_short_description()).short_description.startswith("Procedures")


async def test_a_refusal_does_not_stop_the_assistant(room: Room) -> None:
    await room.application.bot.shutdown()
    await menus.publish(room.application.bot, Languages({}))
