"""BotContext: what each handler gets besides the update."""

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
POSTPONED = "postponed"
"""Where the ids of updates are kept that nothing could be sent for, until the intake has seen them."""


class BotContext(CallbackContext[ExtBot[None], Store, Store, Store]):
    """A handler's view of the assistant and of the person who wrote."""

    @property
    def assistant(self) -> Assistant:
        """The parts of the assistant."""
        assistant: Assistant = self.bot_data[ASSISTANT]
        return assistant

    def postpone(self, update: Update) -> None:
        """Have the intake hand an update over again, because nothing could be sent."""
        self.bot_data.setdefault(POSTPONED, set()).add(update.update_id)

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
