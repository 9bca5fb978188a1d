"""The daily work: due, done, caught up, and what may fail."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy.exc import OperationalError

from bot import daily, retention_job
from bot.assistant import Assistant
from bot.context import ASSISTANT
from bot.i18n import Languages
from bot.services import retention
from bot.services.periods import Periods
from bot.views import privacy
from tests.chat import Person, Room
from tests.conftest import NOW
from tests.members import member_of, recorded
from tests.views.telegram import accept

DAY = dt.timedelta(days=1)


def at(room: Room, now: dt.datetime) -> Assistant:
    """Return the assistant at a time."""
    parts: Assistant = room.application.bot_data[ASSISTANT]
    return Assistant(parts.settings, parts.database, parts.knowledge, parts.languages, lambda: now)


async def away(room: Room, person: Person, days: int, locale: str | None = None) -> None:
    """Let somebody be known, and away for days."""
    await person.asks("/language")
    await person.presses(person.persona.messages()[-1], "Magyar")
    async with at(room, NOW).database.session() as session:
        member = await member_of(session, person.persona.user_id)
        member.last_seen, member.locale = NOW.date() - days * DAY, locale
        await session.commit()


async def run(room: Room, now: dt.datetime) -> retention.Report | None:
    """Do the daily work if it is due."""
    return await retention_job.run_if_due(at(room, now))


async def test_it_is_done_once_a_day(room: Room) -> None:
    days = [0, 0, 1, 1]
    reports = [await run(room, NOW + day * DAY) for day in days]
    assert [report is not None for report in reports] == [True, False, True, False]


async def test_after_a_stop_it_is_caught_up_once(room: Room) -> None:
    await run(room, NOW)
    late = NOW + 5 * DAY
    assert await run(room, late) is not None
    assert await run(room, late + dt.timedelta(hours=1)) is None


@pytest.mark.parametrize("locale", ["en", "hu", "ka"])
async def test_somebody_who_stays_away_is_told_in_their_language(room: Room, languages: Languages, locale: str) -> None:
    person, assistant = room.person("officer-tbilisi"), at(room, NOW)
    await away(room, person, 355, locale)
    report = await run(room, NOW)
    assert report is not None
    assert report.told == 1
    await room.deliver()
    notice = privacy.inactivity_notice(Periods.of(assistant.settings), languages.translator(locale))
    assert [person.persona.messages()[-1]["text"]] == accept(notice)


class Pauses:
    """Sleeps that end at once, and the last one with the task."""

    def __init__(self, number: int) -> None:
        self.left = number

    async def __call__(self, seconds: float) -> None:
        """Wait for no time."""
        assert seconds == daily.CHECK_INTERVAL
        self.left -= 1
        if not self.left:
            raise asyncio.CancelledError


async def test_it_goes_on_until_it_is_cancelled_and_works_once(room: Room) -> None:
    with pytest.raises(asyncio.CancelledError):
        await retention_job.keep_running(lambda: at(room, NOW), Pauses(3))
    assert (await recorded(at(room, NOW).database)).count("retention_run") == 1


async def test_a_failure_of_the_database_does_not_end_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    last_run, failures = retention.last_run, iter([True, False])

    async def fail_once(session: object) -> dt.datetime | None:
        if next(failures):
            raise OperationalError("SELECT", None, Exception("locked"))
        return await last_run(session)  # type: ignore[arg-type]  # the session of the job

    monkeypatch.setattr(retention, "last_run", fail_once)
    with pytest.raises(asyncio.CancelledError):
        await retention_job.keep_running(lambda: at(room, NOW), Pauses(2))
    assert (await recorded(at(room, NOW).database)).count("retention_run") == 1
