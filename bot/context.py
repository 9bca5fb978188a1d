"""BotContext: what each handler gets besides the update."""

from enum import StrEnum
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update, User
from telegram.ext import Application, CallbackContext, ExtBot

from bot.assistant import Assistant
from bot.i18n import Translator
from bot.models import Channel, Member
from bot.services import people

Store = dict[str, Any]
"""What PTB keeps by user, chat and bot. Nothing of ours but the assistant: dialogues are rows in the database."""
BotApplication = Application[ExtBot[None], "BotContext", Store, Store, Store, None]
ASSISTANT = "assistant"
HANDLING = "handling"
"""Where it is kept what became of an update (id -> `Handling`), if not the usual, until the intake has seen it."""


class Handling(StrEnum):
    """What the handlers did with an update."""

    DONE = "done"
    AGAIN = "again"
    """Nothing could be sent; it is to be handed over again."""
    DROPPED = "dropped"
    """Nothing at all; it can be dropped again after a kill, so nobody needs to remember it."""


class BotContext(CallbackContext[ExtBot[None], Store, Store, Store]):
    """A handler's view of the assistant and of the person who wrote."""

    @property
    def assistant(self) -> Assistant:
        """The parts of the assistant."""
        assistant: Assistant = self.bot_data[ASSISTANT]
        return assistant

    def mark(self, update: Update, handling: Handling) -> None:
        """Tell the intake what becomes of an update; without that it is done."""
        self.bot_data.setdefault(HANDLING, {})[update.update_id] = handling

    def session(self) -> AsyncSession:
        """Return a session for one unit of work; use it with `async with` and commit yourself."""
        return self.assistant.database.session()

    async def locale(self, user: User | None) -> str:
        """Return the language a person chose, or the one of their client."""
        member = await self._member(user)
        if member is not None and member.locale in self.assistant.languages.locales:
            return str(member.locale)
        return self.assistant.languages.choose(user.language_code if user else None)

    def client_translator(self, update: Update) -> Translator:
        """Return the translator for the language of the sender's client, without asking the database."""
        user = update.effective_user
        languages = self.assistant.languages
        return languages.translator(languages.choose(user.language_code if user else None))

    async def translator(self, update: Update) -> Translator:
        """Return the translator for whoever sent an update."""
        return self.assistant.languages.translator(await self.locale(update.effective_user))

    async def _member(self, user: User | None) -> Member | None:
        if user is None:
            return None
        async with self.session() as session:
            return await people.find(session, Channel.TELEGRAM, user.id)
