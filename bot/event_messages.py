"""Events as one member sees them: the card, and the message that a notice becomes when it is sent."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.i18n import Translator
from bot.models import Answer, ChecklistItem, Event, EventState
from bot.services.actors import Actor
from bot.services.events import (
    answers,
    audience,
    changes,
    checklist,
    documents,
    follow_ups,
    invitees,
    listing,
    ratings,
    seats,
    telling,
    texts,
)
from bot.services.events.listing import Listed
from bot.services.events.notices import SEQUENCE, NoticeKind
from bot.services.events.timing import occurrences
from bot.services.permissions import Action, access_of_member
from bot.views import View, event_changes, event_documents, event_rating_summary, event_reminders
from bot.views import follow_ups as follow_up_views
from bot.views.event_card import Reader
from bot.views.event_ratings import Reading


@dataclass(frozen=True)
class Told:
    """A notice whose time has come.

    Attributes:
        member_id: who gets it.
        kind: what it says.
        event_id: None for a personal follow-up.
        details: of the notice.
        now: aware.
    """

    member_id: int
    kind: NoticeKind
    event_id: int | None
    details: Mapping[str, str | int]
    now: dt.datetime


@dataclass(frozen=True)
class Setting:
    """What a message is made in."""

    session: AsyncSession
    actor: Actor
    told: Told
    listed: Listed
    reader: Reader
    translator: Translator


async def view_of(session: AsyncSession, told: Told, translator: Translator, zone: ZoneInfo) -> View | None:
    """Return the message of a notice as things are now; None when there is nothing to say any more.

    Args:
        session: to read what the notice names.
        told: the notice.
        translator: of the receiver.
        zone: of the receiver.
    """
    if told.event_id is None:
        own = await follow_ups.own(session, told.member_id, int(told.details.get("follow_up", 0)))
        return follow_up_views.reminder(own, translator) if own else None
    if told.kind is NoticeKind.UNINVITED:
        return await _uninvited(session, told, translator, zone)
    actor = Actor(await access_of_member(session, told.member_id), told.now, b"")  # nothing is recorded here
    listed = await listing.one(session, actor, told.event_id)
    if listed is None or (listed.invitee is None and told.kind is not NoticeKind.RATINGS):
        return None
    if (listed.event.state is EventState.CANCELLED) != (told.kind is NoticeKind.CANCELLATION):
        return None
    reader = await reader_of(session, actor, listed, zone)
    return await MESSAGES[told.kind](Setting(session, actor, told, listed, reader, translator))


async def _uninvited(session: AsyncSession, told: Told, translator: Translator, zone: ZoneInfo) -> View | None:
    """Tell of an event that the receiver may not see any more; nothing where they are invited again meanwhile."""
    number = told.event_id or 0
    event = await session.get(Event, number)
    if event is None or event.state is not EventState.PUBLISHED:
        return None
    following = next((time for time in occurrences(event) if time.end > told.now), None)
    if following is None or await invitees.find(session, number, told.member_id) is not None:
        return None
    written = (await texts.of_events(session, [number]))[number]
    return event_reminders.uninvited(Listed(event, written, None, following), zone, translator)


async def reader_of(session: AsyncSession, actor: Actor, listed: Listed, zone: ZoneInfo) -> Reader:
    """Return what of an event is somebody's own."""
    event, invitee = listed.event, listed.invitee
    plans = actor.access.may(Action.PLAN_EVENTS, event.host_country)
    is_open = event.state is EventState.PUBLISHED and event.over_at is not None and actor.now < event.over_at
    in_time = plans or not answers.is_too_late(event, invitee, actor.now)
    return Reader(
        zone,
        await seats.place(session, invitee) if invitee else None,
        await checklist.ticked(session, event.id or 0, actor.access.member_id or 0) if invitee else (),
        plans=plans,
        answers=is_open and in_time,
        quotas=await audience.quotas_of(session, event.id or 0),
        is_over=not is_open,
        documents=await documents.count(session, event.id or 0),
        rates=invitee is not None and await ratings.can_rate(session, actor, event.id or 0),
    )


async def _invitation(of: Setting) -> View:
    nominated = "nominated_by" in of.told.details
    return event_reminders.invitation(of.listed, of.reader, nominated, of.translator)


async def _change(of: Setting) -> View | None:
    """Tell all that the receiver does not know yet; what was changed back only if they are to answer again for it."""
    event_id = of.listed.event.id or 0
    sequence = int(of.told.details.get(SEQUENCE, 0))
    versions = await telling.versions(of.session, event_id, of.told.member_id, sequence)
    differences = await changes.of_versions(of.session, event_id, versions)
    if not differences and not (versions and of.listed.unconfirmed):
        return None
    return event_changes.changed(of.listed, differences, of.reader, of.translator)


async def _cancellation(of: Setting) -> View:
    return event_changes.cancelled(of.listed, of.reader.zone, of.translator)


async def _promotion(of: Setting) -> View | None:
    is_coming = _answer(of) is Answer.YES
    return event_reminders.promoted(of.listed, of.reader.zone, of.translator) if is_coming else None


async def _answered_for(of: Setting) -> View:
    return event_reminders.answered_for(of.listed, _answer(of), of.reader.place, of.translator)


async def _before_start(of: Setting) -> View | None:
    if _answer(of) is Answer.NO:
        return None
    return event_reminders.before_start(of.listed, of.reader, of.told.now, of.translator)


async def _answer_due(of: Setting) -> View | None:
    is_open = _answer(of) is Answer.NONE or of.listed.unconfirmed
    return event_reminders.answer_due(of.listed, of.reader.zone, of.translator) if is_open else None


async def _task_due(of: Setting) -> View | None:
    item = await of.session.get(ChecklistItem, int(of.told.details.get("item", 0)))
    is_done = any(each.done for each in of.reader.checklist if item and each.item.id == item.id)
    if item is None or is_done:
        return None
    return event_reminders.task_due(of.listed, item, of.reader.zone, of.translator)


async def _thanks(of: Setting) -> View | None:
    return event_reminders.thanks(of.listed, of.translator) if _answer(of) is Answer.YES else None


async def _ratings(of: Setting) -> View | None:
    if not of.reader.plans:
        return None
    found = await ratings.summary(of.session, of.actor, of.listed.event.id or 0)
    return event_rating_summary.summary(of.listed, found, Reading(of.told.now, of.reader.zone), of.translator)


async def _documents(of: Setting) -> View | None:
    shelf = await documents.shelf(of.session, of.actor, of.listed.event.id or 0)
    return event_documents.told(of.listed, shelf, of.translator) if shelf.documents else None


def _answer(of: Setting) -> Answer:
    return of.listed.invitee.answer if of.listed.invitee else Answer.NONE


MESSAGES: Mapping[NoticeKind, Callable[[Setting], Awaitable[View | None]]] = {
    NoticeKind.INVITATION: _invitation,
    NoticeKind.CHANGE: _change,
    NoticeKind.CANCELLATION: _cancellation,
    NoticeKind.PROMOTION: _promotion,
    NoticeKind.ANSWERED_FOR: _answered_for,
    NoticeKind.BEFORE_START: _before_start,
    NoticeKind.ANSWER_DUE: _answer_due,
    NoticeKind.TASK_DUE: _task_due,
    NoticeKind.THANKS: _thanks,
    NoticeKind.RATINGS: _ratings,
    NoticeKind.DOCUMENTS: _documents,
}
