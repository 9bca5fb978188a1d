"""When somebody wants to be reminded: of one event, or of all that they chose nothing for.

What they chose for one event stands before what they chose for all, and that before what its organiser suggests.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, EventState, Invitee, PersonalLead
from bot.services.actors import Actor
from bot.services.events import invitees
from bot.services.events.leads import MOST_LEADS, in_order
from bot.services.events.notices import Outbox
from bot.services.events.scheduling import reschedule

OFFERED = ("14d", "7d", "3d", "1d", "2h", "1h")
"""With buttons; others are typed."""


class LeadRefusal(StrEnum):
    """Why a choice is not taken."""

    GONE = "gone"
    TOO_MANY = "too_many"


class Source(StrEnum):
    """Who chose the reminders that somebody gets."""

    EVENT = "event"
    ALL = "all"
    ORGANISER = "organiser"


@dataclass(frozen=True)
class Leads:
    """The reminders before a start that somebody gets.

    Attributes:
        leads: written, the longest first; [] for none. Of all events without a choice: [], they differ.
        source: EVENT is their choice for this one, ALL that for all.
    """

    leads: Sequence[str]
    source: Source


async def of_all(session: AsyncSession, actor: Actor) -> Leads:
    """Return what somebody chose for all events."""
    rows = await _rows(session, actor.access.member_id or 0)
    return Leads(in_order(row.lead for row in rows), Source.ALL if rows else Source.ORGANISER)


async def of_event(session: AsyncSession, actor: Actor, event_id: int) -> Leads | None:
    """Return when somebody is reminded of an event; None where they are not invited, or it is over or cancelled."""
    found = await _open(session, actor, event_id)
    if found is None:
        return None
    event, own = found
    if own.leads is not None:
        return Leads(own.leads.split(), Source.EVENT)
    general = await of_all(session, actor)
    return general if general.source is Source.ALL else Leads(in_order(event.leads), Source.ORGANISER)


async def choose(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int | None, wanted: tuple[str, bool]
) -> LeadRefusal | None:
    """Add a reminder or take one away; what waits to be sent follows. The caller commits.

    Args:
        session: of the caller.
        outbox: where reminders lie.
        actor: whose.
        event_id: of which event; None for all.
        wanted: a written lead, and whether it is wanted.
    """
    lead, is_wanted = wanted
    now_chosen = await (of_all(session, actor) if event_id is None else of_event(session, actor, event_id))
    if now_chosen is None:
        return LeadRefusal.GONE
    leads = in_order({*now_chosen.leads, lead} if is_wanted else {*now_chosen.leads} - {lead})
    if len(leads) > MOST_LEADS and is_wanted:
        return LeadRefusal.TOO_MANY
    await _write(session, outbox, actor, event_id, leads)
    return None


async def reset(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int | None) -> LeadRefusal | None:
    """Forget what somebody chose for an event, or for all; the caller commits."""
    if event_id is not None and await _open(session, actor, event_id) is None:
        return LeadRefusal.GONE
    await _write(session, outbox, actor, event_id, None)
    return None


async def _write(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int | None, leads: Sequence[str] | None
) -> None:
    member_id = actor.access.member_id or 0
    if event_id is None:
        await _write_all(session, actor, leads or ())
        events = await _affected(session, member_id, actor.now)
    else:
        own, event = await invitees.find(session, event_id, member_id), await session.get_one(Event, event_id)
        events = [event]
        if own is not None:
            own.leads, own.leads_at = (None, None) if leads is None else (" ".join(leads), actor.now)
            session.add(own)
    await session.flush()
    for event in events:
        await reschedule(session, outbox, event, actor.now, [member_id])


async def _write_all(session: AsyncSession, actor: Actor, leads: Sequence[str]) -> None:
    member_id = actor.access.member_id or 0
    await session.exec(delete(PersonalLead).where(col(PersonalLead.member_id) == member_id))
    session.add_all(PersonalLead(member_id=member_id, lead=lead, chosen_at=actor.now) for lead in leads)


async def _affected(session: AsyncSession, member_id: int, now: dt.datetime) -> Sequence[Event]:
    """Return the events to come that somebody is invited to and has chosen nothing for."""
    query = (
        select(Event)
        .join(Invitee, col(Invitee.event_id) == Event.id)
        .where(
            Event.state == EventState.PUBLISHED,
            col(Event.over_at) > now,
            Invitee.member_id == member_id,
            col(Invitee.leads).is_(None),
        )
    )
    return (await session.exec(query.order_by(col(Event.id)))).all()


async def _open(session: AsyncSession, actor: Actor, event_id: int) -> tuple[Event, Invitee] | None:
    event = await session.get(Event, event_id)
    own = await invitees.find(session, event_id, actor.access.member_id or 0)
    is_coming = event is not None and event.over_at is not None and actor.now < event.over_at
    if event is None or own is None or not is_coming or event.state is not EventState.PUBLISHED:
        return None
    return event, own


async def _rows(session: AsyncSession, member_id: int) -> Sequence[PersonalLead]:
    return (await session.exec(select(PersonalLead).where(PersonalLead.member_id == member_id))).all()
