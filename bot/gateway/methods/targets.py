"""To whom and to which message a request refers, and whether the bot may act there."""

from bot.gateway.chats import Chat
from bot.gateway.errors import bad_request, forbidden
from bot.gateway.json_types import JsonObject
from bot.gateway.world import World


def known_chat(world: World, chat_id: int | str) -> Chat:
    """Return a chat that the bot knows.

    Raises:
        ApiError: 400; no such chat, a person who never met the bot, or a group that became a supergroup.
    """
    number = _number(chat_id)
    if number == world.bot_id:
        raise forbidden("the bot can't send messages to the bot")
    chat = world.chat(number)
    if chat.migrated_to is not None:
        parameters = {"migrate_to_chat_id": chat.migrated_to}
        raise bad_request("group chat was upgraded to a supergroup chat", parameters)
    if chat.is_private and chat.members[world.bot_id] == "left" and not _has_met(world, number):
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, chat_id: int | str) -> Chat:
    """Return a chat in which the bot may write.

    Raises:
        ApiError: 400 as for `known_chat`; 403 when it was blocked, was thrown out, or is not yet spoken to.
    """
    chat = known_chat(world, chat_id)
    status = chat.members.get(world.bot_id, "left")
    if chat.is_private and status != "member":
        raise forbidden(
            "bot was blocked by the user" if status == "kicked" else "bot can't initiate conversation with a user"
        )
    if status in ("left", "kicked"):
        action = "was kicked from" if status == "kicked" else "is not a member of"
        raise forbidden(f"bot {action} the {chat.fields['type']} chat")
    return chat


def addressed_message(world: World, parameters: JsonObject, purpose: str) -> tuple[Chat, JsonObject]:
    """Return the message that `chat_id` and `message_id`, or `inline_message_id`, name.

    Args:
        world: where to look.
        parameters: of the method.
        purpose: what the bot wants to do, for the error: edit, delete.

    Raises:
        ApiError: 400; there is none.
    """
    inline_id = parameters.get("inline_message_id")
    if inline_id is not None:
        return _inline_message(world, inline_id)
    for name, reason in (("chat_id", "chat_id is empty"), ("message_id", "message identifier is not specified")):
        if name not in parameters:
            raise bad_request(reason)
    chat = writable_chat(world, parameters["chat_id"])
    message = chat.messages.get(parameters["message_id"])
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return chat, message


def _inline_message(world: World, inline_id: str) -> tuple[Chat, JsonObject]:
    found = world.inline_messages.get(inline_id)
    if found is None or found.message_id not in world.chats[found.chat_id].messages:
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.chats[found.chat_id]
    return chat, chat.messages[found.message_id]


def _number(chat_id: int | str) -> int:
    """Return a chat id; there are no chats with a public name here."""
    if isinstance(chat_id, str):
        raise bad_request("chat not found")
    return chat_id


def _has_met(world: World, user_id: int) -> bool:
    """Return whether the bot shares a group with a person."""
    groups = (chat for chat in world.chats.values() if not chat.is_private)
    return any(user_id in group.members and world.bot_id in group.present() for group in groups)
