"""Privacy mode: which messages of a group a bot gets to see."""

from bot.gateway.entities import spans
from bot.gateway.json_types import JsonObject


def concerns(message: JsonObject, bot: JsonObject) -> bool:
    """Return whether a group's message is meant for the bot.

    Commands without a name or with the bot's, replies to the bot, mentions of it, what was sent through it, and service
    messages.
    """
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    if replied == bot["id"] or message.get("via_bot", {}).get("id") == bot["id"]:
        return True
    return _mentions(message, bot["username"].lower()) or _is_service(message)


def _mentions(message: JsonObject, username: str) -> bool:
    """Return whether a message mentions the bot or has a command that is not another bot's."""
    if any(mention.lower() == f"@{username}" for mention in spans(message, "mention")):
        return True
    addressed = (command.lower().partition("@")[2] for command in spans(message, "bot_command"))
    return any(name in ("", username) for name in addressed)


def _is_service(message: JsonObject) -> bool:
    """Return whether a message reports something that happened to the chat."""
    return not message.keys().isdisjoint(
        {"migrate_to_chat_id", "migrate_from_chat_id", "new_chat_members", "left_chat_member"}
    )
