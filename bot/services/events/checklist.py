"""What participants have to do before an event: the list, and what each has ticked."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars.texts import typed_line
from bot.models import Answer, ChecklistItem, ChecklistMark, Event, Task
from bot.services.actors import Actor
from bot.services.events import held, invitees
from bot.services.events.notices import Outbox
from bot.services.events.scheduling import reschedule

MOST_ITEMS = 12
LONGEST_TEXT = 150


class ItemProblem(StrEnum):
    """Why an item is not taken."""

    NO_TEXT = "no_text"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    AFTER_START = "after_start"
    NO_START = "no_start"
    NO_DAY = "no_day"
    PAST = "past"


class ItemError(ValueError):
    """An item that is not taken.

    Attributes:
        problem: why.
    """

    def __init__(self, problem: ItemProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Wanted:
    """An item to be put on the list.

    Attributes:
        task: what is to be done.
        due_at: aware.
        text: in the coordinator's words; needed for OTHER, a remark for the others.
    """

    task: Task
    due_at: dt.datetime
    text: str = ""


@dataclass(frozen=True)
class Ticked:
    """An item with whether somebody has done it."""

    item: ChecklistItem
    done: bool


async def add(session: AsyncSession, actor: Actor, event_id: int, wanted: Wanted) -> ChecklistItem:
    """Put an item on the list of a draft; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        ItemError: the item is not taken.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.draft(session, actor, event_id)
    item = checked(event, wanted)
    if len(await items_of(session, event_id)) >= MOST_ITEMS:
        raise ItemError(ItemProblem.TOO_MANY)
    session.add(item)
    await session.flush()
    return item


async def remove(session: AsyncSession, actor: Actor, event_id: int, item_id: int) -> None:
    """Take an item off the list of a draft; the caller commits.

    Raises:
        EventGoneError: it is no draft.
        NotAllowedError: it is not theirs to plan.
    """
    await held.draft(session, actor, event_id)
    item = await session.get(ChecklistItem, item_id)
    if item is not None and item.event_id == event_id:
        await session.delete(item)


def checked(event: Event, wanted: Wanted) -> ChecklistItem:
    """Return an item as it is kept.

    Raises:
        ItemError: it has no text and needs one, has too long a one, or is due after the event has begun.
    """
    text = typed_line(wanted.text)
    if wanted.task is Task.OTHER and not text:
        raise ItemError(ItemProblem.NO_TEXT)
    if len(text) > LONGEST_TEXT:
        raise ItemError(ItemProblem.TOO_LONG)
    if event.starts_at is not None and wanted.due_at > event.starts_at:
        raise ItemError(ItemProblem.AFTER_START)
    return ChecklistItem(event_id=event.id or 0, task=wanted.task, text=text or None, due_at=wanted.due_at)


async def items_of(session: AsyncSession, event_id: int) -> list[ChecklistItem]:
    """Return the list of an event by due day."""
    query = select(ChecklistItem).where(ChecklistItem.event_id == event_id)
    return list((await session.exec(query.order_by(col(ChecklistItem.due_at), col(ChecklistItem.id)))).all())


async def ticked(session: AsyncSession, event_id: int, member_id: int) -> list[Ticked]:
    """Return the list of an event as one member has ticked it."""
    items = await items_of(session, event_id)
    marks = select(ChecklistMark.item_id).where(
        ChecklistMark.member_id == member_id, col(ChecklistMark.item_id).in_([item.id for item in items])
    )
    done = set((await session.exec(marks)).all())
    return [Ticked(item, item.id in done) for item in items]


async def tick(session: AsyncSession, outbox: Outbox, actor: Actor, item_id: int, *, done: bool) -> int | None:
    """Tick an item for oneself or take the tick away, and return its event; None where that means nothing (any more).

    The caller commits.
    """
    item, member_id = await session.get(ChecklistItem, item_id), actor.access.member_id
    if item is None or member_id is None:
        return None
    event = await session.get_one(Event, item.event_id)
    own = await invitees.find(session, item.event_id, member_id)
    if own is None or own.answer is Answer.NO:
        return None
    mark = await session.get(ChecklistMark, (item_id, member_id))
    if done and mark is None:
        session.add(ChecklistMark(item_id=item_id, member_id=member_id, done_at=actor.now))
    elif not done and mark is not None:
        await session.delete(mark)
    await session.flush()
    await reschedule(session, outbox, event, actor.now, [member_id])
    return item.event_id
