"""Changing and deleting messages, and reacting to them."""

import datetime as dt

from bot.gateway.chats import Chat, for_bot
from bot.gateway.content import caption_content, text_content
from bot.gateway.errors import ApiError, bad_request
from bot.gateway.json_types import Json, JsonObject
from bot.gateway.keyboards import check_markup
from bot.gateway.methods.targets import addressed_message, writable_chat
from bot.gateway.world import World

MAX_DELETED = 100
DELETABLE = dt.timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
# those that a person or a bot may use without a subscription
REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
) | {"❤\u200d🔥", "👨\u200d💻", "🤷\u200d♂", "🤷", "🤷\u200d♀"}


async def edit_message_text(world: World, parameters: JsonObject) -> Json:
    """Replace a message's text and keyboard; without a keyboard the old one goes."""
    if not parameters["text"]:
        raise bad_request("message text is empty")
    chat, message = _editable(world, parameters)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    content = text_content(world.parser, parameters)
    return _replace(
        world, chat, message, _without(message, "text", "entities", "link_preview_options") | content, parameters
    )


async def edit_message_caption(world: World, parameters: JsonObject) -> Json:
    """Replace the caption of a file, and the keyboard."""
    chat, message = _editable(world, parameters)
    if not message.keys() & {"document", "photo", "voice"}:
        raise bad_request("there is no caption in the message to edit")
    content = caption_content(world.parser, parameters)
    return _replace(world, chat, message, _without(message, "caption", "caption_entities") | content, parameters)


async def edit_message_reply_markup(world: World, parameters: JsonObject) -> Json:
    """Replace or remove a message's inline keyboard."""
    chat, message = _editable(world, parameters)
    return _replace(world, chat, message, message, parameters)


async def delete_message(world: World, parameters: JsonObject) -> bool:
    """Delete a message for everyone."""
    chat, message = addressed_message(world, parameters, "delete")
    _require_deletable(world, chat, message)
    world.remove(chat, message["message_id"])
    return True


async def delete_messages(world: World, parameters: JsonObject) -> bool:
    """Delete several messages of a chat; those that are gone or may not be deleted are passed over."""
    numbers = parameters["message_ids"]
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MAX_DELETED:
        raise bad_request("too many message identifiers specified")
    chat = writable_chat(world, parameters["chat_id"])
    for number in dict.fromkeys(numbers):
        try:
            await delete_message(world, {"chat_id": chat.chat_id, "message_id": number})
        except ApiError:
            continue
    return True


async def set_message_reaction(world: World, parameters: JsonObject) -> bool:
    """Set or take back the bot's one reaction to a message."""
    chat, message = addressed_message(world, parameters, "react")
    reactions = parameters.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(reaction["type"] != "emoji" or reaction["emoji"] not in REACTIONS for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    world.amend(chat, _without(message, "reactions") | ({"reactions": reactions} if reactions else {}), by_author=False)
    return True


def _editable(world: World, parameters: JsonObject) -> tuple[Chat, JsonObject]:
    """Return a message of the bot's own, or one that was sent through it."""
    chat, message = addressed_message(world, parameters, "edit")
    is_own = message["from"]["id"] == world.bot_id
    if not is_own and "inline_message_id" not in parameters:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(world: World, chat: Chat, old: JsonObject, content: JsonObject, parameters: JsonObject) -> Json:
    """Put the new content and keyboard in place; True instead of the message for an inline message."""
    new = _without(content, "reply_markup") | check_markup(parameters.get("reply_markup"))
    if new == old:
        raise bad_request(NOT_MODIFIED)
    changed = world.amend(chat, new)
    return True if "inline_message_id" in parameters else for_bot(changed)


def _require_deletable(world: World, chat: Chat, message: JsonObject) -> None:
    """Refuse what Telegram refuses: old messages, and those of others in a group without being its administrator."""
    age = world.clock.now() - dt.datetime.fromtimestamp(message["date"], dt.UTC)
    is_own = message["from"]["id"] == world.bot_id
    may_moderate = chat.is_private or chat.members[world.bot_id] == "administrator"
    if age >= DELETABLE or not (is_own or may_moderate):
        raise bad_request("message can't be deleted")


def _without(message: JsonObject, *names: str) -> JsonObject:
    return {name: value for name, value in message.items() if name not in names}
