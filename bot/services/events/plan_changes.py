"""Changes of what belongs to a published event beside its fields: quotas and checklist; told as all changes are."""

from collections.abc import Iterable, Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import ChecklistItem, Task
from bot.services.actors import Actor
from bot.services.events import audience, checklist, held
from bot.services.events.changes import Changed, conclude
from bot.services.events.checklist import Wanted
from bot.services.events.edits import Difference
from bot.services.events.notices import Outbox
from knowledge import Country

QUOTAS, CHECKLIST = "quotas", "checklist"
"""Fields of `EventChange` beside those of `bot.services.events.fields`."""


async def change_quotas(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, quotas: Mapping[Country, int]
) -> Changed:
    """Set the quotas of a published event; nobody who has a seat loses it. The caller commits.

    Raises:
        AudienceError: a quota is less than one or more than a thousand.
        EventGoneError: it is not published, or over.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.published(session, actor, event_id)
    before = await audience.quotas_of(session, event_id)
    await audience.write_quotas(session, event_id, quotas)
    after = await audience.quotas_of(session, event_id)
    differs = [Difference(QUOTAS, _written(before), _written(after))] if before != after else []
    return await conclude(session, outbox, actor, event, differs)


async def change_checklist(
    session: AsyncSession, outbox: Outbox, actor: Actor, event_id: int, wanted: Sequence[Wanted]
) -> Changed:
    """Put a list in place of that of a published event; the caller commits.

    Items that stay keep their ticks, and so does a standard one that only gets another day or remark.

    Raises:
        EventGoneError: it is not published, or over.
        ItemError: an item is not taken, or there are too many.
        NotAllowedError: it is not theirs to plan.
    """
    event = await held.published(session, actor, event_id)
    if len(wanted) > checklist.MOST_ITEMS:
        raise checklist.ItemError(checklist.ItemProblem.TOO_MANY)
    old = {_key(item): item for item in await checklist.items_of(session, event_id)}
    new = {}
    for each in wanted:
        stays = old.get((str(each.task), each.due_at.isoformat(), each.text))  # checked once; the start may have moved
        item = stays or checklist.checked(event, each)
        new[_key(item)] = item
    added = {key: item for key, item in new.items() if key not in old}
    for key in sorted(old.keys() - new.keys()):
        moved = next((each for each in added if each[0] == key[0] != Task.OTHER), None)
        if moved is None:
            await session.delete(old[key])
        else:
            item = added.pop(moved)
            old[key].due_at, old[key].text = item.due_at, item.text
    session.add_all(added.values())
    await session.flush()
    gone, come = (_lines(listed) for listed in (old.keys() - new.keys(), new.keys() - old.keys()))
    differs = [Difference(CHECKLIST, gone, come)] if gone or come else []
    return await conclude(session, outbox, actor, event, differs)


def _lines(keys: Iterable[tuple[str, str, str]]) -> str:
    """Return items that came or went, a line each; what stays is not written, so that it fits the column."""
    return "\n".join(sorted(map("/".join, keys)))[:2000]


def _key(item: ChecklistItem) -> tuple[str, str, str]:
    return str(item.task), item.due_at.isoformat(), item.text or ""


def _written(quotas: Mapping[str, int]) -> str:
    return ",".join(f"{country}={seats}" for country, seats in sorted(quotas.items()))
