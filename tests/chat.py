"""How tests talk to the assistant: people act in the gateway's world, updates and answers go over real HTTP.

Nothing waits for a clock: `settle` fetches what is there and hands it to the handlers until nothing is left.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

from bot.app import UPDATES, kinds_of, make_dispatcher
from bot.assistant import Assistant
from bot.context import ASSISTANT, BotApplication
from bot.gateway.files import Upload
from bot.gateway.personas import InlineAnswer, Persona
from bot.gateway.world import World

Message = dict[str, Any]


@dataclass
class Room:
    """The gateway's world and the assistant in it."""

    world: World
    application: BotApplication
    _offset: int = 0

    def person(self, key: str) -> "Person":
        """Return one of the demo's personas."""
        return Person(Persona(self.world, key), self)

    async def settle(self) -> None:
        """Let the assistant handle all updates there are."""
        while True:
            updates = await self.application.bot.get_updates(self._offset, timeout=0, allowed_updates=UPDATES)
            if not updates:
                return
            for update in updates:
                self._offset = update.update_id + 1
                await self.application.process_update(update)

    async def deliver(self) -> None:
        """Let the assistant send all that is due of what it says on its own initiative."""
        assistant: Assistant = self.application.bot_data[ASSISTANT]
        await make_dispatcher(lambda: assistant, self.application.bot, kinds_of(assistant)).settle()


@dataclass
class Person:
    """What a person does in the messenger, and what they see then."""

    persona: Persona
    room: Room

    async def says(self, text: str, chat_id: int | None = None, reply_to: Message | None = None) -> list[Message]:
        """Send a text; return the assistant's new messages."""
        before = self._last(chat_id)
        self.persona.say(text, chat_id, reply_to=reply_to)
        await self.room.settle()
        return self._answers(chat_id, before)

    async def asks(self, text: str) -> Message:
        """Send a text; return the one message that answers it."""
        (answer,) = await self.says(text)
        return answer

    async def sends(self, kind: str, content: bytes, caption: str = "", name: str = "") -> list[Message]:
        """Send a file; return the assistant's new messages."""
        before = self._last(None)
        upload = Upload(name or f"case.{kind}", "application/octet-stream", content)
        self.persona.send_file(upload, kind, caption)
        await self.room.settle()
        return self._answers(None, before)

    async def edits(self, message: Message, text: str) -> None:
        """Change an earlier message of one's own."""
        self.persona.edit(message, text)
        await self.room.settle()

    async def presses(self, message: Message, label_or_data: str) -> tuple[Message, Message]:
        """Press a button; return the message as it is afterwards, and what the press was answered with."""
        press = self.persona.press(message, label_or_data)
        await self.room.settle()
        return self.persona.current(message), await press.answer()

    async def forges(self, message: Message, callback_data: str) -> Message:
        """Send callback data that no button has; return what it was answered with."""
        press = self.persona.call_back(message, callback_data)
        await self.room.settle()
        return await press.answer()

    async def types_inline(self, words: str) -> InlineAnswer:
        """Type @bot WORDS; return the results."""
        waiting = asyncio.create_task(self.persona.inline(words))
        while not waiting.done():
            await self.room.settle()
        return await waiting

    def messages_text(self) -> str:
        """Return all that stands in the private chat now, message by message."""
        return "\n\n".join(message.get("text", "") for message in self.persona.messages(None))

    def _last(self, chat_id: int | None) -> int:
        return max((message["message_id"] for message in self.persona.messages(chat_id)), default=0)

    def _answers(self, chat_id: int | None, after: int) -> list[Message]:
        bot_id = self.room.world.bot_id
        return [
            message
            for message in self.persona.messages(chat_id)
            if message["message_id"] > after and message["from"]["id"] == bot_id
        ]


def labels(message: Message) -> list[str]:
    """Return the labels of a message's buttons, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
