"""Chats and what was said in them; messages are Bot API objects, with every kind of keyboard kept."""

from dataclasses import dataclass, field

from bot.gateway.json_types import JsonObject

PRESENT = frozenset({"creator", "administrator", "member"})
ADMINISTRATOR_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@dataclass
class Chat:
    """A private chat with the bot, or a group.

    Attributes:
        fields: the Bot API object's own fields: id, type, and title or first_name.
        members: user id -> status (creator, administrator, member, left, kicked), the bot among them.
        messages: message id -> message, in order.
        last_read: user id -> the last message id that the person has seen.
        migrated_to: the supergroup that this group became.
    """

    fields: JsonObject
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, JsonObject] = field(default_factory=dict)
    last_read: dict[int, int] = field(default_factory=dict)
    migrated_to: int | None = None

    @property
    def chat_id(self) -> int:
        """Return the id: positive for a private chat, negative for a group."""
        return int(self.fields["id"])

    @property
    def is_private(self) -> bool:
        """Return whether this is a chat between one person and the bot."""
        return bool(self.fields["type"] == "private")

    @property
    def title(self) -> str:
        """Return the group's title, or the person's name."""
        return str(self.fields.get("title") or self.fields["first_name"])

    def present(self) -> list[int]:
        """Return the ids of the users who are in the chat now, in order of joining."""
        return [user_id for user_id, status in self.members.items() if status in PRESENT]

    def last_message(self) -> JsonObject | None:
        """Return the newest message, None in an empty chat."""
        return next(reversed(self.messages.values()), None)

    def unread(self, user_id: int) -> int:
        """Return how many messages of others a person has not seen."""
        last = self.last_read.get(user_id, 0)
        return sum(number > last and found["from"]["id"] != user_id for number, found in self.messages.items())


def quoted(message: JsonObject) -> JsonObject:
    """Return a message as another one quotes it: without what it itself replies to."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def for_bot(message: JsonObject) -> JsonObject:
    """Return a message as the Bot API shows it: of keyboards, only inline ones."""
    if "inline_keyboard" in message.get("reply_markup", {"inline_keyboard": ()}):
        return message
    return {name: value for name, value in message.items() if name != "reply_markup"}


def describe_member(user: JsonObject, status: str) -> JsonObject:
    """Return a ChatMember of a user in a status."""
    member: JsonObject = {"user": user, "status": status}
    extra: dict[str, JsonObject] = {
        "creator": {"is_anonymous": False},
        "administrator": dict.fromkeys(ADMINISTRATOR_RIGHTS, False) | {"can_manage_chat": True},
        "kicked": {"until_date": 0},
    }
    return member | extra.get(status, {})
