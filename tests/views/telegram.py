"""What Telegram would refuse in a view: judged by its own parser and by the limits of the Bot API."""

from bot import sender
from bot.gateway.entities import TextParser
from bot.splitting import MAX_CHARACTERS, messages
from bot.views import View

MAX_BUTTONS = 100
MAX_KEYBOARD_BYTES = 10_000


def accept(view: View) -> list[str]:
    """Return the texts of a view as people read them.

    Raises:
        AssertionError: a text or the keyboard would be refused.
        ApiError: the markup would be refused.
    """
    parser = TextParser({})
    texts = [parser.format(message, "HTML").text for message in messages(view.blocks)]
    assert all(1 <= len(text) <= MAX_CHARACTERS for text in texts)
    keyboard = sender.keyboard(view)
    if keyboard is not None:
        buttons = [button for row in keyboard.inline_keyboard for button in row]
        assert len(buttons) <= MAX_BUTTONS
        assert all(button.text.strip() for button in buttons)
        assert all(len(row) <= 8 for row in keyboard.inline_keyboard)
        assert len(keyboard.to_json().encode()) <= MAX_KEYBOARD_BYTES
        assert all(len(str(button.callback_data or "").encode()) <= 64 for button in buttons)
    return texts
