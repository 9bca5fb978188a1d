"""Fields and texts of an event whatever its state."""

from sqlmodel import select

from bot.database import Database
from bot.models import Event, EventChange, EventState, EventText
from bot.services.events import fields, plan_edits
from bot.services.events.notices import NoticeKind
from bot.services.events.typed_fields import Typed
from tests.members import acting
from tests.outbox import FakeOutbox, event, store

TYPED: list[Typed] = [fields.capacity(5), EventText(event_id=1, locale="ka", title="ვიზიტი")]


async def test_a_draft_is_set_and_nobody_is_told(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        await plan_edits.save(session, outbox, await acting(session, 1), 1, TYPED)
        assert (await session.get_one(Event, 1)).capacity == 5
        assert (await session.get_one(EventText, (1, "ka"))).title == "ვიზიტი"
        assert (await session.exec(select(EventChange))).all() == []
    assert outbox.waiting == {}


async def test_a_published_event_is_changed_and_everybody_is_told(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(), [3])
    async with people.session() as session:
        await plan_edits.save(session, outbox, await acting(session, 1), 1, TYPED)
        rows = (await session.exec(select(EventChange))).all()
    assert {row.field for row in rows} == {"capacity", "title:ka"}
    assert outbox.to(NoticeKind.CHANGE) == [3]
