"""Earlier events to begin from, and a new draft like one of them, on another day."""

import datetime as dt
from dataclasses import replace

from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.rules import read_rule
from bot.models import ChecklistItem, Event, EventAudience, EventDocument, EventQuota, EventState, EventText
from bot.services.actors import Actor
from bot.services.events import held
from bot.services.events.timing import settle
from bot.services.permissions import Action
from bot.times import instant, wall, zone

PARTS: tuple[type[SQLModel], ...] = (EventText, EventAudience, EventQuota, ChecklistItem, EventDocument)
NOT_COPIED = {"id", "state", "sequence", "confirm_sequence", "cancel_reason", "created_by", "created_at", "changed_at"}


MOST_EARLIER = 200


async def earlier(session: AsyncSession, actor: Actor) -> list[Event]:
    """Return the events that the actor may copy, also those that are over or cancelled; the latest start first."""
    query = select(Event).where(col(Event.state) != EventState.DRAFT, col(Event.start).is_not(None))
    found = (await session.exec(query.order_by(col(Event.start).desc(), col(Event.id).desc()))).all()
    return [event for event in found if actor.access.may(Action.PLAN_EVENTS, event.host_country)][:MOST_EARLIER]


async def copy(session: AsyncSession, actor: Actor, event_id: int, first_day: dt.date) -> Event:
    """Return a draft with all that an event has, moved by whole days at the venue's hours; the caller commits.

    Who was invited and what they answered stays behind. A rule that ends on a day keeps that day; days on which the
    earlier event did not take place mean nothing to the new one.

    Args:
        session: of the caller.
        actor: who plans the new one.
        event_id: of an event in any state.
        first_day: on which the new one begins, by the venue's calendar.

    Raises:
        EventGoneError: there is no such event.
        NotAllowedError: it is of a country whose events the actor does not plan.
    """
    earlier = await held.planned(session, actor, event_id)
    draft = Event(
        **earlier.model_dump(exclude=NOT_COPIED),
        state=EventState.DRAFT,
        created_by=actor.access.member_id,
        created_at=actor.now,
    )
    days = first_day - earlier.start.date() if earlier.start else dt.timedelta()
    _move(draft, days)
    session.add(draft)
    await session.flush()
    for part in PARTS:
        await _copy_parts(session, part, earlier, draft, days)
    await session.flush()
    return draft


def _move(event: Event, days: dt.timedelta) -> None:
    if event.start and event.end:
        event.start, event.end = event.start + days, event.end + days
    event.answer_by = _moved(event, event.answer_by, days) if event.answer_by else None
    event.rule = str(replace(read_rule(event.rule), excluded=())) if event.rule else None
    settle(event)


async def _copy_parts(
    session: AsyncSession, part: type[SQLModel], earlier: Event, draft: Event, days: dt.timedelta
) -> None:
    rows = await session.exec(select(part).where(part.event_id == earlier.id))  # type: ignore[attr-defined]  # all have it
    for row in rows.all():
        fields = row.model_dump(exclude={"id"}) | {"event_id": draft.id}
        if "due_at" in fields:
            fields["due_at"] = _moved(draft, fields["due_at"], days)
        session.add(part(**fields))


def _moved(event: Event, moment: dt.datetime, days: dt.timedelta) -> dt.datetime:
    """Return the instant so many days later at the same hour of the venue."""
    place = zone(event.zone or "UTC")
    return instant(wall(moment, place) + days, place)
