"""The bot's command menu and profile texts in every language: strangers see theirs, each member what they may do.

Telegram takes a two-letter language code for a menu (Bot API: setMyCommands), so a script such as `sr_Latn` can only be
had by setting the menu of one chat.
"""

import structlog
from telegram import Bot, BotCommandScopeChat
from telegram.error import TelegramError

from bot.i18n import Languages, Translator
from bot.services.permissions import Access
from bot.views import start
from knowledge.catalog import SOURCE_LOCALE

LANGUAGE_CODE_LENGTH = 2
NO_CHAT = "Chat not found"
"""What Telegram says of people who have never written to the bot."""


async def publish(bot: Bot, languages: Languages) -> None:
    """Set menu and profile texts in every language; a refusal is logged, the assistant works without."""
    log = structlog.get_logger(__name__)
    for locale in languages.locales:
        if len(locale) != LANGUAGE_CODE_LENGTH:
            continue
        translator = languages.translator(locale)
        code = None if locale == SOURCE_LOCALE else locale
        try:
            await bot.set_my_commands(start.commands(Access(), translator), language_code=code)
            await bot.set_my_description(start.description(translator), language_code=code)
            await bot.set_my_short_description(start.short_description(translator), language_code=code)
        except TelegramError as error:
            log.warning("menu not published", locale=locale, error=type(error).__name__)


async def publish_for_chat(bot: Bot, chat_id: int, translator: Translator, access: Access) -> None:
    """Set the menu of one private chat to what the person may do, in their language; a refusal is logged.

    Who was let in on the command line and has not written yet has no chat; they get their menu with /start.
    """
    log = structlog.get_logger(__name__)
    try:
        await bot.set_my_commands(start.commands(access, translator), scope=BotCommandScopeChat(chat_id))
    except TelegramError as error:
        note = log.info if error.message == NO_CHAT else log.warning
        note("menu of a chat not published", error=type(error).__name__)


async def forget_chat(bot: Bot, chat_id: int) -> None:
    """Take back the menu of one private chat, which tells the person's language; a refusal is logged."""
    try:
        await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id))
    except TelegramError as error:
        structlog.get_logger(__name__).warning("menu of a chat not taken back", error=type(error).__name__)
