"""Participants of events as an audience: whom of which event, and the events a coordinator can choose from.

A value is `7-invited` or `7-coming`. Who is invited is read when the broadcast is confirmed, and frozen then like the
rest of the audience. An event gives no further reach than its author has: of guests from other countries a coordinator
of one country writes to none.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Answer, BroadcastAudience, Event, EventState, EventText, Invitee, Member, ReceiverKind
from bot.services.actors import Actor
from bot.services.events import texts
from bot.services.permissions import Action

OVER = dt.timedelta(days=30)
"""So long after its end an event can be chosen."""
SEPARATOR = "-"


class Whom(StrEnum):
    """Whom of an event; the values stay in tables and buttons."""

    INVITED = "invited"
    """All who were invited, whatever they answered."""
    COMING = "coming"
    """Those who said yes and have a seat."""


@dataclass(frozen=True)
class Gathering:
    """What an event is called by.

    Attributes:
        texts: in all its languages.
        day: on which it begins, in its own zone.
    """

    texts: Sequence[EventText]
    day: dt.date


def value_of(event_id: int, whom: Whom) -> str:
    """Return the value of a condition."""
    return f"{event_id}{SEPARATOR}{whom}"


def read_value(value: str) -> tuple[int, Whom]:
    """Return event and whom of it.

    Raises:
        ValueError: it is no such value.
    """
    event_id, _, whom = value.partition(SEPARATOR)
    return int(event_id), Whom(whom)


def takes_part(values: Iterable[str]) -> ColumnElement[bool]:
    """Return whether a member is one of those that any of the values names."""
    chosen: dict[Whom, list[int]] = {whom: [] for whom in Whom}
    for event_id, whom in map(read_value, values):
        chosen[whom].append(event_id)
    is_coming = sa.and_(col(Invitee.event_id).in_(chosen[Whom.COMING]), col(Invitee.answer) == Answer.YES)
    is_chosen = sa.or_(col(Invitee.event_id).in_(chosen[Whom.INVITED]), is_coming)
    return col(Member.id).in_(select(Invitee.member_id).where(is_chosen))


async def counts(session: AsyncSession, actor: Actor, in_reach: Sequence[ColumnElement[bool]]) -> Counter[str]:
    """Return how many members in reach each value has that can be chosen, next event first; none without any."""
    numbers = [event.id for event in await _choosable(session, actor)]
    query = select(Invitee.event_id, Invitee.answer).join(Member, col(Member.id) == Invitee.member_id)
    found = (await session.exec(query.where(col(Invitee.event_id).in_(numbers), *in_reach))).all()
    invited = Counter(value_of(event_id, Whom.INVITED) for event_id, _ in found)
    coming = Counter(value_of(event_id, Whom.COMING) for event_id, answer in found if answer is Answer.YES)
    together = invited + coming
    in_order = [value_of(number or 0, whom) for number in numbers for whom in Whom]
    return Counter({value: together[value] for value in in_order if together[value]})


async def gatherings(
    session: AsyncSession, actor: Actor, chosen: Iterable[BroadcastAudience]
) -> Mapping[int, Gathering]:
    """Return the events that were chosen or can be, by number; one that is gone is left out."""
    numbers = {read_value(each.value)[0] for each in chosen if each.kind is ReceiverKind.EVENT}
    before = (await session.exec(select(Event).where(col(Event.id).in_(numbers)))).all() if numbers else []
    events = {event.id: event for event in (*before, *await _choosable(session, actor)) if event.id is not None}
    written = await texts.of_events(session, events)
    return {number: Gathering(written[number], event.start.date()) for number, event in events.items() if event.start}


async def _choosable(session: AsyncSession, actor: Actor) -> list[Event]:
    """Return the events that the actor may plan and that are not long over, by their start."""
    query = select(Event).where(col(Event.state) != EventState.DRAFT, col(Event.over_at) > actor.now - OVER)
    found = (await session.exec(query.order_by(col(Event.starts_at), col(Event.id)))).all()
    return [event for event in found if actor.access.may(Action.PLAN_EVENTS, event.host_country)]
