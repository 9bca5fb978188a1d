"""What belongs to an event beside its fields."""

from bot.database import Database
from bot.models import AudienceKind, Event, EventState, Task
from bot.services.events import audience, checklist
from bot.services.events.checklist import Wanted
from bot.services.events.parts import parts_of
from knowledge import Country
from tests.members import acting
from tests.outbox import event, store


async def test_parts_are_read_together(people: Database) -> None:
    made = event(state=EventState.DRAFT)
    await store(people, made)
    async with people.session() as session:
        actor = await acting(session, 1)
        for country in ("RS", "MD"):
            await audience.add(session, actor, 1, AudienceKind.COUNTRY, country)
        await audience.set_quotas(session, actor, 1, {Country.RS: 2})
        await checklist.add(session, actor, 1, Wanted(Task.PASSPORT, actor.now))
        parts = await parts_of(session, await session.get_one(Event, 1))
    assert parts.chosen(AudienceKind.COUNTRY) == ["MD", "RS"]
    assert parts.chosen(AudienceKind.ROLE) == []
    assert (parts.reach.total, parts.quotas) == (3, {"RS": 2})
    assert [item.task for item in parts.checklist] == [Task.PASSPORT]
