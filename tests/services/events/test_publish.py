"""Publication."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.database import Database
from bot.models import AudienceKind, Event, EventAudience, EventState, Grant, Invitee, Role
from bot.services.actors import NotAllowedError
from bot.services.events import publish
from bot.services.events.drafts import Missing
from bot.services.events.held import EventGoneError
from bot.services.events.notices import NoticeKind
from bot.services.events.publish import Published
from tests.conftest import NOW
from tests.members import acting, recorded
from tests.outbox import FakeOutbox, event, store


@pytest.fixture
async def draft(people: Database) -> Database:
    """The people and a draft for Serbia."""
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        session.add(EventAudience(event_id=1, kind=AudienceKind.COUNTRY, value="RS"))
        await session.commit()
    return people


async def published(database: Database, outbox: FakeOutbox, by: int = 1) -> Published | list[Missing]:
    """Publish the draft."""
    async with database.session() as session:
        result = await publish.publish(session, outbox, await acting(session, by), 1)
        await session.commit()
        return result


async def test_everybody_in_the_audience_is_invited_once_and_reminded(draft: Database, outbox: FakeOutbox) -> None:
    result = await published(draft, outbox)
    assert isinstance(result, Published)
    assert [invitee.member_id for invitee in result.invited] == [3, 5]
    assert outbox.to(NoticeKind.INVITATION) == [3, 5]
    assert outbox.dues(3) == ["start-202703150930-7d 03-08 05:30", "start-202703150930-1d 03-14 05:30"]
    assert await recorded(draft) == ["event_published"]


async def test_an_invitation_is_of_use_until_all_is_over(draft: Database, outbox: FakeOutbox) -> None:
    await published(draft, outbox)
    notice = outbox.waiting[f"invitation:1:3:0:{int(NOW.timestamp())}"]
    assert (notice.due, notice.useless_after) == (NOW, dt.datetime(2027, 3, 15, 8, 30, tzinfo=dt.UTC))


async def test_who_joins_later_is_not_invited_by_that(draft: Database, outbox: FakeOutbox) -> None:
    await published(draft, outbox)
    async with draft.session() as session:
        session.add(Grant(member_id=6, role=Role.OFFICER, granted_at=NOW))
        await session.commit()
        assert [row.member_id for row in await session.exec(select(Invitee))] == [3, 5]


async def test_what_lacks_something_is_not_published(people: Database, outbox: FakeOutbox) -> None:
    await store(people, event(state=EventState.DRAFT, venue=None))
    assert await published(people, outbox) == [Missing.PLACE, Missing.AUDIENCE]
    assert outbox.waiting == {}
    async with people.session() as session:
        assert (await session.get_one(Event, 1)).state is EventState.DRAFT


async def test_an_event_is_published_once(draft: Database, outbox: FakeOutbox) -> None:
    await published(draft, outbox)
    with pytest.raises(EventGoneError):
        await published(draft, outbox)
    assert await recorded(draft) == ["event_published"]


async def test_officers_publish_nothing(draft: Database, outbox: FakeOutbox) -> None:
    with pytest.raises(NotAllowedError):
        await published(draft, outbox, by=3)
