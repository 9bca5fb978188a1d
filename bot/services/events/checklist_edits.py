"""The checklist of an event item by item, whatever its state: a draft is set, a published event changed and told."""

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ChecklistItem, Event, EventState, Task
from bot.services.actors import Actor
from bot.services.events import checklist, held, plan_changes
from bot.services.events.checklist import Wanted
from bot.services.events.notices import Outbox


async def put_on(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, wanted: Wanted) -> None:
    """Put an item on the list; a standard one that is there takes the new day and remark. The caller commits.

    Raises:
        EventGoneError: the event is not there, cancelled or over.
        ItemError: the item is not taken.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.planned(session, actor, event_id)
    items = await checklist.items_of(session, event_id)
    replaced = [item for item in items if item.task is wanted.task and wanted.task is not Task.OTHER]
    kept = [item for item in items if item not in replaced]
    if event.state is not EventState.DRAFT:
        await _change(session, outbox, actor, event, [*map(_wanted, kept), wanted])
        return
    for item in replaced:
        await checklist.remove(session, actor, event_id, item.id or 0)
    await checklist.add(session, actor, event_id, wanted)


async def take_off(session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, item_id: int) -> None:
    """Take an item off the list; one that is not there changes nothing. The caller commits.

    Raises:
        EventGoneError: the event is not there, cancelled or over.
        ItemError: an item that stays is due after the start, which has moved.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.planned(session, actor, event_id)
    if event.state is EventState.DRAFT:
        await checklist.remove(session, actor, event_id, item_id)
        return
    items = await checklist.items_of(session, event_id)
    await _change(session, outbox, actor, event, [_wanted(item) for item in items if item.id != item_id])


async def _change(session: AsyncSession, outbox: Outbox, actor: Actor, event: Event, wanted: list[Wanted]) -> None:
    await plan_changes.change_checklist(session, outbox, actor, event.id or 0, wanted)


def _wanted(item: ChecklistItem) -> Wanted:
    return Wanted(item.task, item.due_at, item.text or "")
