"""Too much at once is said once and then dropped; what Telegram never sends is dropped at once."""

import pytest
from telegram import Chat, InlineQuery, Message, Update, User

from bot import guard
from bot.context import HANDLING, Handling
from bot.gateway.cast import GROUP_ID
from bot.gateway.faults import Fault, FaultKind
from bot.handlers.flooding import MAX_INLINE_QUERY, MAX_TEXT
from bot.settings import Settings
from tests.chat import Person, Room
from tests.conftest import NOW

LIMIT: int = Settings.model_fields["updates_per_minute"].default
TOO_MUCH = "That was too much at once"


@pytest.fixture
def updates_per_minute() -> int:
    """Return what an installation allows that sets nothing else."""
    return LIMIT


@pytest.fixture
async def hasty(administrator: Person) -> Person:
    """Somebody who has sent as much as they may."""
    for _ in range(LIMIT):
        administrator.persona.say("/help")
    await administrator.room.settle()
    return administrator


async def test_too_much_is_named_once_and_then_not_answered(hasty: Person) -> None:
    (warning,) = await hasty.says("/help")
    assert warning["text"].startswith(TOO_MUCH)
    assert await hasty.says("/help") == []


async def test_others_are_answered_meanwhile(hasty: Person) -> None:
    assert await hasty.room.person("officer-tbilisi").asks("/help")


async def test_the_first_button_too_many_shows_a_notice(hasty: Person) -> None:
    message = hasty.persona.messages()[-1]
    assert (await hasty.forges(message, "c"))["text"].startswith(TOO_MUCH)


async def test_what_is_too_much_is_not_even_looked_at(hasty: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(guard, "find", looked_at.append)
    await hasty.says("/help")
    await hasty.edits(hasty.persona.messages()[0], "hot pursuit")
    assert looked_at == []


async def test_a_warning_that_cannot_be_sent_lets_nothing_pass(hasty: Person) -> None:
    fault = Fault(FaultKind.SERVER_ERROR, chat_id=hasty.persona.user_id, method="sendMessage")
    hasty.room.world.faults.add(fault)
    assert await hasty.says("/help") == []
    assert await hasty.says("/help") == []


async def test_what_people_of_a_group_say_to_each_other_does_not_count(room: Room) -> None:
    officer = room.person("officer-belgrade")
    room.world.options = type(room.world.options)(privacy_mode=False)
    for _ in range(LIMIT + 1):
        officer.persona.say("good morning", GROUP_ID)
    await room.settle()
    assert TOO_MUCH not in (await officer.asks("/help"))["text"]


@pytest.mark.parametrize(
    "update",
    [
        pytest.param(
            Update(1, message=Message(1, NOW, Chat(7, Chat.PRIVATE), text="x" * (MAX_TEXT + 1))), id="message"
        ),
        pytest.param(
            Update(1, edited_message=Message(1, NOW, Chat(7, Chat.PRIVATE), text="x" * (MAX_TEXT + 1))), id="edit"
        ),
        pytest.param(
            Update(1, message=Message(1, NOW, Chat(7, Chat.PRIVATE), caption="x" * (MAX_TEXT + 1))), id="caption"
        ),
        pytest.param(
            Update(1, inline_query=InlineQuery("1", User(7, "A", is_bot=False), "x" * (MAX_INLINE_QUERY + 1), "")),
            id="inline query",
        ),
    ],
)
async def test_what_telegram_never_sends_is_dropped_without_a_look(
    room: Room, monkeypatch: pytest.MonkeyPatch, update: Update
) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(guard, "find", looked_at.append)
    update.set_bot(room.application.bot)
    await room.application.process_update(update)
    assert looked_at == []
    assert room.application.bot_data[HANDLING] == {1: Handling.DROPPED}


async def test_a_text_that_is_too_long_for_a_question_is_still_looked_at(administrator: Person) -> None:
    answer = await administrator.asks("somebody.unknown@example.org " + "word " * 800)
    assert answer["text"].startswith("Personal data must not be typed here.")
