"""Who is in a chat, and files for download."""

from bot.gateway.chats import Chat, describe_member
from bot.gateway.errors import bad_request
from bot.gateway.files import MAX_DOWNLOAD
from bot.gateway.json_types import JsonObject
from bot.gateway.membership import leave
from bot.gateway.methods.targets import known_chat, writable_chat
from bot.gateway.world import World

MAX_REACTIONS = 11
GROUP_RIGHTS = {"permissions": {"can_send_messages": True, "can_send_documents": True, "can_send_photos": True}}


async def get_chat(world: World, parameters: JsonObject) -> JsonObject:
    """Return a ChatFullInfo."""
    chat = known_chat(world, parameters["chat_id"])
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    info = chat.fields | {"accent_color_id": 0, "max_reaction_count": MAX_REACTIONS, "accepted_gift_types": gifts}
    return info if chat.is_private else info | GROUP_RIGHTS


async def get_chat_member(world: World, parameters: JsonObject) -> JsonObject:
    """Return a ChatMember; "left" for someone known who is not there."""
    chat = known_chat(world, parameters["chat_id"])
    user_id = parameters["user_id"]
    if user_id not in world.users:
        raise bad_request("PARTICIPANT_ID_INVALID" if not chat.is_private else "member not found")
    if chat.is_private and user_id not in chat.members:
        raise bad_request("member not found")
    return _member(world, chat, user_id)


async def get_chat_member_count(world: World, parameters: JsonObject) -> int:
    """Return how many are in a chat, the bot among them."""
    return len(known_chat(world, parameters["chat_id"]).present())


async def get_chat_administrators(world: World, parameters: JsonObject) -> list[JsonObject]:
    """Return a group's owner and administrators without bots."""
    chat = known_chat(world, parameters["chat_id"])
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    leading = [user_id for user_id, status in chat.members.items() if status in ("creator", "administrator")]
    return [_member(world, chat, user_id) for user_id in leading if user_id != world.bot_id]


async def leave_chat(world: World, parameters: JsonObject) -> bool:
    """Leave a group."""
    chat = writable_chat(world, parameters["chat_id"])
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    leave(world, chat, world.bot_id, by=world.bot_id)
    return True


async def get_file(world: World, parameters: JsonObject) -> JsonObject:
    """Return where a file can be downloaded."""
    stored = world.files.find(parameters["file_id"])
    if len(stored.upload.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.describe() | {"file_path": stored.path}


def _member(world: World, chat: Chat, user_id: int) -> JsonObject:
    """Return a ChatMember with all fields that its status calls for."""
    return describe_member(world.users[user_id], chat.members.get(user_id, "left"))
