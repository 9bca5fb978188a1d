"""The intake: each update goes to the handlers once, and counts as taken when they are through with it.

How an update comes, by polling or by webhook, is not its matter; whoever brings it waits for what `take` returns before
telling Telegram that it may forget it. Between its effects and the note of them in the journal an update is in flight:
a kill there repeats it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram import Update

from bot.backoff import Backoff
from bot.context import Handling
from bot.journal import Journal
from bot.ordering import ChatOrder
from bot.progress import Progress

ATTEMPTS = 20
"""How often an update is handed to the handlers while no answer can be sent: for about eight minutes."""

Process = Callable[[Update], Awaitable[Handling]]
"""Lets the handlers have an update and tells what they did with it."""
Pause = Callable[[float], Awaitable[None]]
log = structlog.get_logger(__name__)


class Intake:
    """Takes updates in, each once, those of one chat in order."""

    def __init__(self, process: Process, order: ChatOrder, journal: Journal, pause: Pause = asyncio.sleep) -> None:
        """Take the parts; `open` comes before the first update.

        Args:
            process: what lets the handlers have an update.
            order: gives the turns.
            journal: remembers what is done.
            pause: waits so many seconds.
        """
        self._process = process
        self._order = order
        self._journal = journal
        self._pause = pause
        self.progress = Progress()
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def open(self) -> None:
        """Learn which updates were done before this process began."""
        self.progress = Progress(await self._journal.read())

    @property
    def in_work(self) -> Collection[asyncio.Task[None]]:
        """The updates that are not taken yet."""
        return self._tasks.values()

    def take(self, update: Update) -> asyncio.Task[None] | None:
        """Begin with an update, unless it came before.

        Returns:
            What ends when the update is taken, also where that is in work already; None where it is done.
        """
        number = update.update_id
        if self.progress.begin(number):
            task = self._tasks[number] = asyncio.create_task(self._handle(update))
            task.add_done_callback(lambda _: self._tasks.pop(number))
        return self._tasks.get(number)

    def skip(self, update_id: int) -> None:
        """Count an update as taken that nobody can read."""
        if self.progress.begin(update_id):
            self.progress.finish(update_id)

    async def settle(self, patience: float) -> None:
        """Wait until all is taken, for at most so many seconds."""
        if self._tasks:
            await asyncio.wait(self.in_work, timeout=patience)

    async def advance(self, offset: int, patience: float) -> None:
        """Wait until the offset is another one.

        An update that holds it for longer than `patience` seconds does so no more: it goes on, but a kill loses it.
        Without that, one chat where nothing goes on would in the end keep all others from being heard.
        """
        try:
            async with asyncio.timeout(patience):
                while self.progress.offset == offset:
                    await asyncio.wait(self.in_work, return_when=asyncio.FIRST_COMPLETED)
        except TimeoutError:
            self.progress.finish(offset)
            log.warning("update holds up others, confirmed before it is done", patience=patience)

    async def close(self, patience: float) -> None:
        """Give those in work so many seconds; the others are not taken, and come again to the next process."""
        await self.settle(patience)
        late = list(self.in_work)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _handle(self, update: Update) -> None:
        async with self._order.turn(update):  # also for the note, so that no more are in flight than there are turns
            if await self._answer(update) is not Handling.DROPPED:
                await self._note(update.update_id)
        self.progress.finish(update.update_id)

    async def _answer(self, update: Update) -> Handling:
        """Hand an update over until the handlers are through with it; return what they did with it."""
        backoff = Backoff()
        for _ in range(ATTEMPTS):
            try:
                handling = await self._process(update)
            except Exception:  # an update that fails here fails always, and would hold up all others
                log.exception("update given up")
                return Handling.DONE
            if handling is not Handling.AGAIN:
                return handling
            await self._pause(backoff.next())
        log.error("update given up, nothing could be sent", attempts=ATTEMPTS)
        return Handling.DONE

    async def _note(self, update_id: int) -> None:
        """Note an update as done; where that fails it is still known to this process."""
        try:
            await self._journal.note(update_id)
        except SQLAlchemyError:
            log.exception("finished update not noted")
