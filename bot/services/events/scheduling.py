"""The reminders of an event as they lie in the outbox: put anew whenever something they follow from has changed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ChecklistItem, ChecklistMark, Event, EventState, Invitee, PersonalLead
from bot.services.events.notices import Notice, NoticeKind, Outbox, reminders_prefix
from bot.services.events.reminders import Participation, planned


async def reschedule(
    session: AsyncSession, outbox: Outbox, event: Event, now: dt.datetime, members: Collection[int] | None = None
) -> None:
    """Put the reminders of an event in place of those that wait; the caller commits.

    Args:
        session: has the event as it is to be.
        outbox: where they lie.
        event: in any state; only one that is published has reminders.
        now: aware.
        members: whose; None for all.
    """
    number = event.id or 0
    prefixes = [reminders_prefix(number)] if members is None else [reminders_prefix(number, each) for each in members]
    for prefix in prefixes:
        await outbox.withdraw(session, prefix)
    if event.state is EventState.PUBLISHED:
        await outbox.put(session, planned(await participation(session, event, members), now))


async def refresh(session: AsyncSession, outbox: Outbox, now: dt.datetime) -> None:
    """Put the reminders of the next occurrences of each series: once a day; the caller commits."""
    series = select(Event).where(
        Event.state == EventState.PUBLISHED, col(Event.rule).is_not(None), col(Event.over_at) > now
    )
    for event in (await session.exec(series)).all():
        await reschedule(session, outbox, event, now)


async def again(session: AsyncSession, outbox: Outbox, event: Event, member_id: int, due: dt.datetime) -> bool:
    """Remind somebody once more at a time of their own; False when it would be too late. The caller commits.

    They chose the time themselves, so it stays when the other reminders are put anew.
    """
    if event.state is not EventState.PUBLISHED or event.over_at is None or due >= event.over_at:
        return False
    key = f"again:{event.id}:{member_id}:{int(due.timestamp())}"
    times = (due, event.over_at)
    wanted = Notice(member_id, NoticeKind.BEFORE_START, event.id, *times, key, is_own_time=True)
    await outbox.put(session, [wanted])
    return True


async def participation(session: AsyncSession, event: Event, members: Collection[int] | None = None) -> Participation:
    """Return an event with its checklist and its invitees, all of them or some members only."""
    query = select(Invitee).where(Invitee.event_id == event.id).order_by(col(Invitee.id))
    if members is not None:
        query = query.where(col(Invitee.member_id).in_(members))
    invitees = (await session.exec(query)).all()
    items = (await session.exec(select(ChecklistItem).where(ChecklistItem.event_id == event.id))).all()
    numbers = [item.id for item in items]
    marks = (await session.exec(select(ChecklistMark).where(col(ChecklistMark.item_id).in_(numbers)))).all()
    return Participation(
        event,
        invitees,
        items,
        frozenset((mark.item_id, mark.member_id) for mark in marks),
        await _personal_leads(session, [invitee.member_id for invitee in invitees]),
    )


async def _personal_leads(session: AsyncSession, members: Collection[int]) -> dict[int, list[str]]:
    leads: defaultdict[int, list[str]] = defaultdict(list)
    for row in (await session.exec(select(PersonalLead).where(col(PersonalLead.member_id).in_(members)))).all():
        leads[row.member_id].append(row.lead)
    return dict(leads)
