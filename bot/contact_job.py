"""The daily work of contacts, beside the handlers: owners are asked whether theirs are still right."""

import asyncio
from collections.abc import Callable

import structlog

from bot.assistant import Assistant
from bot.daily import Sleep, each_day
from bot.services import contact_notices

log = structlog.get_logger(__name__)


async def keep_running(assistant: Callable[[], Assistant], sleep: Sleep = asyncio.sleep) -> None:
    """Ask once a day, until cancelled; nobody is asked twice, and not in their quiet hours.

    Args:
        assistant: returns the running one, which a reload replaces.
        sleep: waits for seconds.
    """
    await each_day(lambda: assistant().daily_slot(), lambda: ask_owners(assistant()), "contacts", sleep)


async def ask_owners(assistant: Assistant) -> int:
    """Put a question into the queue for each contact point that has to be confirmed; return how many."""
    days = assistant.settings.contact_confirmation_days
    async with assistant.database.session() as session:
        asked = await contact_notices.ask_owners(session, assistant.clock(), days)
        await session.commit()
    log.info("owners asked", contacts=asked)
    return asked
