"""Sending messages: text, documents, photos, venues, contacts, locations; forwarding and copying."""

from bot.gateway.chats import Chat, for_bot, quoted
from bot.gateway.content import (
    caption_content,
    contact_content,
    document_content,
    location_content,
    photo_content,
    text_content,
    venue_content,
)
from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject
from bot.gateway.keyboards import check_markup
from bot.gateway.methods.targets import known_chat, writable_chat
from bot.gateway.world import World

# what a copy takes over from a message
CONTENT = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "document", "photo", "voice", "sticker",
    "venue", "location", "contact",
)  # fmt: skip


async def send_message(world: World, parameters: JsonObject) -> JsonObject:
    """Send a text."""
    chat = writable_chat(world, parameters["chat_id"])
    return _send(world, chat, parameters, text_content(world.parser, parameters))


async def send_document(world: World, parameters: JsonObject) -> JsonObject:
    """Send a file, uploaded or sent before."""
    chat = writable_chat(world, parameters["chat_id"])
    caption = caption_content(world.parser, parameters)
    return _send(world, chat, parameters, document_content(world.files, parameters["document"]) | caption)


async def send_photo(world: World, parameters: JsonObject) -> JsonObject:
    """Send a picture, uploaded or sent before."""
    chat = writable_chat(world, parameters["chat_id"])
    caption = caption_content(world.parser, parameters)
    return _send(world, chat, parameters, photo_content(world.files, parameters["photo"]) | caption)


async def send_venue(world: World, parameters: JsonObject) -> JsonObject:
    """Send a place with a name."""
    return _send(world, writable_chat(world, parameters["chat_id"]), parameters, venue_content(parameters))


async def send_location(world: World, parameters: JsonObject) -> JsonObject:
    """Send a point on the map."""
    return _send(world, writable_chat(world, parameters["chat_id"]), parameters, location_content(parameters))


async def send_contact(world: World, parameters: JsonObject) -> JsonObject:
    """Send a phone contact, with a vCard or without."""
    return _send(world, writable_chat(world, parameters["chat_id"]), parameters, contact_content(parameters))


async def forward_message(world: World, parameters: JsonObject) -> JsonObject:
    """Send a message on, with its origin."""
    chat = writable_chat(world, parameters["chat_id"])
    original = _original(world, parameters, "forward")
    origin = {"type": "user", "sender_user": original["from"], "date": original["date"]}
    return _send(world, chat, parameters, _taken_over(original) | {"forward_origin": origin})


async def copy_message(world: World, parameters: JsonObject) -> JsonObject:
    """Send what a message holds, without its origin; a caption that is given replaces the old one."""
    chat = writable_chat(world, parameters["chat_id"])
    content = _taken_over(_original(world, parameters, "copy"))
    if "caption" in parameters and "text" not in content:
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption_content(world.parser, parameters)
    sent = _send(world, chat, parameters, content)
    return {"message_id": sent["message_id"]}


async def send_chat_action(world: World, parameters: JsonObject) -> bool:
    """Show that the bot is typing, uploading and so on."""
    if parameters["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, parameters["chat_id"])
    world.tell(chat, "action", {"chat_id": chat.chat_id, "action": parameters["action"]})
    return True


ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def _send(world: World, chat: Chat, parameters: JsonObject, content: JsonObject) -> JsonObject:
    """Post what the bot says, as a reply where asked, with its keyboard."""
    markup = check_markup(parameters.get("reply_markup"))
    protection = {"has_protected_content": True} if parameters.get("protect_content") else {}
    reply = _reply(world, chat, parameters.get("reply_parameters"))
    world.rates.take(chat.chat_id)
    return for_bot(world.post(chat, world.bot_id, content | reply | markup | protection))


def _reply(world: World, chat: Chat, wanted: JsonObject | None) -> JsonObject:
    """Return the field with the message replied to; none when it is gone and the bot allows that."""
    if wanted is None:
        return {}
    source = known_chat(world, wanted["chat_id"]) if "chat_id" in wanted else chat
    if wanted.get("allow_sending_without_reply") and wanted["message_id"] not in source.messages:
        return {}
    return world.reply_fields(source, wanted["message_id"])


def _original(world: World, parameters: JsonObject, purpose: str) -> JsonObject:
    message = known_chat(world, parameters["from_chat_id"]).messages.get(parameters["message_id"])
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    if message.get("has_protected_content") or not _taken_over(message):
        raise bad_request(f"message can't be {'forwarded' if purpose == 'forward' else 'copied'}")
    return quoted(message)


def _taken_over(message: JsonObject) -> JsonObject:
    return {name: message[name] for name in CONTENT if name in message}
