"""What is kept too long is deleted, what is not stays."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import AuditRecord, Member, Question
from bot.services import audit, inactivity, retention
from bot.services.deliveries.outcomes import sent
from bot.services.holdings import HOLDINGS, Subject
from bot.services.inactivity import Cutoffs
from bot.services.periods import Periods
from bot.services.retention import Report, Rules
from bot.settings import Settings
from tests.audit_log import fill, tamper, verified
from tests.conftest import NOW, SECRET, TOKEN
from tests.deliveries import claim, note
from tests.holdings import add_with_everything, question
from tests.members import KEY, add, member_of, recorded

RULES = Rules(Periods.of(Settings(token=TOKEN, secret=SECRET, _env_file=None)), KEY)
DAY = dt.timedelta(days=1)
BUDAPEST = ZoneInfo("Europe/Budapest")


async def add_questions(database: Database, ages: Iterable[dt.timedelta]) -> None:
    """Make records of questions asked so long ago."""
    async with database.session() as session:
        session.add_all(question(7, NOW - age, number) for number, age in enumerate(ages))
        await session.commit()


async def ages(database: Database) -> list[dt.timedelta]:
    """Return how old the questions are that are left, youngest first."""
    async with database.session() as session:
        return sorted(NOW - asked_at for asked_at in await session.exec(select(Question.asked_at)))


async def leave_alone(database: Database, chat_id: int, days: int, told: int | None = None) -> None:
    """Let a member be last seen, and told, so many days ago."""
    async with database.session() as session:
        member = await member_of(session, chat_id)
        member.last_seen = NOW.date() - days * DAY
        member.told_on = None if told is None else NOW.date() - told * DAY
        await session.commit()


async def test_a_question_is_kept_for_its_period_and_not_longer(database: Database) -> None:
    second = dt.timedelta(seconds=1)
    await add_questions(database, [DAY, 30 * DAY - second, 30 * DAY, 60 * DAY])
    report = await retention.run(database, RULES, NOW)
    assert report.deleted[Subject.QUESTIONS] == 2
    assert await ages(database) == [DAY, 30 * DAY - second]


async def test_many_rows_go_batch_by_batch(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 3)
    await add_questions(database, [31 * DAY] * 7)
    assert (await retention.run(database, RULES, NOW)).deleted[Subject.QUESTIONS] == 7
    assert await ages(database) == []


async def test_everything_with_a_time_ends(database: Database) -> None:
    await add_with_everything(database, 7, NOW - 181 * DAY)
    report = await retention.run(database, RULES, NOW)
    assert set(report.deleted) == {holding.subject for holding in HOLDINGS if holding.dated}
    assert all(report.deleted.values())


async def test_an_open_request_has_no_end(database: Database) -> None:
    await add_with_everything(database, 7, NOW - 91 * DAY)
    await tamper(database, "UPDATE access_request SET state = 'open', decided_at = NULL")
    assert (await retention.run(database, RULES, NOW)).deleted[Subject.ACCESS_REQUESTS] == 0


async def test_a_second_run_finds_nothing_more(database: Database) -> None:
    await add_with_everything(database, 7, NOW - 91 * DAY)
    await retention.run(database, RULES, NOW)
    again = await retention.run(database, RULES, NOW)
    assert not any(again.deleted.values())


async def test_a_run_is_recorded_with_its_figures(database: Database) -> None:
    await add_questions(database, [31 * DAY])
    await retention.run(database, RULES, NOW)
    async with database.session() as session:
        (record,) = await session.exec(select(AuditRecord))
        assert await retention.last_run(session) == NOW
    assert (record.actor, record.action, record.object) == ("system", "retention_run", "retention:daily")
    assert record.details == '{"audit_is_whole":true,"erased":0,"questions":1,"told":0}'


async def test_a_run_by_hand_does_not_stand_for_the_daily_one(database: Database) -> None:
    await retention.run(database, Rules(RULES.periods, KEY, audit.CLI), NOW)
    async with database.session() as session:
        assert await retention.last_run(session) is None


async def test_old_records_of_the_audit_log_go_and_the_rest_is_unbroken(database: Database) -> None:
    await fill(database, 5)
    later = NOW + 730 * DAY + 3 * DAY
    report = await retention.run(database, RULES, later)
    assert report.audit == 3
    found = await verified(database)
    assert (found.first_break, found.start.sequence) == (None, 3)


async def test_a_log_that_was_changed_is_kept_as_it_is(database: Database) -> None:
    await fill(database, 5)
    await tamper(database, "UPDATE audit_record SET actor = 'cli' WHERE sequence = 2")
    report = await retention.run(database, RULES, NOW + 800 * DAY)
    assert report.audit is None
    assert (await recorded(database))[:5] == ["contact_viewed"] * 5


async def test_who_is_inactive_is_told_once_and_erased_after_the_notice(database: Database) -> None:
    await add_with_everything(database, 7)
    await leave_alone(database, 7, 351)
    reports = []
    for days in (0, 1, 13, 14, 15):
        reports.append(await retention.run(database, RULES, NOW + days * DAY))
        for claimed in await claim(database, NOW + days * DAY):
            await note(database, claimed, sent(1), NOW + days * DAY)
    assert [report.told for report in reports] == [1, 0, 0, 0, 0]
    assert [report.erased for report in reports] == [0, 0, 0, 1, 0]
    async with database.session() as session:
        assert (await session.exec(select(Member))).all() == []


async def test_nobody_is_erased_while_their_notice_waits(database: Database) -> None:
    await add(database, 7)
    await leave_alone(database, 7, 400)
    reports = [await retention.run(database, RULES, NOW + days * DAY) for days in (0, 14, 20)]
    assert [(report.told, report.erased) for report in reports] == [(1, 0), (0, 0), (0, 0)]


async def test_who_comes_back_while_the_run_is_under_way_is_not_erased(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add(database, 7)
    await leave_alone(database, 7, 400, told=20)
    find = inactivity.to_erase

    async def find_and_be_seen(session: AsyncSession, days: Cutoffs) -> object:
        found = await find(session, days)
        await leave_alone(database, 7, 0)
        return found

    monkeypatch.setattr(inactivity, "to_erase", find_and_be_seen)
    assert (await retention.run(database, RULES, NOW)).erased == 0


async def test_a_forecast_says_what_a_run_does_and_changes_nothing(database: Database) -> None:
    await add_with_everything(database, 7, NOW - 91 * DAY)
    await add(database, 8)
    await leave_alone(database, 7, 400, told=20)
    await leave_alone(database, 8, 355)
    before = await recorded(database)
    report = await retention.forecast(database, RULES, NOW)
    assert (report.told, report.erased, report.audit) == (1, 1, 0)
    assert await recorded(database) == before
    assert await retention.run(database, RULES, NOW) == Report(report.deleted, 1, 1, 0)


async def test_a_forecast_says_that_the_log_was_changed(database: Database) -> None:
    await fill(database, 2)
    await tamper(database, "UPDATE audit_record SET actor = 'cli' WHERE sequence = 1")
    assert (await retention.forecast(database, RULES, NOW)).audit is None


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        pytest.param("2026-11-24T02:00+00:00", "2026-11-24T02:00+00:00", id="at the hour"),
        pytest.param("2026-11-24T01:59+00:00", "2026-11-23T02:00+00:00", id="before it"),
        pytest.param("2026-11-24T23:30+00:00", "2026-11-24T02:00+00:00", id="after midnight there"),
        pytest.param("2026-07-01T12:00+00:00", "2026-07-01T01:00+00:00", id="summer time"),
        pytest.param("2026-03-29T12:00+00:00", "2026-03-29T01:00+00:00", id="the night the clocks go forward"),
        pytest.param("2026-10-25T01:30+00:00", "2026-10-24T01:00+00:00", id="the night they go back, before the hour"),
    ],
)
def test_the_daily_run_is_due_at_three_in_the_zone_of_the_installation(now: str, slot: str) -> None:
    found = retention.latest_slot(dt.datetime.fromisoformat(now), BUDAPEST)
    assert found == dt.datetime.fromisoformat(slot)
