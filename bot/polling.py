"""Long polling that confirms an update only when it is taken.

PTB's own polling puts updates into a queue in memory and confirms them with the next request: a kill loses what is in
the queue. Here the offset stays at the oldest update that is not taken.

How far it reads ahead: one answer holds at most `LIMIT` updates from the offset on, so that many are known and not
confirmed. While some are in work the server answers at once with all of them again, so it is asked only each
`INTERVAL` seconds. When an answer is full, nothing new can come before the oldest is taken; it gets `PATIENCE` seconds.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, NoReturn

import structlog
from telegram import Update
from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.backoff import Backoff
from bot.intake import Intake, Pause

LIMIT = 100
"""The most that the Bot API gives."""
LONG_POLL = 10
"""Seconds that the server waits for an update."""
INTERVAL = 0.05
PATIENCE = 30.0
STOP_PATIENCE = 5.0
"""Seconds for updates in work when the assistant is stopped."""
UNREADABLE = (TypeError, KeyError, ValueError, AttributeError, OverflowError)
"""What PTB raises at an update that it cannot read."""
log = structlog.get_logger(__name__)


class Poller:
    """Fetches updates for an intake."""

    def __init__(self, bot: ExtBot[Any], intake: Intake, kinds: Sequence[str], pause: Pause = asyncio.sleep) -> None:
        """Take the parts.

        Args:
            bot: asks the server; nobody else may poll for it meanwhile.
            intake: takes the updates, already open.
            kinds: of updates that are asked for.
            pause: waits so many seconds.
        """
        self._bot = bot
        self._intake = intake
        self._kinds = kinds
        self._pause = pause

    async def run(self) -> NoReturn:
        """Fetch until cancelled; whatever the network does, it is asked again.

        Raises:
            InvalidToken: the server does not know the bot (any more).
        """
        backoff = Backoff()
        while True:
            try:
                await self.fetch()
            except InvalidToken:
                raise
            except TelegramError as error:
                await self._recover(error, backoff)
            else:
                backoff.reset()

    async def fetch(self) -> None:
        """Ask once, hand over what came, and wait until asking again makes sense."""
        offset = self._intake.progress.offset
        updates = await self._updates(offset)
        for update in updates:
            self._intake.take(update)
        if not updates and not self._intake.in_work and offset == self._intake.progress.offset:
            self._intake.progress.forget()  # all that is done was confirmed by this request
        await self._intake.settle(INTERVAL)
        if len(updates) >= LIMIT:
            await self._intake.advance(offset, PATIENCE)

    async def close(self) -> None:
        """Let those in work be done, and confirm what is; what is not comes again to the next process."""
        await self._intake.close(STOP_PATIENCE)
        offset = self._intake.progress.offset
        if not offset:
            return
        try:
            await self._bot.get_updates(offset, limit=1, timeout=0, allowed_updates=self._kinds)
        except TelegramError as error:
            log.warning("last updates not confirmed", error=type(error).__name__)

    async def _updates(self, offset: int) -> Sequence[Update]:
        """Return the updates from an offset on that can be read."""
        try:
            return await self._bot.get_updates(offset, LIMIT, LONG_POLL, allowed_updates=self._kinds)
        except UNREADABLE:
            log.exception("unreadable update")
            return await self._readable(offset)

    async def _readable(self, offset: int) -> list[Update]:
        """Return those that can be read; the others would come again for ever, so they count as taken."""
        # small letters, which are as good: PTB warns of its own methods here
        request = {"offset": offset, "limit": LIMIT, "timeout": 0, "allowed_updates": self._kinds}
        found = await self._bot.do_api_request("getupdates", api_kwargs=request)
        updates = []
        for fields in found:
            try:
                updates.append(Update.de_json(fields, self._bot))
            except UNREADABLE:
                self._intake.skip(int(fields["update_id"]))
        return updates

    async def _recover(self, error: TelegramError, backoff: Backoff) -> None:
        """Wait after an error, as long as the server says or longer each time."""
        if isinstance(error, BadRequest):
            self._intake.progress.start_over()  # the server counts anew, and does not know the offset
        wait = backoff.next()
        if isinstance(error, RetryAfter):
            wait += error._retry_after.total_seconds()  # noqa: SLF001  # the public one warns that its type will change
        happened = (
            "another process fetches updates with this token" if isinstance(error, Conflict) else "updates not fetched"
        )
        log.warning(happened, error=type(error).__name__, wait=round(wait, 1))
        await self._pause(wait)
