"""Are these keyboards that Telegram would show?"""

import itertools
import json
from urllib.parse import urlsplit

from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject

MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100
MAX_ROW = 8
MAX_REPLY_BUTTONS = 300
MAX_REPLY_ROW = 12
MAX_MARKUP_BYTES = 10_000
MAX_COPY_TEXT = 256
MAX_PLACEHOLDER = 64
STYLE_FIELDS = frozenset({"text", "icon_custom_emoji_id", "style"})
SCHEMES = frozenset({"http", "https", "tg", "tonsite"})
TOO_LONG = "reply markup is too long"


def check_markup(markup: JsonObject | None) -> JsonObject:
    """Return the message field with a keyboard; {} without one, or for an inline keyboard without buttons.

    Raises:
        ApiError: 400; Telegram refuses it.
    """
    if markup is None:
        return {}
    if len(json.dumps(markup, ensure_ascii=False).encode()) > MAX_MARKUP_BYTES:
        raise bad_request(TOO_LONG)
    if "inline_keyboard" in markup:
        return _inline_field(markup)
    if "keyboard" in markup:
        _check_layout(markup["keyboard"], MAX_REPLY_BUTTONS, MAX_REPLY_ROW)
        for button in itertools.chain.from_iterable(markup["keyboard"]):
            _check_label(button)
    if len(markup.get("input_field_placeholder", "")) > MAX_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    return {"reply_markup": markup}


def inline_buttons(message: JsonObject) -> list[JsonObject]:
    """Return the buttons of a message's inline keyboard, row by row; [] without one."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return list(itertools.chain.from_iterable(rows))


def _inline_field(markup: JsonObject) -> JsonObject:
    rows = [row for row in markup["inline_keyboard"] if row]
    _check_layout(rows, MAX_BUTTONS, MAX_ROW)
    for button in itertools.chain.from_iterable(rows):
        _check_label(button)
        _check_action(button)
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _check_layout(rows: list[list[JsonObject]], buttons: int, row_length: int) -> None:
    if sum(map(len, rows)) > buttons or max(map(len, rows), default=0) > row_length:
        raise bad_request(TOO_LONG)


def _check_label(button: JsonObject) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse keyboard button: Keyboard button text must be non-empty")


def _check_action(button: JsonObject) -> None:
    """Refuse a button that does nothing, two things, or something that cannot be done."""
    actions = button.keys() - STYLE_FIELDS
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one type field must be used")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MAX_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not is_link(button["url"]):
        raise bad_request("BUTTON_URL_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def is_link(address: str) -> bool:
    """Return whether an address can be behind a button: http, https or tg, with a host."""
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
    except ValueError:
        return False
    if parts.scheme not in SCHEMES or not parts.netloc or " " in parts.netloc:
        return False
    return parts.scheme == "tg" or "." in parts.netloc or parts.netloc.partition(":")[0] == "localhost"
