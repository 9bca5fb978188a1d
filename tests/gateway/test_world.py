"""The state of the gateway, without HTTP."""

import datetime as dt

import pytest

from bot.gateway.cast import CAST
from bot.gateway.chats import for_bot
from bot.gateway.errors import ApiError
from bot.gateway.personas import Persona
from bot.gateway.world import Options, World
from tests.gateway.client import GROUP, OFFICER, TOKEN, heard, standing_clock


@pytest.mark.parametrize(
    ("token", "bot_id"), [("42:x", 42), ("no-number", 5_550_000_001)], ids=["from the token", "made up"]
)
def test_the_bots_id_is_the_number_in_its_token(token: str, bot_id: int) -> None:
    assert World(token).bot_id == bot_id


def test_the_cast_can_be_another_one() -> None:
    world = World(TOKEN, options=Options(cast=CAST[:1]))
    assert list(world.cast) == ["officer-tbilisi"]
    assert world.chat(GROUP).present() == [OFFICER, world.bot_id]


def test_an_unknown_chat_is_an_error_as_the_bot_sees_it(world: World) -> None:
    with pytest.raises(ApiError, match="Bad Request: chat not found"):
        world.chat(1)


def test_an_upgraded_group_leaves_the_conversation_list(world: World, officer: Persona) -> None:
    successor = world.migrate(world.chat(GROUP)).chat_id
    assert [chat.chat_id for chat in officer.chats()] == [successor, OFFICER]


async def test_both_chats_of_an_upgrade_say_so_to_the_bot(world: World) -> None:
    successor = world.migrate(world.chat(GROUP)).chat_id
    notices = [update.payload for update in await world.updates.poll(0, 100, 0)]
    assert (notices[0]["migrate_to_chat_id"], notices[1]["migrate_from_chat_id"]) == (successor, GROUP)


async def test_a_removed_message_is_announced(world: World, officer: Persona) -> None:
    seen = world.events.open(OFFICER)
    world.remove(officer.private_chat, 1)
    event = await heard(seen)
    assert (event.name, event.payload) == ("deleted", {"chat_id": OFFICER, "message_id": 1})


async def test_what_was_queued_is_not_changed_by_a_later_edit(world: World, officer: Persona) -> None:
    said = officer.say("hit?")
    officer.edit(said, "notice?")
    texts = [update.payload["text"] for update in await world.updates.poll(0, 100, 0)]
    assert texts == ["hit?", "notice?"]


def test_messages_are_dated_by_the_worlds_clock() -> None:
    clock = standing_clock()
    officer = Persona(World(TOKEN, clock=clock), "officer-tbilisi")
    first = officer.say("one")
    clock.advance(dt.timedelta(days=1))
    assert officer.say("two")["date"] - first["date"] == 86_400


@pytest.mark.parametrize(
    ("markup", "is_shown"),
    [({"inline_keyboard": [[]]}, True), ({"keyboard": [[]]}, False), ({"force_reply": True}, False), (None, False)],
)
def test_of_keyboards_the_bot_gets_only_inline_ones_back(markup: dict[str, object] | None, is_shown: bool) -> None:
    message = {"message_id": 1} | ({"reply_markup": markup} if markup else {})
    assert ("reply_markup" in for_bot(message)) is is_shown
