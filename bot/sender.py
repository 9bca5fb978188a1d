"""View -> Telegram: lengths, keyboards; and what Telegram answers when nothing needs doing.

Texts are HTML without link previews: `bot.app` makes that the default of the bot.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MaybeInaccessibleMessage,
    Message,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.callbacks import Route
from bot.rate_limiter import Lane
from bot.splitting import messages
from bot.views import Button, Copy, Media, MediaKind, View

NOT_MODIFIED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited")
GONE_ALREADY = "message to delete not found"
"""What the Bot API server says (`Client.cpp`), in lower case."""


@dataclass(frozen=True)
class Sending:
    """How something is sent that nobody waits for.

    Attributes:
        lane: what goes first.
        after: messages of it that have arrived before.
        is_paid: as a paid broadcast, which has other limits.
    """

    lane: Lane
    after: int = 0
    is_paid: bool = False


class PartError(Exception):
    """A message was refused; its cause is Telegram's error.

    Attributes:
        parts: how many messages of the view have arrived, earlier ones included.
        error: Telegram's.
        ids: the numbers of those that have arrived now.
    """

    def __init__(self, parts: int, error: TelegramError, ids: Sequence[int] = ()) -> None:
        super().__init__(type(error).__name__)
        self.parts = parts
        self.error = error
        self.ids = tuple(ids)


async def answer(update: Update, view: View) -> int:
    """Send a view into the chat of an update, in a group as a reply; then its attachment.

    Returns:
        The number of the last message, which has the buttons.

    Raises:
        ValueError: the update has no message to answer.
    """
    message = update.effective_message
    if message is None:
        raise ValueError("nothing to answer")
    in_group = message.chat.type != Chat.PRIVATE
    shown = await _send(message, view, messages(view.blocks), message.message_id if in_group else None)
    if view.attachment is not None:
        file, name = view.attachment.content, view.attachment.name
        await message.chat.send_document(file, filename=name, protect_content=view.is_protected)
    return shown


async def deliver(bot: ExtBot[Lane], chat_id: int, view: View, sending: Sending) -> tuple[int, ...]:
    """Send a view to a chat, in its turn behind all answers.

    Returns:
        The numbers of the messages, at least one; the last one has the buttons.

    Raises:
        PartError: a message was refused.
    """
    if view.withdraws:
        return await _withdraw(bot, chat_id, view, sending)
    texts, ids = messages(view.blocks), list[int]()
    for place in range(min(sending.after, len(texts) - 1), len(texts)):
        is_last = place == len(texts) - 1
        try:
            sent = await post(
                bot,
                chat_id,
                texts[place],
                view.media if is_last else None,
                reply_markup=keyboard(view) if is_last else None,
                protect_content=view.is_protected,
                allow_paid_broadcast=sending.is_paid or None,
                rate_limit_args=sending.lane,
            )
        except TelegramError as error:
            raise PartError(place, error, ids) from error
        ids.append(sent.message_id)
    return tuple(ids)


async def show(query: CallbackQuery, view: View) -> None:
    """Put a view in place of the message whose button was pressed; what does not fit follows below it.

    Whether a message is protected cannot be changed: a view that differs in that follows below it as a whole.
    """
    if _is_protected(query.message) != view.is_protected:
        if query.message is not None:
            await _send(query.message, view, messages(view.blocks), None)
        return
    first, *rest = messages(view.blocks)
    try:
        await query.edit_message_text(first, reply_markup=None if rest else keyboard(view))
    except BadRequest as error:
        if NOT_MODIFIED not in error.message.lower():
            raise
    if rest and query.message is not None:
        await _send(query.message, view, rest, None)


async def replace(update: Update, message_id: int, view: View) -> int:
    """Edit an earlier answer in the chat of an update; where it is gone, or the new one too long, send it anew.

    What is to be protected takes the place of what may not be.

    Returns:
        The number of the message that now has the buttons.
    """
    message, texts = update.effective_message, messages(view.blocks)
    if message is None or len(texts) > 1:
        return await answer(update, view)
    if view.is_protected:
        with suppress(TelegramError):  # it is gone, or too old to be deleted
            await message.get_bot().delete_message(message.chat_id, message_id)
        return await answer(update, view)
    try:
        await message.get_bot().edit_message_text(
            texts[0], chat_id=message.chat_id, message_id=message_id, reply_markup=keyboard(view)
        )
    except BadRequest as error:
        if any(reason in error.message.lower() for reason in GONE):
            return await answer(update, view)
        if NOT_MODIFIED not in error.message.lower():
            raise
    return message_id


async def relabel(query: CallbackQuery, view: View) -> None:
    """Put the buttons of a view below the message whose button was pressed; its text and file stay."""
    try:
        await query.edit_message_reply_markup(keyboard(view))
    except BadRequest as error:
        if NOT_MODIFIED not in error.message.lower():
            raise


async def edit(bot: Bot, chat_id: int, message_id: int, view: View) -> bool:
    """Put a view in place of an earlier message, which nobody waits for.

    Returns:
        False where it cannot be edited any more.

    Raises:
        TelegramError: the server could not be asked, or wants a pause.
    """
    text, *_ = messages(view.blocks)
    try:
        await bot.edit_message_text(text, chat_id=chat_id, message_id=message_id, reply_markup=keyboard(view))
    except Forbidden:
        return False
    except BadRequest as error:
        return NOT_MODIFIED in error.message.lower()
    return True


async def post(bot: Bot, chat_id: int, text: str, media: Media | None, **options: Any) -> Message:  # noqa: ANN401  # as PTB has them
    """Send one message, with a file above the text where there is one."""
    if media is None:
        return await bot.send_message(chat_id, text, **options)
    if media.kind is MediaKind.PHOTO:
        return await bot.send_photo(chat_id, media.file_id, caption=text, **options)
    return await bot.send_document(chat_id, media.file_id, caption=text, **options)


def keyboard(view: View) -> InlineKeyboardMarkup | None:
    """Return the inline keyboard of a view, or None."""
    rows = [[_button(button) for button in row] for row in view.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


async def _withdraw(bot: ExtBot[Lane], chat_id: int, view: View, sending: Sending) -> tuple[int, ...]:
    """Delete the messages that a view withdraws; return their numbers. Once more does no harm."""
    for message_id in view.withdraws:
        try:
            await _delete(bot, chat_id, message_id, view, sending)
        except TelegramError as error:
            raise PartError(0, error) from error
    return view.withdraws


async def _delete(bot: ExtBot[Lane], chat_id: int, message_id: int, view: View, sending: Sending) -> None:
    """Delete a message, or else put the view's text in its place."""
    try:
        await bot.delete_message(chat_id, message_id, rate_limit_args=sending.lane)
    except BadRequest as refused:
        if GONE_ALREADY in refused.message.lower():
            return
        text = view.blocks[-1]  # above it may stand that it came before, which is not what people read here
        await bot.edit_message_text(text, chat_id=chat_id, message_id=message_id, rate_limit_args=sending.lane)


async def _send(message: MaybeInaccessibleMessage, view: View, texts: list[str], reply_to: int | None) -> int:
    """Send texts into a message's chat, the keyboard below the last one."""
    quote = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
    *before, last = texts
    for text in before:
        await message.chat.send_message(text, reply_parameters=quote, protect_content=view.is_protected)
    options = {"reply_parameters": quote, "reply_markup": keyboard(view), "protect_content": view.is_protected}
    sent = await post(message.get_bot(), message.chat.id, last, view.media, **options)
    return sent.message_id


def _is_protected(message: MaybeInaccessibleMessage | None) -> bool:
    """Tell whether a message is protected; what cannot be read any more counts as not."""
    return isinstance(message, Message) and bool(message.has_protected_content)


def _button(button: Button) -> InlineKeyboardButton:
    if isinstance(button.target, Route):
        return InlineKeyboardButton(button.label, callback_data=button.target.pack())
    if isinstance(button.target, Copy):
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.target.text))
    return InlineKeyboardButton(button.label, url=button.target.url)
