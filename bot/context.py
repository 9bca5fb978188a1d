"""BotContext: what each handler gets besides the update."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update, User
from telegram.ext import Application, CallbackContext, ExtBot

from bot.assistant import Assistant
from bot.i18n import Translator
from bot.models import Channel
from bot.rate_limiter import Lane
from bot.services import people
from bot.services.actors import Actor, NotAllowedError, StrangerError
from bot.services.permission_table import EVERYBODY
from bot.services.permissions import Access, Action, access_of
from bot.services.zones import UTC, zone_of

Store = dict[str, Any]
"""What PTB keeps by user, chat and bot. Nothing of ours but the assistant: dialogues are rows in the database."""
BotApplication = Application[ExtBot[Lane], "BotContext", Store, Store, Store, None]
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


@dataclass(frozen=True)
class Person:
    """Who sent an update, as the database has them when it comes.

    Attributes:
        user_id: in Telegram; None where an update has no sender.
        locale: chosen by them; None follows the client.
        zone: in which they read times.
    """

    user_id: int | None = None
    access: Access = field(default_factory=Access)
    locale: str | None = None
    zone: ZoneInfo = UTC


class BotContext(CallbackContext[ExtBot[Lane], Store, Store, Store]):
    """A handler's view of the assistant and of the person who wrote; PTB makes one for each update."""

    _person: Person | None = None

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

    async def person(self, user: User | None) -> Person:
        """Return who sent the update, read once an update: what is changed meanwhile counts for the next one."""
        if user is None:
            return Person()
        if self._person is None or self._person.user_id != user.id:
            self._person = await self._read(user)
        return self._person

    async def _read(self, user: User) -> Person:
        client_locale = self.assistant.languages.choose(user.language_code)
        async with self.session() as session:
            member = await people.find(session, Channel.TELEGRAM, user.id)
            if member is None or member.id is None:
                return Person(user.id)
            if member.client_locale != client_locale:
                await people.note_client(session, member.id, client_locale)
                await session.commit()
            access = await access_of(session, Channel.TELEGRAM, user.id)
        return Person(user.id, access, member.locale, zone_of(member.zone, member.country))

    async def zone(self, update: Update) -> ZoneInfo:
        """Return the time zone in which the sender of an update reads times."""
        return (await self.person(update.effective_user)).zone

    async def require(self, update: Update, action: Action) -> None:
        """Stop here unless the sender of an update may do something, to some country or language at least.

        Raises:
            StrangerError: they are no member.
            NotAllowedError: their roles do not let them.
        """
        if action in EVERYBODY:
            return
        access = (await self.person(update.effective_user)).access
        if not access.is_member:
            raise StrangerError
        if not access.may_somewhere(action):
            raise NotAllowedError(action)

    async def actor(self, update: Update) -> Actor:
        """Return the sender of an update as one who does something now."""
        access = (await self.person(update.effective_user)).access
        return Actor(access, self.assistant.clock(), self.assistant.key)

    async def locale(self, user: User | None) -> str:
        """Return the language a person chose, or the one of their client."""
        chosen = (await self.person(user)).locale
        if chosen is not None and chosen in self.assistant.languages.locales:
            return chosen
        return self.assistant.languages.choose(user.language_code if user else None)

    def client_translator(self, update: Update) -> Translator:
        """Return the translator for the language of the sender's client, without asking the database."""
        user = update.effective_user
        languages = self.assistant.languages
        return languages.translator(languages.choose(user.language_code if user else None))

    async def translator(self, update: Update) -> Translator:
        """Return the translator for whoever sent an update."""
        return self.assistant.languages.translator(await self.locale(update.effective_user))
