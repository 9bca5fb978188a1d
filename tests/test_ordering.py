"""Updates of one chat stay in order; chats do not wait for each other."""

import asyncio

from telegram import Chat, InlineQuery, Message, Update, User

from bot.ordering import ChatOrder
from tests.conftest import NOW


def in_chat(update_id: int, chat_id: int) -> Update:
    """Return a message in a chat."""
    return Update(update_id, message=Message(update_id, NOW, Chat(chat_id, Chat.PRIVATE)))


def inline(update_id: int, user_id: int) -> Update:
    """Return an inline query, which has no chat."""
    return Update(update_id, inline_query=InlineQuery("1", User(user_id, "Officer", is_bot=False), "words", ""))


async def run(updates: list[object]) -> list[str]:
    """Handle updates, each in two steps with other work between them; return the steps as they happened."""
    steps: list[str] = []

    async def handle(number: int) -> None:
        steps.append(f"begin {number}")
        await asyncio.sleep(0)
        steps.append(f"end {number}")

    async with ChatOrder(8) as order:
        await asyncio.gather(*(order.process_update(update, handle(n)) for n, update in enumerate(updates, 1)))
    return steps


async def test_a_chat_waits_for_its_earlier_update() -> None:
    assert await run([in_chat(1, 7), in_chat(2, 7)]) == ["begin 1", "end 1", "begin 2", "end 2"]


async def test_chats_do_not_wait_for_each_other() -> None:
    assert await run([in_chat(1, 7), in_chat(2, 8)]) == ["begin 1", "begin 2", "end 1", "end 2"]


async def test_inline_queries_of_a_person_stay_in_order() -> None:
    assert await run([inline(1, 7), inline(2, 7)]) == ["begin 1", "end 1", "begin 2", "end 2"]


async def test_what_belongs_to_nobody_waits_for_nobody() -> None:
    assert await run(["job", "job"]) == ["begin 1", "begin 2", "end 1", "end 2"]
