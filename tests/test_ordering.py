"""Updates of one chat stay in order; chats do not wait for each other."""

import asyncio

from telegram import Chat, InlineQuery, Message, Update, User

from bot.ordering import ChatOrder
from tests.conftest import NOW

Updates = list[Update]


def in_chat(update_id: int, chat_id: int) -> Update:
    """Return a message in a chat."""
    return Update(update_id, message=Message(update_id, NOW, Chat(chat_id, Chat.PRIVATE)))


def inline(update_id: int, user_id: int) -> Update:
    """Return an inline query, which has no chat."""
    return Update(update_id, inline_query=InlineQuery("1", User(user_id, "Officer", is_bot=False), "words", ""))


def of_nobody(update_id: int) -> Update:
    """Return an update that has neither chat nor user."""
    return Update(update_id)


async def run(updates: Updates, max_turns: int = 8) -> list[str]:
    """Handle updates, each in two steps with other work between them; return the steps as they happened."""
    steps: list[str] = []
    order = ChatOrder(max_turns)

    async def handle(update: Update) -> None:
        async with order.turn(update):
            steps.append(f"begin {update.update_id}")
            await asyncio.sleep(0)
            steps.append(f"end {update.update_id}")

    await asyncio.gather(*map(handle, updates))
    return steps


async def test_a_chat_waits_for_its_earlier_update() -> None:
    assert await run([in_chat(1, 7), in_chat(2, 7)]) == ["begin 1", "end 1", "begin 2", "end 2"]


async def test_chats_do_not_wait_for_each_other() -> None:
    assert await run([in_chat(1, 7), in_chat(2, 8)]) == ["begin 1", "begin 2", "end 1", "end 2"]


async def test_inline_queries_of_a_person_stay_in_order() -> None:
    assert await run([inline(1, 7), inline(2, 7)]) == ["begin 1", "end 1", "begin 2", "end 2"]


async def test_what_belongs_to_nobody_waits_for_nobody() -> None:
    assert await run([of_nobody(1), of_nobody(2)]) == ["begin 1", "begin 2", "end 1", "end 2"]


async def test_only_so_many_are_handled_at_once() -> None:
    assert await run([in_chat(1, 7), in_chat(2, 8)], max_turns=1) == ["begin 1", "end 1", "begin 2", "end 2"]


async def test_updates_that_wait_for_their_chat_take_no_turn_from_others() -> None:
    steps = await run([in_chat(1, 7), in_chat(2, 7), in_chat(3, 8)], max_turns=2)
    assert steps.index("begin 3") < steps.index("begin 2")
