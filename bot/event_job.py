"""The daily work of events, beside the handlers: series that go on get the reminders of their next occurrences."""

import asyncio
from collections.abc import Callable

from bot.assistant import Assistant
from bot.daily import Sleep, each_day
from bot.services.events import scheduling


async def keep_running(assistant: Callable[[], Assistant], sleep: Sleep = asyncio.sleep) -> None:
    """Put reminders once a day, until cancelled; those that were sent stay sent.

    Args:
        assistant: returns the running one, which a reload replaces.
        sleep: waits for seconds.
    """
    await each_day(lambda: assistant().daily_slot(), lambda: refresh(assistant()), "events", sleep)


async def refresh(assistant: Assistant) -> None:
    """Put the reminders of all series into the queue."""
    async with assistant.database.session() as session:
        await scheduling.refresh(session, assistant.outbox, assistant.clock())
        await session.commit()
