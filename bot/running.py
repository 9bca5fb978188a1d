"""The life of an assistant that polls: begin, answer until a signal comes, end in order.

Takes the place of PTB's `run_polling`, whose updates are lost by a kill (see `bot.polling`); the hooks of the
Application are called as it does.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError

from bot.assistant import Assistant
from bot.backoff import Backoff
from bot.context import ASSISTANT, HANDLING, BotApplication, Handling
from bot.intake import Intake, Process
from bot.journal import Journal
from bot.ordering import ChatOrder
from bot.polling import Poller

SIGNALS = (signal.SIGINT, signal.SIGTERM)
Hook = Callable[[BotApplication], Awaitable[None]]
log = structlog.get_logger(__name__)


async def run(application: BotApplication, kinds: Sequence[str]) -> None:
    """Run until a signal comes; a second one ends it at once.

    Args:
        application: built, with its hooks; has no updater.
        kinds: of updates that are asked for.

    Raises:
        InvalidToken: the server does not know the bot (any more).
    """
    work = asyncio.create_task(_live(application, kinds))
    with _signals(work.cancel), suppress(asyncio.CancelledError):
        await work


async def open_intake(application: BotApplication) -> Intake:
    """Return the intake of an Application that is initialized, whoever brings it updates.

    It remembers what earlier processes did.
    """
    assistant: Assistant = application.bot_data[ASSISTANT]
    order = ChatOrder(assistant.settings.concurrency)
    intake = Intake(_processing(application), order, Journal(assistant.database, application.bot.id))
    await intake.open()
    return intake


async def _live(application: BotApplication, kinds: Sequence[str]) -> None:
    async with AsyncExitStack() as stack:
        stack.push_async_callback(_call, application, application.post_shutdown)
        await _insist(application.initialize)
        stack.push_async_callback(application.shutdown)
        stack.push_async_callback(_call, application, application.post_stop)
        await _call(application, application.post_init)
        await _insist(application.bot.delete_webhook)
        await application.start()
        stack.push_async_callback(application.stop)
        poller = Poller(application.bot, await open_intake(application), kinds)
        stack.push_async_callback(poller.close)
        await poller.run()


def _processing(application: BotApplication) -> Process:
    """Return what lets the handlers have an update and tells what they did with it."""
    marks: dict[int, Handling] = application.bot_data.setdefault(HANDLING, {})

    async def process(update: Update) -> Handling:
        await application.process_update(update)
        return marks.pop(update.update_id, Handling.DONE)

    return process


async def _insist(action: Callable[[], Awaitable[object]]) -> None:
    """Do something until the server can be reached."""
    backoff = Backoff()
    while True:
        try:
            await action()
        except InvalidToken:
            raise
        except TelegramError as error:
            wait = backoff.next()
            log.warning("server not reached", error=type(error).__name__, wait=round(wait, 1))
            await asyncio.sleep(wait)
        else:
            return


async def _call(application: BotApplication, hook: Hook | None) -> None:
    if hook is not None:
        await hook(application)


@contextmanager
def _signals(act: Callable[[], object]) -> Iterator[None]:
    """Act on each signal to stop while the block runs; a system without handlers of signals has Ctrl+C alone."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):
        for number in SIGNALS:
            loop.add_signal_handler(number, act)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in SIGNALS:
                loop.remove_signal_handler(number)
