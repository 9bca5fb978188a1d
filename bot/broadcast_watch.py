"""What goes on with broadcasts beside the handlers: they start, pause and end, and their authors see how far they are.

`bot.app` runs one in each process; of several, one takes each step, and all keep the live messages up to date.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select
from telegram import Bot
from telegram.error import TelegramError

from bot import sender
from bot.assistant import Assistant
from bot.models import Broadcast, BroadcastState, Member
from bot.services.broadcasts.progress import advance, progress
from bot.services.people import locale_of
from bot.services.zones import zone_of
from bot.views import View
from bot.views.broadcast_progress import card

INTERVAL = 5.0
"""Seconds between two looks; a live message is edited at most that often, far below Telegram's limits of a chat."""
LIVE = (BroadcastState.SCHEDULED, BroadcastState.RUNNING, BroadcastState.PAUSED)


@dataclass
class BroadcastWatch:
    """Looks after all broadcasts until it is cancelled.

    Attributes:
        assistant: returns its parts, which may be others later.
        bot: edits the live messages.
    """

    assistant: Callable[[], Assistant]
    bot: Bot
    _shown: dict[int, View] = field(default_factory=dict)

    async def run(self) -> None:
        """Look again and again; a database or server that fails is tried again."""
        while True:
            try:
                await self.look()
            except (SQLAlchemyError, TelegramError, OSError) as error:
                structlog.get_logger(__name__).warning("broadcasts not looked after", error=type(error).__name__)
            await asyncio.sleep(INTERVAL)

    async def look(self) -> None:
        """Take the steps that are due, then bring the live messages up to date."""
        assistant = self.assistant()
        async with assistant.database.session() as session:
            changed = await advance(session, assistant.broadcast_outbox, assistant.clock())
            if changed:
                await session.commit()
        for broadcast, author in await self._with_live_message({*self._shown, *changed}):
            await self._update(broadcast, author)

    async def _with_live_message(self, watched: Collection[int]) -> list[tuple[Broadcast, Member]]:
        """Return what has a live message that may be out of date, with the author who looks at it."""
        may_change = col(Broadcast.state).in_(LIVE) | col(Broadcast.id).in_(watched)
        query = select(Broadcast, Member).join(Member, col(Member.id) == Broadcast.author_id)
        async with self.assistant().database.session() as session:
            found = await session.exec(query.where(may_change, col(Broadcast.progress_message_id).is_not(None)))
            return list(found.all())

    async def _update(self, broadcast: Broadcast, author: Member) -> None:
        number, message_id = broadcast.id or 0, broadcast.progress_message_id or 0
        view = await self._render(broadcast, author)
        if self._shown.get(number) != view:
            is_there = await sender.edit(self.bot, author.chat_id, message_id, view)
            if not is_there:
                await self._forget(number)
            self._shown[number] = view
        if broadcast.state not in LIVE:
            self._shown.pop(number, None)

    async def _render(self, broadcast: Broadcast, author: Member) -> View:
        assistant = self.assistant()
        translator = assistant.languages.translator(locale_of(author))
        async with assistant.database.session() as session:
            found = await progress(session, assistant.broadcast_outbox, broadcast)
        return card(found, zone_of(author.zone, author.country), translator, assistant.clock())

    async def _forget(self, number: int) -> None:
        """Edit a message no more that is gone."""
        async with self.assistant().database.session() as session:
            broadcast = await session.get(Broadcast, number)
            if broadcast is not None:
                broadcast.progress_message_id = None
                session.add(broadcast)
                await session.commit()
