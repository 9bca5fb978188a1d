"""What the demo's people do in their client: write, press, edit, upload, ask inline.

The web chat and tests act through this.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.gateway.chats import Chat
from bot.gateway.content import (
    MAX_CAPTION,
    MAX_TEXT,
    contact_content,
    document_content,
    location_content,
    photo_content,
)
from bot.gateway.entities import FormattedText
from bot.gateway.files import Upload
from bot.gateway.json_types import JsonObject
from bot.gateway.keyboards import inline_buttons
from bot.gateway.membership import join, leave
from bot.gateway.profile import group_scopes, private_scopes
from bot.gateway.queries import CALLBACK_LIFETIME, INLINE_LIFETIME, Query
from bot.gateway.world import World

MAX_INLINE_QUERY = 256
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
FILE_KINDS = frozenset({"document", "photo", "voice", "sticker"})


class PersonaError(Exception):
    """Something that a person's client does not let them do; the text says what."""


@dataclass(frozen=True)
class Press:
    """A button that was pressed."""

    query: Query

    async def answer(self) -> JsonObject:
        """Return what the bot answered: `callback_query_id`, `show_alert`, and `text` and `url` where given."""
        return await self.query.answer


@dataclass(frozen=True)
class InlineAnswer:
    """What the bot offered for an inline query."""

    inline_query_id: str
    results: Sequence[JsonObject]
    next_offset: str
    button: JsonObject | None


class Persona:
    """One person of a world, and what they do; reading never changes anything but `read`."""

    def __init__(self, world: World, key: str) -> None:
        if key not in world.cast:
            raise PersonaError(f"no persona {key!r}; there are {', '.join(world.cast)}")
        self._world = world
        self.profile = world.cast[key]
        self.user_id = self.profile.user_id

    @property
    def private_chat(self) -> Chat:
        """Return the chat with the bot."""
        return self._world.chats[self.user_id]

    def chats(self) -> list[Chat]:
        """Return this person's chats, the one with the newest message first."""
        return self._world.chats_of(self.user_id)

    def chat(self, chat_id: int | None = None) -> Chat:
        """Return a chat that this person is in; without an id the one with the bot.

        Raises:
            PersonaError: not in such a chat.
        """
        found = next((chat for chat in self.chats() if chat.chat_id == (chat_id or self.user_id)), None)
        if found is None:
            raise PersonaError(f"{self.profile.key} is in no chat {chat_id}")
        return found

    def messages(self, chat_id: int | None = None) -> list[JsonObject]:
        """Return a chat's messages, oldest first."""
        return list(self.chat(chat_id).messages.values())

    def commands(self, chat_id: int | None = None) -> list[JsonObject]:
        """Return the command menu that this person's client shows in a chat."""
        chat = self.chat(chat_id)
        leads = chat.members[self.user_id] in ("creator", "administrator")
        scopes = (
            private_scopes(chat.chat_id)
            if chat.is_private
            else group_scopes(chat.chat_id, self.user_id, administrator=leads)
        )
        return self._world.profile.commands_for(scopes, self.profile.locale)

    def read(self, chat_id: int | None = None) -> None:
        """Mark everything in a chat as seen."""
        chat = self.chat(chat_id)
        last = chat.last_message()
        chat.last_read[self.user_id] = last["message_id"] if last else 0

    def say(self, text: str, chat_id: int | None = None, *, reply_to: JsonObject | None = None) -> JsonObject:
        """Send a text.

        Raises:
            PersonaError: empty, over 4,096 characters, or into a chat that was left.
        """
        return self._send(self._formatted(text).fields(), chat_id, reply_to=reply_to)

    def start(self, payload: str = "") -> JsonObject:
        """Press Start, or follow a deep link https://t.me/BOT?start=PAYLOAD.

        Raises:
            PersonaError: a payload that Telegram's clients do not pass on.
        """
        if not START_PAYLOAD.fullmatch(payload):
            raise PersonaError("a start payload has at most 64 of A-Z, a-z, 0-9, _ and -")
        return self.say(f"/start {payload}".strip())

    def edit(self, message: JsonObject, text: str) -> JsonObject:
        """Change a text of one's own.

        Raises:
            PersonaError: not one's own, or the text could not be sent.
        """
        current = self.current(message)
        if current["from"]["id"] != self.user_id or "text" not in current:
            raise PersonaError(f"message {current['message_id']} is no text of {self.profile.key}")
        kept = {name: value for name, value in current.items() if name not in ("text", "entities")}
        changed = self._world.amend(self._chat_of(current), kept | self._formatted(text).fields())
        self._world.notify_bot("edited_message", changed)
        return changed

    def send_file(
        self, upload: Upload, kind: str = "document", caption: str = "", chat_id: int | None = None
    ) -> JsonObject:
        """Send a file.

        Args:
            upload: the file.
            kind: document, photo, voice or sticker.
            caption: plain text, at most 1,024 characters.
            chat_id: where; without it the chat with the bot.

        Raises:
            PersonaError: unknown kind, or caption too long.
            ApiError: the file is empty, too big or no picture.
        """
        if kind not in FILE_KINDS:
            raise PersonaError(f"unknown kind of file {kind!r}; expected one of {', '.join(sorted(FILE_KINDS))}")
        if len(caption) > MAX_CAPTION:
            raise PersonaError(f"caption of {len(caption)} characters; at most {MAX_CAPTION}")
        words = self._world.parser.format(caption).fields("caption")
        return self._send(self._file_content(upload, kind) | words, chat_id)

    def share_contact(self, phone_number: str, first_name: str, vcard: str = "") -> JsonObject:
        """Send the bot a phone contact, one's own or another's.

        Raises:
            ApiError: no number, no name, or a vCard over 2,048 bytes.
        """
        contact = {"phone_number": phone_number, "first_name": first_name} | ({"vcard": vcard} if vcard else {})
        return self._send(contact_content(contact), None)

    def share_location(self, latitude: float, longitude: float) -> JsonObject:
        """Send the bot a point on the map, in degrees.

        Raises:
            ApiError: not on this planet.
        """
        return self._send(location_content({"latitude": latitude, "longitude": longitude}), None)

    def press(self, message: JsonObject, label_or_data: str) -> Press:
        """Press an inline button of a message as it is now, found by its label or by its callback data.

        Raises:
            PersonaError: no such button, or one that only the client acts on (a link).
        """
        buttons = inline_buttons(self.current(message))
        wanted = (button for button in buttons if label_or_data in (button["text"], button.get("callback_data")))
        button = next(wanted, None)
        if button is None or "callback_data" not in button:
            labels = ", ".join(repr(button["text"]) for button in buttons)
            raise PersonaError(f"no button {label_or_data!r} to press; there are {labels or 'none'}")
        return self.call_back(message, button["callback_data"])

    def call_back(self, message: JsonObject, callback_data: str) -> Press:
        """Send callback data of a message, also such that no button of it has: clients can do that."""
        current = self.current(message)
        chat = self._chat_of(current)
        query = self._world.queries.ask(self.user_id, CALLBACK_LIFETIME)
        payload: JsonObject = {"id": query.query_id, "from": self.profile.user(), "chat_instance": str(chat.chat_id)}
        payload |= self._world.callback_source(chat, current) | {"data": callback_data}
        self._world.updates.add("callback_query", payload)
        return Press(query)

    async def inline(self, words: str, offset: str = "", chat_type: str = "sender") -> InlineAnswer:
        """Type @bot WORDS and wait for the results.

        Args:
            words: what follows the bot's name.
            offset: `next_offset` of the results that were shown, "" for the first ones.
            chat_type: where it is typed: sender (the chat with the bot), private, group, supergroup or channel.

        Raises:
            PersonaError: over 256 characters.
        """
        if len(words) > MAX_INLINE_QUERY:
            raise PersonaError(f"inline query of {len(words)} characters; at most {MAX_INLINE_QUERY}")
        query = self._world.queries.ask(self.user_id, INLINE_LIFETIME)
        payload = {"id": query.query_id, "from": self.profile.user(), "query": words, "offset": offset}
        self._world.updates.add("inline_query", payload | {"chat_type": chat_type})
        answer = await query.answer
        self._world.keep_results(query.query_id, self.user_id, answer["contents"])
        return InlineAnswer(query.query_id, answer["results"], answer["next_offset"], answer["button"])

    def choose(self, inline_query_id: str, result_id: str, chat_id: int | None = None) -> JsonObject:
        """Send one of the results into a chat.

        Raises:
            PersonaError: no such result.
        """
        content = self._world.result(inline_query_id, self.user_id, result_id)
        if content is None:
            raise PersonaError(f"no result {result_id!r} of inline query {inline_query_id}")
        message = self._send(content | {"via_bot": self._world.bot}, chat_id)
        if "reply_markup" in message:
            self._world.register_inline(self.chat(chat_id), message["message_id"])
        return message

    def block(self) -> None:
        """Block the bot, in the private chat."""
        self._world.set_status(self.private_chat, self._world.bot_id, "kicked", by=self.user_id)

    def unblock(self) -> None:
        """Take the block back."""
        self._world.set_status(self.private_chat, self._world.bot_id, "member", by=self.user_id)

    def invite(self, user_id: int, chat_id: int) -> None:
        """Add somebody to a group; the bot too.

        Raises:
            PersonaError: not a group, unknown, or there already.
        """
        chat = self._group(chat_id)
        if user_id not in self._world.users or user_id in chat.present():
            raise PersonaError(f"user {user_id} is unknown, or in the group already")
        join(self._world, chat, user_id, by=self.user_id)

    def remove(self, user_id: int, chat_id: int) -> None:
        """Take somebody out of a group, which its owner may do, or leave it oneself, which everyone may.

        Raises:
            PersonaError: not a group, not there, or not allowed.
        """
        chat = self._group(chat_id)
        if user_id not in chat.present():
            raise PersonaError(f"user {user_id} is not in the group")
        if user_id != self.user_id and chat.members[self.user_id] != "creator":
            raise PersonaError("only the group's owner may do that")
        leave(self._world, chat, user_id, by=self.user_id)

    def react(self, message: JsonObject, emoji: str | None) -> None:
        """Put a reaction on a message, or take it back with None."""
        current = self.current(message)
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        change = {"chat": current["chat"], "message_id": current["message_id"], "user": self.profile.user()}
        change |= {"date": self._world.clock.timestamp(), "old_reaction": [], "new_reaction": new}
        self._world.updates.add("message_reaction", change)

    def current(self, message: JsonObject) -> JsonObject:
        """Return a message as it is now.

        Raises:
            PersonaError: it was deleted, or is in a chat of others.
        """
        return self.message(message["message_id"], message["chat"]["id"])

    def message(self, message_id: int, chat_id: int | None = None) -> JsonObject:
        """Return a message of a chat.

        Raises:
            PersonaError: there is none.
        """
        found = self.chat(chat_id).messages.get(message_id)
        if found is None:
            raise PersonaError(f"no message {message_id} in this chat")
        return found

    def _chat_of(self, message: JsonObject) -> Chat:
        return self.chat(message["chat"]["id"])

    def _group(self, chat_id: int) -> Chat:
        chat = self.chat(chat_id)
        if chat.is_private:
            raise PersonaError("this is not a group")
        return chat

    def _formatted(self, text: str) -> FormattedText:
        formatted = self._world.parser.format(text[: 2 * MAX_TEXT])
        if not 1 <= len(formatted.text) <= MAX_TEXT:
            raise PersonaError(f"text of {len(formatted.text)} characters; a message has 1 to {MAX_TEXT}")
        return formatted

    def _file_content(self, upload: Upload, kind: str) -> JsonObject:
        if kind == "document":
            return document_content(self._world.files, upload)
        if kind == "photo":
            return photo_content(self._world.files, upload)
        stored = self._world.files.add(kind, upload).describe()
        if kind == "voice":
            return {"voice": stored | {"duration": 1, "mime_type": upload.media_type}}
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return {"sticker": stored | shape}

    def _send(self, content: JsonObject, chat_id: int | None, *, reply_to: JsonObject | None = None) -> JsonObject:
        """Post a message; the first one in the private chat is what starts the bot."""
        chat = self.chat(chat_id)
        if chat.is_private and chat.members[self._world.bot_id] == "kicked":
            raise PersonaError("the bot is blocked; unblock it first")
        if chat.is_private:
            chat.members[self._world.bot_id] = "member"
        reply = self._world.reply_fields(chat, reply_to["message_id"] if reply_to else None)
        message = self._world.post(chat, self.user_id, content | reply)
        self._world.notify_bot("message", message)
        return message
