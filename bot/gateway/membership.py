"""People join and leave groups, the bot too: what that changes, and what the chat and the bot hear of it."""

from bot.gateway.chats import Chat
from bot.gateway.json_types import JsonObject
from bot.gateway.world import World


def join(world: World, chat: Chat, user_id: int, *, by: int) -> None:
    """Add a user to a group."""
    world.set_status(chat, user_id, "member", by=by)
    _report(world, chat, by, {"new_chat_members": [world.users[user_id]]})


def leave(world: World, chat: Chat, user_id: int, *, by: int) -> None:
    """Take a user out of a group: of their own will, or by somebody else."""
    if user_id != world.bot_id:
        _report(world, chat, by, {"left_chat_member": world.users[user_id]})
    world.set_status(chat, user_id, "left" if by == user_id else "kicked", by=by)


def _report(world: World, chat: Chat, by: int, content: JsonObject) -> None:
    """Post the service message that everyone sees."""
    world.notify_bot("message", world.post(chat, by, content))
