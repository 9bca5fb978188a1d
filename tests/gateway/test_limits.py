"""Each documented limit, at its edge and one beyond; the first field names where the limit is written.

Sources: "Bot API" is Telegram's reference, "server source" and "TDLib source" what the official server does,
"observed" what others saw.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.gateway.personas import Persona
from tests.gateway.client import GROUP, OFFICER, Api, RefusedError

EMOJI = "\N{GRINNING FACE}"
MARKUP_TOO_LONG = "Bad Request: reply markup is too long"


@dataclass(frozen=True)
class Limit:
    """A limit: where it is written, what is just within, what is just beyond, and how that is refused."""

    source: str
    method: str
    within: dict[str, Any]
    beyond: dict[str, Any]
    error: str
    base: dict[str, Any] = field(default_factory=dict)


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return parameters with an inline keyboard."""
    return {"reply_markup": {"inline_keyboard": list(rows)}}


def button(**fields: object) -> dict[str, Any]:
    """Return an inline button that would be accepted, unless the fields spoil it."""
    return {"text": "Steps", **(fields or {"callback_data": "steps"})}


def reply(*rows: list[str]) -> dict[str, Any]:
    """Return parameters with a reply keyboard."""
    return {"reply_markup": {"keyboard": [[{"text": label} for label in row] for row in rows]}}


def command(name: str = "start", description: str = "Begin") -> dict[str, str]:
    """Return a bot command."""
    return {"command": name, "description": description}


def commands(count: int) -> list[dict[str, str]]:
    """Return so many different commands."""
    return [command(f"c{number}") for number in range(count)]


TEXT = {"chat_id": OFFICER, "text": "Red notice"}
VENUE = {"chat_id": OFFICER, "title": "Headquarters", "address": "1 Example Street", "latitude": 0, "longitude": 0}
CONTACT = {"chat_id": OFFICER, "phone_number": "+995 555 0100", "first_name": "Duty desk"}

LIMITS = [
    Limit("Bot API, sendMessage: text 1-4096 characters after entities parsing", "sendMessage",
          {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}, {"text": "x" * 4097},
          "Bad Request: message is too long", TEXT),
    Limit("TDLib source, MessageContent: the unit of text length is the code point", "sendMessage",
          {"text": EMOJI * 4096}, {"text": EMOJI * 4097}, "Bad Request: message is too long", TEXT),
    Limit("server source, get_formatted_text: at most 32,768 bytes before parsing", "sendMessage",
          {"text": "&amp;" * 4000 + " " * 12_768, "parse_mode": "HTML"},
          {"text": "&amp;" * 4000 + " " * 12_769, "parse_mode": "HTML"},
          "Bad Request: text is too long", TEXT),
    Limit("server source: text must not be absent", "sendMessage",
          {"text": "x"}, {"text": ""}, "Bad Request: message text is empty", TEXT),
    Limit("TDLib source, MessageEntity: text must remain after trimming", "sendMessage",
          {"text": " x "}, {"text": " \n "}, "Bad Request: text must be non-empty", TEXT),
    Limit("server source: three parse modes", "sendMessage",
          {"parse_mode": "MarkdownV2"}, {"parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode", TEXT),
    Limit("Bot API, InlineKeyboardButton: callback_data 1-64 bytes", "sendMessage",
          inline([button(callback_data="ქ" * 21 + "x")]), inline([button(callback_data="ქ" * 21 + "xx")]),
          "Bad Request: BUTTON_DATA_INVALID", TEXT),
    Limit("Bot API, InlineKeyboardButton: callback_data is not empty", "sendMessage",
          inline([button(callback_data="x")]), inline([button(callback_data="")]),
          "Bad Request: BUTTON_DATA_INVALID", TEXT),
    Limit("Bot API, InlineKeyboardButton: at least one type field", "sendMessage",
          inline([button()]), inline([{"text": "Steps"}]),
          "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard", TEXT),
    Limit("Bot API, InlineKeyboardButton: at most one type field", "sendMessage",
          inline([button(url="https://example.org")]), inline([button(url="https://example.org", callback_data="x")]),
          "Bad Request: can't parse inline keyboard button: exactly one type field must be used", TEXT),
    Limit("TDLib source, ReplyMarkup: a button has a label", "sendMessage",
          inline([button()]), inline([{"text": " ", "callback_data": "x"}]),
          "Bad Request: can't parse keyboard button: Keyboard button text must be non-empty", TEXT),
    Limit("Bot API, InlineKeyboardButton: url is a link", "sendMessage",
          inline([button(url="tg://user?id=555001")]), inline([button(url="no link")]),
          "Bad Request: BUTTON_URL_INVALID", TEXT),
    Limit("Bot API, CopyTextButton: text 1-256 characters", "sendMessage",
          inline([button(copy_text={"text": "x" * 256})]), inline([button(copy_text={"text": "x" * 257})]),
          "Bad Request: BUTTON_COPY_TEXT_INVALID", TEXT),
    Limit("observed by PTB: 100 inline buttons a message", "sendMessage",
          inline(*[[button()] * 5] * 20), inline(*[[button()] * 5] * 20, [button()]), MARKUP_TOO_LONG, TEXT),
    Limit("observed by PTB: 8 inline buttons a row", "sendMessage",
          inline([button()] * 8), inline([button()] * 9), MARKUP_TOO_LONG, TEXT),
    Limit("observed: 300 reply buttons a message", "sendMessage",
          reply(*[["a"] * 12] * 25), reply(*[["a"] * 12] * 25, ["a"]), MARKUP_TOO_LONG, TEXT),
    Limit("observed: 12 reply buttons a row", "sendMessage",
          reply(["a"] * 12), reply(["a"] * 13), MARKUP_TOO_LONG, TEXT),
    Limit("observed: about 10 kB of reply markup", "sendMessage",
          reply(["x" * 9_900]), reply(["x" * 10_000]), MARKUP_TOO_LONG, TEXT),
    Limit("Bot API, ForceReply: input_field_placeholder 1-64 characters", "sendMessage",
          {"reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 64}},
          {"reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65}},
          "Bad Request: input field placeholder is too long", TEXT),
    Limit("Bot API, BotCommand: name 1-32 characters", "setMyCommands",
          {"commands": [command("x" * 32)]}, {"commands": [command("x" * 33)]}, "Bad Request: BOT_COMMAND_INVALID"),
    Limit("Bot API, BotCommand: only a-z, 0-9 and _", "setMyCommands",
          {"commands": [command("a_1")]}, {"commands": [command("Start")]}, "Bad Request: BOT_COMMAND_INVALID"),
    Limit("TDLib source, BotCommand: description 1-256 characters", "setMyCommands",
          {"commands": [command(description="ქ" * 256)]}, {"commands": [command(description="ქ" * 257)]},
          "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    Limit("Bot API, setMyCommands: at most 100 commands", "setMyCommands",
          {"commands": commands(100)}, {"commands": commands(101)}, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    Limit("TDLib source, misc: language_code has two lower-case letters", "setMyCommands",
          {"language_code": "sr"}, {"language_code": "sr-Latn"}, "Bad Request: invalid language code specified",
          {"commands": [command()]}),
    Limit("Bot API, setMyName: 0-64 characters", "setMyName",
          {"name": "x" * 64}, {"name": "x" * 65}, "Bad Request: name is too long"),
    Limit("Bot API, setMyDescription: 0-512 characters", "setMyDescription",
          {"description": "x" * 512}, {"description": "x" * 513}, "Bad Request: description is too long"),
    Limit("Bot API, setMyShortDescription: 0-120 characters", "setMyShortDescription",
          {"short_description": "x" * 120}, {"short_description": "x" * 121},
          "Bad Request: short description is too long"),
    Limit("Bot API, sendContact: vcard 0-2048 bytes", "sendContact",
          {"vcard": "x" * 2048}, {"vcard": "ქ" * 683}, "Bad Request: vCard is too long", CONTACT),
    Limit("Bot API, sendVenue: a place on earth", "sendVenue",
          {"latitude": 90}, {"latitude": 90.5}, "Bad Request: wrong latitude or longitude specified", VENUE),
    Limit("Bot API, sendChatAction: one of the actions", "sendChatAction",
          {"action": "typing"}, {"action": "thinking"}, "Bad Request: wrong parameter action in request",
          {"chat_id": OFFICER}),
    Limit("Bot API, deleteMessages: 1-100 identifiers", "deleteMessages",
          {"message_ids": list(range(1, 101))}, {"message_ids": list(range(1, 102))},
          "Bad Request: too many message identifiers specified", {"chat_id": OFFICER}),
    Limit("Bot API, setWebhook: secret_token 1-256 of A-Z a-z 0-9 _ -", "setWebhook",
          {"secret_token": "x" * 256}, {"secret_token": "x" * 257},
          "Bad Request: secret token contains unallowed characters", {"url": "https://bot.example.org/hook"}),
    Limit("Bot API, setWebhook: max_connections 1-100", "setWebhook",
          {"max_connections": 100}, {"max_connections": 101}, "Bad Request: max_connections must be between 1 and 100",
          {"url": "https://bot.example.org/hook"}),
    Limit("Bot API, setWebhook: HTTPS only", "setWebhook",
          {"url": "https://bot.example.org/hook"}, {"url": "http://bot.example.org/hook"},
          "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
    Limit("Bot API, setWebhook: ports 443, 80, 88, 8443", "setWebhook",
          {"url": "https://bot.example.org:8443/"}, {"url": "https://bot.example.org:8080/"},
          "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
    Limit("server source: chat must be known", "getChat",
          {"chat_id": GROUP}, {"chat_id": 1}, "Bad Request: chat not found"),
]  # fmt: skip

BY_SOURCE = pytest.mark.parametrize("limit", LIMITS, ids=[limit.source for limit in LIMITS])


@BY_SOURCE
async def test_what_is_just_within_a_limit_is_accepted(api: Api, officer: Persona, limit: Limit) -> None:
    assert await api(limit.method, **limit.base | limit.within)


@BY_SOURCE
async def test_what_is_beyond_a_limit_is_refused_in_telegrams_words(api: Api, officer: Persona, limit: Limit) -> None:
    with pytest.raises(RefusedError) as refused:
        await api(limit.method, **limit.base | limit.beyond)
    assert (refused.value.code, refused.value.description) == (400, limit.error)
