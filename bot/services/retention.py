"""What is kept too long is deleted, once a day; running it again the same day changes nothing more.

Rows go in small batches, each committed at once, so that nobody who asks something meanwhile waits for long.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.database import Database
from bot.models import AuditRecord
from bot.services import audit, inactivity, inactivity_notices, own_data
from bot.services.audit_chain import lock
from bot.services.audit_entry import Code
from bot.services.holdings import HOLDINGS, DataSubject, Holding, Subject
from bot.services.periods import Keep, Periods

BATCH = 500
"""Rows deleted in one transaction; SQLite lets nobody else write meanwhile."""
HOUR = dt.time(3)
"""In the zone of the installation: hardly anybody is awake, and a day's end has passed in all zones of the network."""
DAILY = "retention:daily"
"""The object of the audit record of a daily run."""


@dataclass(frozen=True)
class Rules:
    """What a run goes by.

    Attributes:
        periods: how long things are kept.
        key: the secret of the installation.
        by: who runs it, as the audit log calls them: `audit.SYSTEM` for the daily run.
    """

    periods: Periods
    key: bytes = field(repr=False)
    by: str = audit.SYSTEM


@dataclass(frozen=True)
class Report:
    """What was deleted, or would be.

    Attributes:
        deleted: rows by what they are; only what retention deletes row by row.
        told: members who were told that they will be erased.
        erased: members who had been told and stayed away.
        audit: records of the audit log; None where it was changed by somebody, and so is left as it is.
    """

    deleted: Mapping[Subject, int]
    told: int
    erased: int
    audit: int | None


def latest_slot(now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return when the newest daily run should have been, in UTC.

    Args:
        now: aware.
        zone: of the installation.
    """
    local = now.astimezone(zone)
    today = dt.datetime.combine(local.date(), HOUR, zone)
    slot = today if today <= local else dt.datetime.combine(local.date() - dt.timedelta(days=1), HOUR, zone)
    return slot.astimezone(dt.UTC)


async def last_run(session: AsyncSession) -> dt.datetime | None:
    """Return when the newest daily run was, by the audit log; None for never."""
    query = select(func.max(AuditRecord.at)).where(
        AuditRecord.action == audit.Action.RETENTION_RUN, AuditRecord.object == DAILY, AuditRecord.actor == audit.SYSTEM
    )
    return (await session.exec(query)).one()


async def forecast(database: Database, rules: Rules, now: dt.datetime) -> Report:
    """Return what a run would do now; nothing is changed."""
    days = inactivity.cutoffs(rules.periods, now.date())
    async with database.session() as session:
        connection = await session.connection()
        rows = {}
        for holding in _dated():
            query = sa.select(sa.func.count()).select_from(holding.rows).where(_expired(holding, rules.periods, now))
            rows[holding.subject] = int((await connection.execute(query)).scalar_one())
        told, erased = await inactivity.to_tell(session, days), await inactivity.to_erase(session, days)
        old = select(func.count()).select_from(AuditRecord).where(col(AuditRecord.at) < _audit_end(rules.periods, now))
        is_whole = (await audit.verify(session)).first_break is None
        return Report(rows, len(told), len(erased), (await session.exec(old)).one() if is_whole else None)


async def run(database: Database, rules: Rules, now: dt.datetime) -> Report:
    """Delete what is kept too long, tell those who will be erased, and record it in the audit log.

    Args:
        database: in which each step is a transaction of its own.
        rules: what to go by.
        now: aware.
    """
    rows = {holding.subject: await _expire(database, holding, rules.periods, now) for holding in _dated()}
    days = inactivity.cutoffs(rules.periods, now.date())
    erased = await _erase_inactive(database, rules, days, now)
    async with database.session() as session:
        told = await inactivity_notices.tell(session, days, now)
        await session.commit()
    report = Report(rows, told, erased, await _prune_audit(database, rules.periods, now))
    async with database.session() as session:
        await audit.record(session, _entry(report, rules.by), now)
        await session.commit()
    return report


def _dated() -> list[Holding]:
    return [holding for holding in HOLDINGS if holding.dated is not None]


def _expired(holding: Holding, periods: Periods, now: dt.datetime) -> sa.ColumnElement[bool]:
    """Return which rows of a holding are kept too long; those without a time never are."""
    return holding.column(str(holding.dated)) <= now - periods.kept[holding.keep]


async def _expire(database: Database, holding: Holding, periods: Periods, now: dt.datetime) -> int:
    key = sa.tuple_(*holding.rows.primary_key)
    chosen = sa.select(*holding.rows.primary_key).where(_expired(holding, periods, now)).limit(BATCH)
    deleted = 0
    while True:
        async with database.engine.begin() as connection:
            batch = (await connection.execute(sa.delete(holding.rows).where(key.in_(chosen)))).rowcount
        deleted += batch
        if batch < BATCH:
            return deleted


async def _erase_inactive(database: Database, rules: Rules, days: inactivity.Cutoffs, now: dt.datetime) -> int:
    async with database.session() as session:
        found = await inactivity.to_erase(session, days)
    erased = 0
    for member in found:
        person = DataSubject(member.id, member.channel, member.chat_id, rules.key)
        async with database.session() as session:
            await lock(session)  # from here on nobody else writes, and who comes back comes too late or in time
            if await inactivity.is_to_erase(session, member.id, days):
                outcome = await own_data.erase(session, person, rules.by, now)
                erased += outcome is own_data.Outcome.DONE
                await session.commit()
    return erased


async def _prune_audit(database: Database, periods: Periods, now: dt.datetime) -> int | None:
    """Delete old records of a log that nobody has changed: what is deleted cannot be verified any more."""
    async with database.session() as session:
        if (await audit.verify(session)).first_break is not None:
            return None
        pruned = await audit.prune(session, _audit_end(periods, now), now)
        await session.commit()
        return pruned


def _audit_end(periods: Periods, now: dt.datetime) -> dt.datetime:
    return now - periods.kept[Keep.AUDIT]


def _entry(report: Report, by: str) -> audit.Entry:
    details: dict[str, Code] = {str(what): rows for what, rows in report.deleted.items() if rows}
    details |= {"told": report.told, "erased": report.erased, "audit_is_whole": report.audit is not None}
    named = DAILY if by == audit.SYSTEM else "retention:by_hand"
    return audit.Entry(by, audit.Action.RETENTION_RUN, named, details)
