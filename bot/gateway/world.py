"""The state of the gateway: users, chats, messages, files and what waits for the bot. Knows nothing of HTTP."""

import itertools
import secrets
from dataclasses import dataclass
from typing import Literal

from bot.gateway.cast import BOT_ID, CAST, GROUP_ID, GROUP_OWNER, GROUP_TITLE, Profile
from bot.gateway.chats import Chat, describe_member, for_bot, quoted
from bot.gateway.clock import Clock
from bot.gateway.entities import TextParser
from bot.gateway.errors import bad_request
from bot.gateway.events import EventHub
from bot.gateway.faults import FaultScript
from bot.gateway.files import FileStore
from bot.gateway.json_types import JsonObject
from bot.gateway.privacy import concerns
from bot.gateway.profile import BotProfile
from bot.gateway.queries import QueryDesk
from bot.gateway.rates import RateLimiter, RateLimits
from bot.gateway.updates import FIRST_ID, UpdateQueue
from bot.gateway.webhooks import WebhookSender

SUPERGROUP_PREFIX = -1_000_000_000_000


@dataclass(frozen=True)
class Options:
    """What is fixed for the life of a world.

    Attributes:
        cast: the people.
        rate_limits: how fast the bot may send; None for no limit until it is switched on.
        privacy_mode: in groups the bot sees only what is meant for it, as Telegram's bots do by default.
        local_mode: webhooks may be plain HTTP on any port, as with a Bot API server of one's own.
        first_update: id of the first update; bots know updates by it, also after the gateway began anew.
    """

    cast: tuple[Profile, ...] = CAST
    rate_limits: RateLimits | None = None
    privacy_mode: bool = True
    local_mode: bool = False
    first_update: int = FIRST_ID


@dataclass(frozen=True)
class InlineMessage:
    """Where a message that was sent through inline mode is: the bot knows it only by its inline id."""

    chat_id: int
    message_id: int


class World:
    """One bot, its people and their chats.

    Attributes:
        token: the only token that is accepted.
        bot: the bot's User object.
        clock: the time here; may run ahead of the real one.
        users: user id -> User object, the bot among them.
        chats: chat id -> chat.
        inline_messages: inline message id -> where it is.
        options: how strict it is, and who is in it.
    """

    def __init__(
        self,
        bot_token: str,
        bot_username: str = "ilecu_demo_bot",
        *,
        clock: Clock | None = None,
        options: Options | None = None,
    ) -> None:
        self.token = bot_token
        self.options = options or Options()
        self.clock = clock or Clock()
        self.updates = UpdateQueue(self.clock, self.options.first_update)
        self.events = EventHub()
        self.files = FileStore()
        self.profile = BotProfile()
        self.queries = QueryDesk(self.clock)
        self.faults = FaultScript()
        self.rates = RateLimiter(self.clock, self.options.rate_limits)
        self.webhooks = WebhookSender(self.updates, self.clock.timestamp)
        self.cast = {profile.key: profile for profile in self.options.cast}
        self.bot = _bot_user(bot_token, bot_username)
        self.users = {self.bot_id: self.bot} | {profile.user_id: profile.user() for profile in self.options.cast}
        self.parser = TextParser(self.users)
        self.chats: dict[int, Chat] = {profile.user_id: self._private_chat(profile) for profile in self.options.cast}
        self.chats[GROUP_ID] = self._group()
        self.inline_messages: dict[str, InlineMessage] = {}
        self._results: dict[tuple[str, int], dict[str, JsonObject]] = {}
        self._numbers = itertools.count(1)

    @property
    def bot_id(self) -> int:
        """Return the bot's user id."""
        return int(self.bot["id"])

    def chat(self, chat_id: int) -> Chat:
        """Return a chat.

        Raises:
            ApiError: 400; there is no such chat.
        """
        if chat_id not in self.chats:
            raise bad_request("chat not found")
        return self.chats[chat_id]

    def chats_of(self, user_id: int) -> list[Chat]:
        """Return the chats that a person is in, the one with the newest message first."""
        own = [chat for chat in self.chats.values() if user_id in chat.present() and chat.migrated_to is None]
        return sorted(own, key=_newest, reverse=True)

    def post(self, chat: Chat, sender_id: int, content: JsonObject) -> JsonObject:
        """Add a message to a chat and show it to everyone there.

        Args:
            chat: where.
            sender_id: who says it.
            content: all fields of the message but its id, date, chat and sender.

        Returns:
            The message, with any keyboard it has.
        """
        number = next(self._numbers)
        message: JsonObject = {"message_id": number, "from": self.users[sender_id], "chat": dict(chat.fields)}
        message |= {"date": self.clock.timestamp()} | content
        chat.messages[number] = message
        self.tell(chat, "message", {"chat_id": chat.chat_id, "message": message})
        return message

    def amend(self, chat: Chat, message: JsonObject, *, by_author: bool = True) -> JsonObject:
        """Put a changed message in the place of the old one.

        Args:
            chat: where.
            message: the changed message, with its old id.
            by_author: the content changed, so the message gets an edit date; not so when only a reaction did.
        """
        if by_author:
            message["edit_date"] = self.clock.timestamp()
        chat.messages[message["message_id"]] = message
        self.tell(chat, "edited", {"chat_id": chat.chat_id, "message": message})
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        """Delete a message for everyone."""
        del chat.messages[message_id]
        self.tell(chat, "deleted", {"chat_id": chat.chat_id, "message_id": message_id})

    def tell(self, chat: Chat, name: str, payload: JsonObject) -> None:
        """Show an event to all people in a chat."""
        for user_id in chat.present():
            self.events.publish(user_id, name, payload)

    def notify_bot(self, kind: Literal["message", "edited_message"], message: JsonObject) -> None:
        """Queue a message for the bot, if it is one that the bot may see."""
        chat = self.chat(message["chat"]["id"])
        if self.bot_id not in chat.present():
            return
        if self.options.privacy_mode and not chat.is_private and not concerns(message, self.bot):
            return
        self.updates.add(kind, for_bot(message))

    def set_status(self, chat: Chat, user_id: int, status: str, *, by: int) -> None:
        """Change a member's status and report it to the bot: its own always, that of others where it asked for it."""
        old, chat.members[user_id] = chat.members.get(user_id, "left"), status
        user = self.users[user_id]
        change: JsonObject = {"chat": dict(chat.fields), "from": self.users[by], "date": self.clock.timestamp()}
        change |= {"old_chat_member": describe_member(user, old), "new_chat_member": describe_member(user, status)}
        self.updates.add("my_chat_member" if user_id == self.bot_id else "chat_member", change)
        for present in chat.present():
            self.events.publish(present, "chats", {})

    def reply_fields(self, chat: Chat, message_id: int | None) -> JsonObject:
        """Return the field with the message that is replied to; {} without one.

        Raises:
            ApiError: 400; there is no such message in the chat.
        """
        if message_id is None:
            return {}
        if message_id not in chat.messages:
            raise bad_request("message to be replied not found")
        return {"reply_to_message": for_bot(quoted(chat.messages[message_id]))}

    def callback_source(self, chat: Chat, message: JsonObject) -> JsonObject:
        """Return the field that tells where a button was pressed: the message, or its inline id."""
        place = InlineMessage(chat.chat_id, message["message_id"])
        for inline_id, known in self.inline_messages.items():
            if known == place:
                return {"inline_message_id": inline_id}
        return {"message": for_bot(message)}

    def keep_results(self, query_id: str, user_id: int, contents: dict[str, JsonObject]) -> None:
        """Keep what the results of an inline query would send, for the person who asked."""
        self._results[query_id, user_id] = contents

    def result(self, query_id: str, user_id: int, result_id: str) -> JsonObject | None:
        """Return what a result of an inline query sends, None if there is no such result for this person."""
        return self._results.get((query_id, user_id), {}).get(result_id)

    def register_inline(self, chat: Chat, message_id: int) -> str:
        """Return a new id under which the bot may edit a message that was sent through inline mode."""
        inline_id = secrets.token_urlsafe(20)
        self.inline_messages[inline_id] = InlineMessage(chat.chat_id, message_id)
        return inline_id

    def migrate(self, chat: Chat) -> Chat:
        """Upgrade a group to a supergroup: a new chat with another id, and a notice in both."""
        upgraded = Chat(
            {**chat.fields, "id": SUPERGROUP_PREFIX + chat.chat_id, "type": "supergroup"}, dict(chat.members)
        )
        self.chats[upgraded.chat_id] = upgraded
        owner = next(iter(chat.present()))
        self.notify_bot("message", self.post(chat, owner, {"migrate_to_chat_id": upgraded.chat_id}))
        self.notify_bot("message", self.post(upgraded, owner, {"migrate_from_chat_id": chat.chat_id}))
        chat.migrated_to = upgraded.chat_id
        for user_id in upgraded.present():
            self.events.publish(user_id, "chats", {})
        return upgraded

    def close(self) -> None:
        """End all waiting: polls, event streams and queries."""
        self.updates.close()
        self.events.close()
        self.queries.close()

    def _private_chat(self, profile: Profile) -> Chat:
        fields = {"id": profile.user_id, "type": "private", "first_name": profile.label}
        return Chat(fields, {profile.user_id: "member", self.bot_id: "left"})

    def _group(self) -> Chat:
        statuses = {
            member.user_id: "creator" if member.key == GROUP_OWNER else "member"
            for member in self.options.cast
            if member.in_group
        }
        return Chat({"id": GROUP_ID, "type": "group", "title": GROUP_TITLE}, statuses | {self.bot_id: "member"})


def _bot_user(token: str, username: str) -> JsonObject:
    """Return the bot's User object; its id is the number in front of the token, where there is one."""
    number = token.partition(":")[0]
    bot_id = int(number) if number.isascii() and number.isdigit() else BOT_ID
    return {"id": bot_id, "is_bot": True, "first_name": "ILECU Assistant", "username": username}


def _newest(chat: Chat) -> int:
    last = chat.last_message()
    return int(last["message_id"]) if last else 0
