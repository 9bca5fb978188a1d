"""Series of events get reminders of their next occurrences, day by day."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest

from bot import event_job
from bot.assistant import Assistant
from bot.context import ASSISTANT
from bot.database import Database
from tests.chat import Room
from tests.deliveries import rows
from tests.outbox import event, store
from tests.test_contact_job import Days


async def test_the_reminders_of_a_series_move_on_with_the_days(room: Room, database: Database) -> None:
    await store(database, event(rule="FREQ=WEEKLY", leads=["1d"]), [1])
    assistant: Assistant = room.application.bot_data[ASSISTANT]
    days = Days(2)

    def running() -> Assistant:
        return replace(assistant, clock=lambda: dt.datetime(2027, 3, 9, tzinfo=dt.UTC) + dt.timedelta(7 * days.passed))

    with pytest.raises(asyncio.CancelledError):
        await event_job.keep_running(running, days)
    waiting = {row.due_at.date() for row in await rows(database) if ":start-" in row.key}
    assert waiting == {dt.date(2027, 3, day) for day in (21, 28)} | {dt.date(2027, 4, 4)}
