"""Which messages are for the assistant: in a group only those that mention it or reply to it."""

from telegram import Chat, Message, MessageEntity
from telegram.ext.filters import MessageFilter


class Addressed(MessageFilter):
    """The filter of messages that are for the assistant; others in a group concern no handler."""

    def filter(self, message: Message) -> bool:
        """Tell whether a message is for the assistant."""
        bot = message.get_bot()
        return is_addressed(message, bot.id, bot.username)


def is_addressed(message: Message, bot_id: int, username: str) -> bool:
    """Tell whether a message is for the assistant: a private chat, a reply to it, or a mention.

    What somebody shared through inline mode is the assistant's own text, and no question.
    """
    if message.via_bot is not None and message.via_bot.id == bot_id:
        return False
    if message.chat.type == Chat.PRIVATE:
        return True
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.id == bot_id:
        return True
    return f"@{username}".casefold() in (mention.casefold() for mention in _mentions(message))


def is_read(message: Message, bot_id: int, username: str) -> bool:
    """Tell whether the assistant would read a message: one for it, or a command."""
    return is_addressed(message, bot_id, username) or (message.text or "").startswith("/")


def without_mention(message: Message, username: str) -> str:
    """Return the text of a message without the assistant's name."""
    text = message.text or ""
    for mention in _mentions(message):
        if mention.casefold() == f"@{username}".casefold():
            text = text.replace(mention, " ")
    return text.strip()


def _mentions(message: Message) -> list[str]:
    kinds: list[str | None] = [MessageEntity.MENTION]
    return list((message.parse_entities(kinds) or message.parse_caption_entities(kinds)).values())
