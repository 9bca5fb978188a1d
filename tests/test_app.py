"""The application as a whole: started, stopped, and what it asks Telegram for."""

import datetime as dt
import traceback
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot import app
from bot.assistant import Assistant
from bot.clocks import FollowingClock, system_clock
from bot.database import Database
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from bot.i18n import Languages
from bot.settings import Settings, SettingsError
from knowledge import KnowledgeBase
from tests.conftest import NOW, SECRET, TOKEN


def settings(address: str, folder: Path) -> Settings:
    """Return the settings of an installation that talks to a gateway."""
    return Settings(
        token=TOKEN,
        secret=SECRET,
        api_url=address,
        database_url=f"sqlite+aiosqlite:///{folder / 'ilecu.db'}",
        _env_file=None,
    )


async def test_a_started_assistant_migrates_publishes_menus_and_answers(
    tmp_path: Path, knowledge: KnowledgeBase, languages: Languages
) -> None:
    world = World(TOKEN)
    async with running(world) as address:
        chosen = settings(address, tmp_path)
        parts = Assistant(chosen, Database(chosen.database_url), knowledge, languages, system_clock)
        application = app.build(parts)
        assert application.post_init is not None
        assert application.post_shutdown is not None
        async with application:
            await application.post_init(application)
            published, *_ = application.bot_data[app.BACKGROUND]
            await published
            officer = Persona(world, "officer-tbilisi")
            officer.say("/start")
            (update,) = await application.bot.get_updates(timeout=0, allowed_updates=app.UPDATES)
            await application.process_update(update)
        assert application.post_stop is not None
        await application.post_stop(application)
        await application.post_shutdown(application)
    assert len(officer.messages()) == 2
    menu = ["access", "language", "privacy", "mydata", "forgetme", "help", "start"]
    assert [command["command"] for command in officer.commands()] == menu


async def test_what_is_prepared_is_prepared_by_the_clock_of_the_gateway(
    tmp_path: Path, knowledge: KnowledgeBase, languages: Languages
) -> None:
    world = World(TOKEN)
    world.clock.advance(dt.timedelta(days=200))
    days: list[dt.date] = []

    async def prepare(assistant: Assistant) -> None:
        days.append(assistant.today())

    async with running(world) as address:
        chosen = settings(address, tmp_path)
        clock = FollowingClock(f"{address}/web/clock", lambda: NOW)
        application = app.build(Assistant(chosen, Database(chosen.database_url), knowledge, languages, clock), prepare)
        assert application.post_init is not None
        assert application.post_stop is not None
        assert application.post_shutdown is not None
        async with application:
            await application.post_init(application)
        await application.post_stop(application)
        await application.post_shutdown(application)
    assert days == [(NOW + dt.timedelta(days=200)).date()]


async def test_an_assistant_that_never_reached_the_server_stops_quietly(
    tmp_path: Path, knowledge: KnowledgeBase, languages: Languages
) -> None:
    chosen = settings("http://127.0.0.1:9", tmp_path)
    parts = Assistant(chosen, Database(chosen.database_url), knowledge, languages, system_clock)
    application = app.build(parts)
    assert application.post_shutdown is not None
    await application.post_shutdown(application)


def test_the_parts_are_made_from_the_settings(tmp_path: Path) -> None:
    parts = app.assemble(settings("http://127.0.0.1:9", tmp_path))
    assert "hot-pursuit" in parts.knowledge
    assert parts.today() == parts.clock().date()


def test_a_token_that_is_not_known_is_named_and_not_shown(
    tmp_path: Path, knowledge: KnowledgeBase, languages: Languages, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise InvalidToken(f"The token `{TOKEN}` was rejected by the server.")

    monkeypatch.setattr(app, "load_content", lambda _: (knowledge, languages))
    monkeypatch.setattr(app, "run", refuse)
    with pytest.raises(SettingsError, match="ILECU_TOKEN") as caught:
        app.poll(settings("http://127.0.0.1:9", tmp_path))
    assert TOKEN not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("path", ["bot", "file/bot"])
def test_the_address_of_the_server_is_a_setting(
    tmp_path: Path, knowledge: KnowledgeBase, languages: Languages, path: str
) -> None:
    chosen = settings("http://127.0.0.1:9/", tmp_path)
    application = app.build(Assistant(chosen, Database(chosen.database_url), knowledge, languages, system_clock))
    bot = application.bot
    assert f"http://127.0.0.1:9/{path}{TOKEN}" in (bot.base_url, bot.base_file_url)
