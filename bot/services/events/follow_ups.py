"""Personal follow-ups: what somebody waits for, without personal data, and when to remind them of it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import guard
from bot.calendars.texts import typed_line
from bot.models import FollowUp
from bot.services.events.notices import Notice, NoticeKind, Outbox
from bot.times import instant, wall
from bot.times.months import add_months
from knowledge.article import Duration

MOST_OPEN = 50
LONGEST_TEXT = 200
LONGEST = dt.timedelta(days=5 * 366)
USEFUL = dt.timedelta(days=30)
"""A reminder that could not be sent is still of use for so long."""
CLOCK_UNITS = {"minute": dt.timedelta(minutes=1), "hour": dt.timedelta(hours=1)}
MONTHS = {"month": 1, "year": 12}


class FollowUpProblem(StrEnum):
    """Why a follow-up is not taken."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    PERSONAL_DATA = "personal_data"
    PAST = "past"
    TOO_FAR = "too_far"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Wanted:
    """A follow-up to be set.

    Attributes:
        text: as typed.
        due_at: aware.
        article_id: whose deadline it is; None for any other.
    """

    text: str
    due_at: dt.datetime
    article_id: str | None = None


async def create(
    session: AsyncSession, outbox: Outbox, member_id: int, wanted: Wanted, now: dt.datetime
) -> FollowUp | FollowUpProblem:
    """Set a follow-up; one with personal data is refused and nothing of it kept. The caller commits."""
    text = typed_line(wanted.text)
    problem = _problem(text, wanted.due_at, now)
    if problem is None and len(await open_of(session, member_id)) >= MOST_OPEN:
        problem = FollowUpProblem.TOO_MANY
    if problem is not None:
        return problem
    made = FollowUp(member_id=member_id, text=text, due_at=wanted.due_at, article_id=wanted.article_id, created_at=now)
    session.add(made)
    await session.flush()
    await outbox.put(session, [_notice(made)])
    return made


async def open_of(session: AsyncSession, member_id: int) -> list[FollowUp]:
    """Return what somebody waits for, the earliest first."""
    query = select(FollowUp).where(FollowUp.member_id == member_id, col(FollowUp.done_at).is_(None))
    return list((await session.exec(query.order_by(col(FollowUp.due_at), col(FollowUp.id)))).all())


async def snooze(
    session: AsyncSession, outbox: Outbox, follow_up: FollowUp, due_at: dt.datetime, now: dt.datetime
) -> FollowUpProblem | None:
    """Move a follow-up that is open; the caller has found it by `own`, and commits."""
    problem = _problem_of_time(due_at, now)
    if problem is None:
        await outbox.withdraw(session, _prefix(follow_up))
        follow_up.due_at = due_at
        session.add(follow_up)
        await session.flush()
        await outbox.put(session, [_notice(follow_up)])
    return problem


async def finish(session: AsyncSession, outbox: Outbox, follow_up: FollowUp, now: dt.datetime) -> None:
    """Note that somebody waits no longer; the caller has found it by `own`, and commits."""
    await outbox.withdraw(session, _prefix(follow_up))
    follow_up.done_at = now
    session.add(follow_up)
    await session.flush()


async def own(session: AsyncSession, member_id: int, follow_up_id: int) -> FollowUp | None:
    """Return an open follow-up of somebody; None for what is done, not there, or somebody else's."""
    found = await session.get(FollowUp, follow_up_id, populate_existing=True)
    is_own = found is not None and found.member_id == member_id and found.done_at is None
    return found if is_own else None


def days_later(days: int, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the instant (UTC) so many days later at the same hour of the officer's clock."""
    return instant(wall(now, zone) + dt.timedelta(days=days), zone)


def deadline(duration: Duration, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return when a time limit of an article that begins now has run out, as an instant (UTC).

    Hours and minutes pass as they are, also at night and when clocks change: 8 hours are 8 hours. Days are calendar
    days of the officer's zone, and months and years go by the calendar; both end at the same hour, since the articles
    name no other one.
    """
    if duration.unit in CLOCK_UNITS:
        return now.astimezone(dt.UTC) + duration.count * CLOCK_UNITS[duration.unit]
    clock = wall(now, zone)
    if duration.unit in MONTHS:
        day = add_months(clock.date(), duration.count * MONTHS[duration.unit])
    else:
        day = clock.date() + dt.timedelta(days=duration.count)
    return instant(dt.datetime.combine(day, clock.time()), zone)


def _problem(text: str, due_at: dt.datetime, now: dt.datetime) -> FollowUpProblem | None:
    if not text:
        return FollowUpProblem.EMPTY
    if len(text) > LONGEST_TEXT:
        return FollowUpProblem.TOO_LONG
    return FollowUpProblem.PERSONAL_DATA if guard.find(text) else _problem_of_time(due_at, now)


def _problem_of_time(due_at: dt.datetime, now: dt.datetime) -> FollowUpProblem | None:
    if due_at <= now:
        return FollowUpProblem.PAST
    return FollowUpProblem.TOO_FAR if due_at - now > LONGEST else None


def _notice(of: FollowUp) -> Notice:
    key = f"{_prefix(of)}{int(of.due_at.timestamp())}"
    details = {"follow_up": of.id or 0}
    times = (of.due_at, of.due_at + USEFUL)
    return Notice(of.member_id, NoticeKind.FOLLOW_UP, None, *times, key, details, is_own_time=True)


def _prefix(of: FollowUp) -> str:
    return f"{NoticeKind.FOLLOW_UP}:{of.id}:"
