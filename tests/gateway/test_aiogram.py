"""A second, independent client: a small bot made with aiogram, which reads every answer with models of its own."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from bot.gateway.faults import Fault, FaultKind
from bot.gateway.files import Upload
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, STRANGER

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Steps", callback_data="steps")]])


async def greet(message: Message, command: CommandObject) -> None:
    """Answer /start with what the deep link carried."""
    await message.answer(f"<b>Hello</b> {command.args}", parse_mode="HTML", reply_markup=KEYBOARD)


async def echo(message: Message) -> None:
    """Answer a text."""
    await message.reply(f"You wrote: {message.text}")


async def return_file(message: Message, bot: Bot) -> None:
    """Send a file back, in capitals."""
    assert message.document is not None
    content = await bot.download(message.document)
    assert content is not None
    await message.answer_document(BufferedInputFile(content.read().upper(), "reply.ics"), caption="Yours")


async def show_steps(query: CallbackQuery) -> None:
    """Change the message whose button was pressed."""
    assert isinstance(query.message, Message)
    await query.message.edit_text("1. Call", reply_markup=None)
    await query.answer("Opened", show_alert=True)


async def offer(query: InlineQuery) -> None:
    """Offer what was typed, in capitals."""
    content = InputTextMessageContent(message_text=f"<i>{query.query}</i>", parse_mode="HTML")
    article = InlineQueryResultArticle(id="1", title=query.query.upper(), input_message_content=content)
    await query.answer([article], cache_time=5, is_personal=True)


def new_dispatcher() -> Dispatcher:
    """Return the small bot's handlers."""
    router = Router()
    router.message.register(greet, CommandStart())
    router.message.register(return_file, F.document)
    router.message.register(echo, F.text)
    router.edited_message.register(echo, F.text)
    router.callback_query.register(show_steps, F.data == "steps")
    router.inline_query.register(offer)
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    return dispatcher


@dataclass
class Client:
    """The bot, its handlers, and how far it has read."""

    bot: Bot
    dispatcher: Dispatcher
    offset: int = 0

    async def work(self) -> None:
        """Handle what waits."""
        for update in await self.bot.get_updates(self.offset, timeout=0):
            await self.dispatcher.feed_update(self.bot, update)
            self.offset = update.update_id + 1


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    """Give the address of a running gateway."""
    async with running(world) as address:
        yield address


@pytest.fixture
async def client(world: World, address: str, officer: Persona) -> AsyncIterator[Client]:
    """Give the small bot, connected to the gateway."""
    async with connect(world.token, address) as bot:
        yield Client(bot, new_dispatcher())


def connect(token: str, address: str) -> Bot:
    """Return aiogram's bot at the gateway's address."""
    return Bot(token, AiohttpSession(api=TelegramAPIServer.from_base(address)))


async def test_the_bot_knows_itself(world: World, client: Client) -> None:
    me = await client.bot.me()
    assert (me.username, me.id) == (world.bot["username"], world.bot_id)


async def test_a_deep_link_is_answered_with_a_formatted_text(client: Client, officer: Persona) -> None:
    officer.start("a_red-notice")
    await client.work()
    answer = officer.messages()[-1]
    assert (answer["text"], answer["entities"][0]["type"]) == ("Hello a_red-notice", "bold")


async def test_a_text_is_answered_with_a_reply(client: Client, officer: Persona) -> None:
    question = officer.say("hit?")
    await client.work()
    answer = officer.messages()[-1]
    assert (answer["text"], answer["reply_to_message"]["message_id"]) == ("You wrote: hit?", question["message_id"])


async def test_a_text_that_was_edited_is_answered_again(client: Client, officer: Persona) -> None:
    officer.edit(officer.say("hit?"), "Notice?")
    await client.work()
    assert officer.messages()[-1]["text"] == "You wrote: Notice?"


async def test_a_press_changes_the_message_and_shows_an_alert(client: Client, officer: Persona) -> None:
    officer.start()
    await client.work()
    card = officer.messages()[-1]
    press = officer.press(card, "Steps")
    await client.work()
    assert officer.current(card)["text"] == "1. Call"
    assert "reply_markup" not in officer.current(card)
    answer = await press.answer()
    assert (answer["text"], answer["show_alert"]) == ("Opened", True)


async def test_a_file_goes_down_and_up(client: Client, officer: Persona) -> None:
    officer.send_file(Upload("visit.ics", "text/calendar", b"begin"))
    await client.work()
    message = officer.messages()[-1]
    assert (message["document"]["file_name"], message["caption"]) == ("reply.ics", "Yours")
    file = await client.bot.download(message["document"]["file_id"])
    assert file is not None
    assert file.read() == b"BEGIN"


async def test_an_inline_query_is_answered_and_a_result_sent(client: Client, officer: Persona) -> None:
    waiting = asyncio.create_task(officer.inline("red notice"))
    while not waiting.done():
        await client.work()
    answer = await waiting
    assert [result["title"] for result in answer.results] == ["RED NOTICE"]
    assert officer.choose(answer.inline_query_id, "1")["text"] == "red notice"


async def test_polling_hands_updates_over_until_it_is_stopped(client: Client, officer: Persona) -> None:
    heard: list[str | None] = []
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def hear(message: Message) -> None:
        heard.append(message.text)
        await dispatcher.stop_polling()

    officer.say("hit?")
    await dispatcher.start_polling(client.bot, handle_signals=False, close_bot_session=False)
    assert heard == ["hit?"]


async def test_menus_and_profile_texts_are_set_and_read(client: Client) -> None:
    await client.bot.set_my_commands([BotCommand(command="start", description="x")], language_code="ka")
    await client.bot.set_my_description("Procedures")
    assert [command.command for command in await client.bot.get_my_commands(language_code="ka")] == ["start"]
    assert (await client.bot.get_my_description()).description == "Procedures"


async def test_venues_contacts_and_members_are_understood(client: Client) -> None:
    venue = await client.bot.send_venue(OFFICER, 41.7, 44.8, "Headquarters", "1 Example Street")
    contact = await client.bot.send_contact(OFFICER, "+995 555 0100", "Duty desk", vcard="BEGIN:VCARD")
    assert (venue.venue is None, contact.contact is None) == (False, False)
    assert (await client.bot.get_chat(GROUP)).title == "Joint operation (demo)"
    assert (await client.bot.get_chat_member(GROUP, OFFICER)).status == "member"


@pytest.mark.parametrize(
    ("chat_id", "text", "error", "description"),
    [
        (1, "x", TelegramBadRequest, "Bad Request: chat not found"),
        (STRANGER, "x", TelegramBadRequest, "Bad Request: chat not found"),
        (555_002, "x", TelegramForbiddenError, "Forbidden: bot can't initiate conversation with a user"),
        (OFFICER, "x" * 4097, TelegramBadRequest, "Bad Request: message is too long"),
    ],
)
async def test_refusals_become_aiograms_errors(
    client: Client, chat_id: int, text: str, error: type[TelegramAPIError], description: str
) -> None:
    with pytest.raises(error) as refused:
        await client.bot.send_message(chat_id, text)
    assert refused.value.message == description


async def test_a_flood_becomes_retry_after(client: Client, world: World) -> None:
    world.faults.add(Fault(FaultKind.FLOOD, OFFICER, seconds=9))
    with pytest.raises(TelegramRetryAfter) as refused:
        await client.bot.send_message(OFFICER, "x")
    assert refused.value.retry_after == 9


async def test_an_upgraded_group_names_its_successor(client: Client, world: World) -> None:
    successor = world.migrate(world.chat(GROUP)).chat_id
    with pytest.raises(TelegramMigrateToChat) as refused:
        await client.bot.send_message(GROUP, "x")
    assert refused.value.migrate_to_chat_id == successor


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (FaultKind.SERVER_ERROR, TelegramServerError),
        (FaultKind.RESET_BEFORE, TelegramNetworkError),
    ],
)
async def test_failures_of_server_and_network_are_told_apart(
    client: Client, world: World, kind: FaultKind, error: type[Exception]
) -> None:
    world.faults.add(Fault(kind, OFFICER))
    with pytest.raises(error):
        await client.bot.send_message(OFFICER, "x")


async def test_a_webhook_makes_polling_a_conflict(client: Client) -> None:
    await client.bot.set_webhook("https://bot.example.org/hook", secret_token="s3cret")
    with pytest.raises(TelegramConflictError):
        await client.bot.get_updates(timeout=0)


async def test_another_token_is_invalid(address: str) -> None:
    async with connect("1:another", address) as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()
