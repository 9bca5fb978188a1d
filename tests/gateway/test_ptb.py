"""An independent client: python-telegram-bot's own, over HTTP."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MenuButtonCommands,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import Application, ApplicationBuilder

from bot.gateway.faults import Fault, FaultKind
from bot.gateway.files import Upload
from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, STRANGER


@pytest.fixture
async def address(world: World) -> AsyncIterator[str]:
    """Give the address of a running gateway."""
    async with running(world) as address:
        yield address


@pytest.fixture
async def bot(world: World, address: str, officer: Persona) -> AsyncIterator[Bot]:
    """Give PTB's bot, connected to the gateway."""
    async with Bot(world.token, f"{address}/bot", f"{address}/file/bot") as bot:
        yield bot


async def test_the_bot_knows_itself(world: World, bot: Bot) -> None:
    assert (bot.username, bot.id) == (world.bot["username"], world.bot_id)


async def test_texts_are_sent_edited_and_deleted(bot: Bot, officer: Persona) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Steps", callback_data="s")]])
    message = await bot.send_message(OFFICER, "<b>x</b>", parse_mode="HTML", reply_markup=keyboard)
    edited = await message.edit_text("y")
    assert not isinstance(edited, bool)
    assert (message.text_html, edited.text, edited.reply_markup) == ("<b>x</b>", "y", None)
    await message.delete()
    assert len(officer.messages()) == 1


async def test_files_go_down_and_up(bot: Bot, officer: Persona) -> None:
    sent = officer.send_file(Upload("visit.ics", "text/calendar", b"BEGIN"))
    file = await bot.get_file(sent["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"BEGIN"
    message = await bot.send_document(OFFICER, b"END", filename="reply.ics", caption="c")
    assert message.document is not None
    assert (message.document.file_name, message.caption) == ("reply.ics", "c")


async def test_venues_contacts_and_reactions_are_understood(bot: Bot, officer: Persona) -> None:
    venue = await bot.send_venue(OFFICER, 41.7, 44.8, "Headquarters", "1 Example Street")
    contact = await bot.send_contact(OFFICER, "+995 555 0100", "Duty desk", vcard="BEGIN:VCARD")
    assert venue.venue is not None
    assert contact.contact is not None
    assert await bot.set_message_reaction(OFFICER, venue.message_id, "👍")


async def test_profile_texts_and_menus_are_set_and_read(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "x")], language_code="ka")
    await bot.set_my_name("Assistant")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert [command.command for command in await bot.get_my_commands(language_code="ka")] == ["start"]
    assert (await bot.get_my_name()).name == "Assistant"
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)


async def test_chats_and_members_are_described(bot: Bot) -> None:
    assert (await bot.get_chat(GROUP)).title == "Joint operation (demo)"
    assert (await bot.get_chat_member(GROUP, OFFICER)).status == "member"
    assert len(await bot.get_chat_administrators(GROUP)) == 1


async def test_a_press_is_received_and_answered(bot: Bot, officer: Persona) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Steps", callback_data="s")]])
    await bot.send_message(OFFICER, "x", reply_markup=keyboard)
    press = officer.press(officer.messages()[-1], "Steps")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    await update.callback_query.answer("Done")
    assert (await press.answer())["text"] == "Done"


async def test_an_inline_query_is_received_and_answered(bot: Bot, world: World, officer: Persona) -> None:
    world.updates.add("inline_query", {
        "id": (query := world.queries.ask(OFFICER, world.clock.offset.resolution * 10**9)).query_id,
        "from": officer.profile.user(), "query": "red", "offset": "",
    })  # fmt: skip
    (update,) = await bot.get_updates()
    assert update.inline_query is not None
    content = InputTextMessageContent("<i>x</i>", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "Red notice", content)], cache_time=5)
    assert query.answer.result()["contents"]["1"]["text"] == "x"


async def test_service_messages_and_member_changes_are_understood(bot: Bot, world: World, officer: Persona) -> None:
    await bot.get_updates(allowed_updates=["message", "chat_member", "my_chat_member", "message_reaction"])
    Persona(world, "coordinator-budapest").invite(555_006, GROUP)
    officer.react(officer.messages()[0], "👍")
    officer.block()
    world.migrate(world.chat(GROUP))
    updates = await bot.get_updates()
    assert [update.message.migrate_to_chat_id for update in updates if update.message][1] is not None
    assert any(update.message_reaction for update in updates)
    assert updates[3].my_chat_member is not None


async def test_ptbs_application_polls_it(world: World, address: str, officer: Persona) -> None:
    builder: ApplicationBuilder = Application.builder()  # type: ignore[type-arg]  # six of them, none of interest
    application = builder.token(world.token).base_url(f"{address}/bot").base_file_url(f"{address}/file/bot").build()
    assert application.updater is not None
    async with application:
        await application.updater.start_polling()
        officer.say("hit?")
        update = await application.update_queue.get()
        await application.updater.stop()
    assert isinstance(update, Update)
    assert update.message is not None
    assert update.message.text == "hit?"


@pytest.mark.parametrize(
    ("chat_id", "text", "error", "description"),
    [
        (1, "x", BadRequest, "Chat not found"),
        (STRANGER, "x", BadRequest, "Chat not found"),
        (555_002, "x", Forbidden, "Forbidden: bot can't initiate conversation with a user"),
        (OFFICER, "x" * 4097, BadRequest, "Message is too long"),
    ],
)
async def test_refusals_become_ptbs_errors(
    bot: Bot, chat_id: int, text: str, error: type[Exception], description: str
) -> None:
    with pytest.raises(error, match=f"^{description}$"):
        await bot.send_message(chat_id, text)


async def test_a_flood_becomes_retry_after(bot: Bot, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    world.faults.add(Fault(FaultKind.FLOOD, OFFICER, seconds=9))
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(OFFICER, "x")
    assert refused.value.retry_after == dt.timedelta(seconds=9)


async def test_an_upgraded_group_becomes_chat_migrated(bot: Bot, world: World) -> None:
    successor = world.migrate(world.chat(GROUP)).chat_id
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(GROUP, "x")
    assert refused.value.new_chat_id == successor


@pytest.mark.parametrize("kind", [FaultKind.SERVER_ERROR, FaultKind.BAD_GATEWAY, FaultKind.RESET_BEFORE])
async def test_failures_of_the_network_become_network_errors(bot: Bot, world: World, kind: FaultKind) -> None:
    world.faults.add(Fault(kind, OFFICER))
    with pytest.raises(NetworkError):
        await bot.send_message(OFFICER, "x")


async def test_a_request_that_hangs_becomes_timed_out(bot: Bot, world: World) -> None:
    world.faults.add(Fault(FaultKind.TIMEOUT_AFTER, OFFICER))
    with pytest.raises(TimedOut):
        await bot.send_message(OFFICER, "x", read_timeout=0.2)


async def test_a_webhook_makes_polling_a_conflict(bot: Bot) -> None:
    await bot.set_webhook("https://bot.example.org/hook", secret_token="s3cret")
    with pytest.raises(Conflict):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_another_token_is_invalid(address: str) -> None:
    with pytest.raises(InvalidToken):
        await Bot("1:another", f"{address}/bot").initialize()
