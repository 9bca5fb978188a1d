"""The files that go with an event: programme, forms, letters. Telegram keeps them; here is where they are found."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import guard
from bot.calendars.texts import typed_line
from bot.models import Answer, Event, EventDocument, EventState, EventText, FileKind
from bot.models.audit import Action as Audited
from bot.services.actors import Actor
from bot.services.audit_entry import Code
from bot.services.events import held, invitees, notices, texts
from bot.services.events.held import EventGoneError
from bot.services.events.notices import Notice, Outbox
from bot.services.permissions import Action

MOST_DOCUMENTS = 10
LONGEST_NAME = 120
TOLD_EVERY = dt.timedelta(minutes=10)
"""Whoever adds several files one after the other brings the invited one message."""
TOLD_UNTIL = dt.timedelta(days=14)
"""After the end: slides often come later."""


class DocumentRefusal(StrEnum):
    """Why a file is not taken."""

    TOO_MANY = "too_many"
    ALREADY = "already"
    NAME = "name"


@dataclass(frozen=True)
class File:
    """A file that somebody sent.

    Attributes:
        file_id: of Telegram, for this bot.
        kind: a photo is sent as one, all else as a document.
        name: as its sender calls it; foreign text. "" for a photo.
    """

    file_id: str
    kind: FileKind
    name: str = ""


@dataclass(frozen=True)
class Shelf:
    """The documents of an event as somebody sees them.

    Attributes:
        event: in any state for who plans it; published for others.
        texts: in all its languages.
        documents: in the order in which they were added.
        plans: whether the reader may add and remove.
    """

    event: Event
    texts: Sequence[EventText]
    documents: Sequence[EventDocument]
    plans: bool


async def shelf(session: AsyncSession, actor: Actor, event_id: int) -> Shelf:
    """Return the documents of an event.

    Raises:
        EventGoneError: there is no such event for them.
    """
    event = await session.get(Event, event_id, populate_existing=True)
    own = await invitees.find(session, event_id, actor.access.member_id or 0)
    plans = event is not None and actor.access.may(Action.PLAN_EVENTS, event.host_country)
    if event is None or not (plans or (own is not None and event.state is EventState.PUBLISHED)):
        raise EventGoneError
    written = (await texts.of_events(session, [event_id]))[event_id]
    return Shelf(event, written, await _of_event(session, event_id), plans and event.state is not EventState.CANCELLED)


async def find(session: AsyncSession, actor: Actor, document_id: int) -> EventDocument | None:
    """Return a document; None where it is not there (any more), or not for them."""
    found = await session.get(EventDocument, document_id)
    if found is None:
        return None
    try:
        await shelf(session, actor, found.event_id)
    except EventGoneError:
        return None
    return found


async def count(session: AsyncSession, event_id: int) -> int:
    """Return how many documents an event has."""
    query = select(func.count()).select_from(EventDocument).where(EventDocument.event_id == event_id)
    return int((await session.exec(query)).one())


async def add(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, file: File
) -> EventDocument | DocumentRefusal:
    """Add a file to a draft or a published event, and tell the invited; the caller commits.

    Raises:
        EventGoneError: there is no such event, or it was cancelled.
        NotAllowedError: it is not theirs to plan.
    """
    event = await _changeable(session, actor, event_id)
    name = typed_line(file.name)[:LONGEST_NAME]
    there = await _of_event(session, event_id)
    if guard.find(name):
        return DocumentRefusal.NAME
    if any(each.file_id == file.file_id for each in there):
        return DocumentRefusal.ALREADY
    if len(there) >= MOST_DOCUMENTS:
        return DocumentRefusal.TOO_MANY
    document = EventDocument(event_id=event_id, file_id=file.file_id, kind=file.kind, name=name)
    session.add(document)
    await session.flush()
    if event.state is EventState.PUBLISHED:
        await outbox.put(session, await _told(session, event, actor))
        await _record(session, actor, event)
    return document


async def remove(session: AsyncSession, actor: Actor, document_id: int) -> int:
    """Remove a document and return its event; the caller commits.

    Raises:
        EventGoneError: it is not there (any more), or its event was cancelled.
        NotAllowedError: the event is not theirs to plan.
    """
    document = await session.get(EventDocument, document_id)
    if document is None:
        raise EventGoneError
    event = await _changeable(session, actor, document.event_id)
    await session.delete(document)
    await session.flush()
    if event.state is EventState.PUBLISHED:
        await _record(session, actor, event)
    return document.event_id


async def _changeable(session: AsyncSession, actor: Actor, event_id: int) -> Event:
    event = await held.planned(session, actor, event_id)
    if event.state is EventState.CANCELLED:
        raise EventGoneError
    return event


async def _of_event(session: AsyncSession, event_id: int) -> Sequence[EventDocument]:
    query = select(EventDocument).where(EventDocument.event_id == event_id).order_by(col(EventDocument.id))
    return (await session.exec(query)).all()


async def _told(session: AsyncSession, event: Event, actor: Actor) -> list[Notice]:
    """Return what tells the invited; once an event is over, those who came."""
    if event.over_at is None:
        return []
    is_over = event.over_at <= actor.now
    until = max(event.over_at, actor.now) + TOLD_UNTIL
    return [
        notices.documents(each, _next_telling(actor.now), until)
        for each in await invitees.of_event(session, event.id or 0)
        if each.answer is Answer.YES or (not is_over and each.answer is not Answer.NO)
    ]


def _next_telling(now: dt.datetime) -> dt.datetime:
    """Return the next instant at which new documents are told, the same for all that come before it."""
    step = int(TOLD_EVERY.total_seconds())
    return dt.datetime.fromtimestamp((int(now.timestamp()) // step + 1) * step, dt.UTC)


async def _record(session: AsyncSession, actor: Actor, event: Event) -> None:
    details: dict[str, Code] = {"sequence": event.sequence, "field1": "documents"}
    await actor.record(session, Audited.EVENT_CHANGED, f"event:{event.id}", details)
