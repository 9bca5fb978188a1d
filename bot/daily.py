"""What is done once a day beside the handlers."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

CHECK_INTERVAL = 60.0
"""Seconds between two looks at the clock: one that a demo moves on is not noticed by sleeping until the hour."""
Sleep = Callable[[float], Awaitable[None]]
log = structlog.get_logger(__name__)


async def each_day(
    slot: Callable[[], dt.datetime], work: Callable[[], Awaitable[object]], name: str, sleep: Sleep = asyncio.sleep
) -> None:
    """Do the work at once, and whenever the slot is another one, until cancelled.

    A failure is logged and tried again later; so the work must bear being done twice, as after a restart.

    Args:
        slot: returns when the newest run should have been.
        work: what is done.
        name: for the log.
        sleep: waits for seconds.
    """
    done = None
    while True:
        current = slot()
        try:
            if current != done:
                await work()
                done = current
        except (SQLAlchemyError, OSError, ValueError) as error:
            log.warning("daily work failed", work=name, error=type(error).__name__)
        await sleep(CHECK_INTERVAL)
