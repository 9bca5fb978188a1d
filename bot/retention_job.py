"""The daily work of retention, beside the handlers: at 03:00 in the installation's zone, and after a stop at once.

The audit log says when it was done last, so a restart neither skips a day nor does it twice.
"""

import asyncio
from collections.abc import Callable

import structlog

from bot.assistant import Assistant
from bot.daily import Sleep, each_day
from bot.services import retention
from bot.services.periods import Periods
from bot.services.retention import Report, Rules

log = structlog.get_logger(__name__)


async def keep_running(assistant: Callable[[], Assistant], sleep: Sleep = asyncio.sleep) -> None:
    """Do the daily work whenever it is due, until cancelled; a failure is logged and tried again later.

    Args:
        assistant: returns the running one, which a reload replaces.
        sleep: waits for seconds.
    """
    await each_day(lambda: assistant().daily_slot(), lambda: run_if_due(assistant()), "retention", sleep)


async def run_if_due(assistant: Assistant) -> Report | None:
    """Do the daily work unless it was done since the hour it is done at; None where it was."""
    now = assistant.clock()
    async with assistant.database.session() as session:
        last = await retention.last_run(session)
    if last is not None and last >= assistant.daily_slot():
        return None

    rules = Rules(Periods.of(assistant.settings), assistant.key)
    report = await retention.run(assistant.database, rules, now)
    if report.audit is None:
        log.error("the audit log was changed, nothing of it is deleted; see `ilecu audit verify`")
    deleted = sum(report.deleted.values())
    log.info("retention done", deleted=deleted, told=report.told, erased=report.erased, audit=report.audit)
    return report
