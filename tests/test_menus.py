"""Command menus and profile texts in every language."""

import pytest
from structlog.testing import capture_logs

from bot import menus
from bot.i18n import Languages
from bot.models import Role
from bot.services.permissions import Access, Held
from bot.views import start
from tests.chat import Room


@pytest.mark.parametrize(
    ("persona", "locale"), [("officer-tbilisi", "ka"), ("translator-kyiv", "uk"), ("stranger", "en")]
)
async def test_a_client_sees_the_menu_of_strangers_in_its_language(
    room: Room, languages: Languages, persona: str, locale: str
) -> None:
    await menus.publish(room.application.bot, languages)
    menu = {command["command"]: command["description"] for command in room.person(persona).persona.commands()}
    assert menu["access"] == languages.translator(locale).gettext("Ask for access")
    assert set(menu) == {"access", "language", "privacy", "mydata", "forgetme", "help", "start"}


async def test_a_member_sees_what_they_may_do(room: Room, languages: Languages) -> None:
    officer = room.person("officer-tbilisi").persona
    access = Access(1, frozenset({Held(Role.OFFICER)}))
    await menus.publish_for_chat(room.application.bot, officer.user_id, languages.translator("ka"), access)
    assert {"browse", "channel"} <= {command["command"] for command in officer.commands()}


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


async def test_a_member_who_has_not_written_yet_is_nothing_to_warn_of(room: Room, languages: Languages) -> None:
    with capture_logs() as logged:
        await menus.publish_for_chat(room.application.bot, 1, languages.translator("en"), Access())
    assert ("menu of a chat not published", "info") in [(entry["event"], entry["log_level"]) for entry in logged]
