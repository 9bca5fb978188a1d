"""/start, deep links and /help."""

import pytest

from bot.i18n import Languages
from bot.models import Channel
from bot.services import people
from tests.chat import Person, Room, labels


@pytest.mark.parametrize(
    ("persona", "locale"),
    [("officer-tbilisi", "ka"), ("officer-belgrade", "sr"), ("coordinator-budapest", "hu"), ("administrator", "en")],
)
async def test_start_greets_in_the_language_of_the_client(
    room: Room, languages: Languages, persona: str, locale: str
) -> None:
    message = await room.person(persona).asks("/start")
    assert languages.translator(locale).gettext("ILECU Assistant") in message["text"]
    assert labels(message) == [languages.translator(locale).gettext("📚 All articles")]


async def test_start_enrols_a_member_once(room: Room, administrator: Person) -> None:
    await administrator.says("/start")
    await administrator.says("/start")
    async with room.application.bot_data["assistant"].database.session() as session:
        member = await people.find(session, Channel.TELEGRAM, administrator.persona.user_id)
    assert member is not None
    assert member.locale is None


async def test_a_deep_link_opens_the_article(administrator: Person) -> None:
    message = await administrator.asks("/start a_hot-pursuit")
    assert message["text"].startswith("Pursuing a fleeing person across the border")


async def test_a_deep_link_to_an_article_that_is_gone_says_so(administrator: Person) -> None:
    message = await administrator.asks("/start a_no-such-article")
    assert "no longer here" in message["text"]


@pytest.mark.parametrize("payload", ["help", "a_UPPER", "x" * 64, "a_hot-pursuit%20"])
async def test_any_other_payload_gets_the_greeting(administrator: Person, payload: str) -> None:
    message = await administrator.asks(f"/start {payload}")
    assert message["text"].startswith("ILECU Assistant")


async def test_help_names_the_bot_and_the_limits(administrator: Person) -> None:
    message = await administrator.asks("/help")
    assert "@ilecu_demo_bot" in message["text"]
    assert "Never type names" in message["text"]


async def test_an_unknown_command_lists_the_commands(administrator: Person) -> None:
    message = await administrator.asks("/frobnicate now")
    assert "/browse" in message["text"]
