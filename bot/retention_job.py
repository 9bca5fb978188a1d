"""The daily work of retention, beside the handlers: at 03:00 in the installation's zone, and after a stop at once.

The audit log says when it was done last, so a restart neither skips a day nor does it twice.
"""

import asyncio
from collections.abc import Callable

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot import sender
from bot.assistant import Assistant
from bot.daily import Sleep, each_day
from bot.models import Member
from bot.services import retention
from bot.services.people import locale_of
from bot.services.periods import Periods
from bot.services.retention import Report, Rules
from bot.views import privacy as views

log = structlog.get_logger(__name__)


async def keep_running(assistant: Callable[[], Assistant], bot: Bot, sleep: Sleep = asyncio.sleep) -> None:
    """Do the daily work whenever it is due, until cancelled; a failure is logged and tried again later.

    Args:
        assistant: returns the running one, which a reload replaces.
        bot: tells members that they will be erased.
        sleep: waits for seconds.
    """
    await each_day(lambda: assistant().daily_slot(), lambda: run_if_due(assistant(), bot), "retention", sleep)


async def run_if_due(assistant: Assistant, bot: Bot) -> Report | None:
    """Do the daily work unless it was done since the hour it is done at; None where it was."""
    now = assistant.clock()
    async with assistant.database.session() as session:
        last = await retention.last_run(session)
    if last is not None and last >= assistant.daily_slot():
        return None

    async def tell(member: Member) -> bool:
        return await tell_inactive(member, assistant, bot)

    rules = Rules(Periods.of(assistant.settings), assistant.key)
    report = await retention.run(assistant.database, rules, now, tell)
    if report.audit is None:
        log.error("the audit log was changed, nothing of it is deleted; see `ilecu audit verify`")
    deleted = sum(report.deleted.values())
    log.info("retention done", deleted=deleted, told=report.told, erased=report.erased, audit=report.audit)
    return report


async def tell_inactive(member: Member, assistant: Assistant, bot: Bot) -> bool:
    """Tell a member that they will be erased; False where it can be tried again tomorrow."""
    translator = assistant.languages.translator(locale_of(member))
    view = views.inactivity_notice(Periods.of(assistant.settings), translator)
    try:
        await sender.tell(bot, member.chat_id, view)
    except TelegramError as error:
        log.warning("notice not sent", error=type(error).__name__)
        return False
    return True
