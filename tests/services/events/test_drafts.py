"""Drafts."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import AudienceKind, Event, EventKind, EventState, EventText
from bot.services.actors import NotAllowedError
from bot.services.events import audience, drafts, fields, texts
from bot.services.events.drafts import Missing
from bot.services.events.fields import Field
from bot.services.events.held import EventGoneError
from tests.conftest import NOW
from tests.members import acting
from tests.outbox import START, event, store

TIMES = fields.times(START, START + dt.timedelta(hours=1), "Asia/Tbilisi")


@pytest.mark.parametrize(
    ("who", "host"), [pytest.param(1, "GE", id="Georgia's"), pytest.param(2, None, id="network's")]
)
async def test_a_draft_begins_with_the_planners_country_and_the_reminders_of_its_kind(
    people: Database, who: int, host: str | None
) -> None:
    async with people.session() as session:
        draft = await drafts.begin(session, await acting(session, who), EventKind.MEETING)
        assert (draft.host_country, draft.leads, draft.state) == (host, ["7d", "1d", "2h"], EventState.DRAFT)


@pytest.mark.parametrize("who", [3, 6])
async def test_who_plans_no_events_begins_none(people: Database, who: int) -> None:
    async with people.session() as session:
        with pytest.raises(NotAllowedError):
            await drafts.begin(session, await acting(session, who), EventKind.MEETING)


async def test_a_draft_says_what_it_lacks_until_it_is_ready(people: Database) -> None:
    async with people.session() as session:
        actor = await acting(session, 1)
        draft = await drafts.begin(session, actor, EventKind.MEETING)
        number = draft.id or 0
        assert await drafts.missing(session, actor, draft) == [
            Missing.TITLE,
            Missing.TIMES,
            Missing.PLACE,
            Missing.AUDIENCE,
        ]
        await texts.write(session, actor, number, EventText(event_id=number, locale="ka", title="შეხვედრა"))
        await drafts.edit(session, actor, number, [TIMES, fields.link("https://example.org/room")])
        await audience.add(session, actor, number, AudienceKind.COUNTRY, "UA")
        assert await drafts.missing(session, actor, draft) == [Missing.NOBODY]
        await audience.add(session, actor, number, AudienceKind.COUNTRY, "RS")
        assert await drafts.missing(session, actor, draft) == []


async def test_a_draft_that_waited_too_long_is_past(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT, start=NOW.replace(tzinfo=None), end=START))
    async with people.session() as session:
        found = await session.get_one(Event, 1)
        assert Missing.PAST in await drafts.missing(session, await acting(session, 1), found)


async def test_a_draft_does_not_pass_to_a_country_that_is_not_the_planners(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        with pytest.raises(NotAllowedError):
            await drafts.edit(session, await acting(session, 1), 1, [fields.host_country("HU")])
    async with people.session() as session:
        await drafts.edit(session, await acting(session, 2), 1, [fields.host_country("HU")])
        await session.commit()
    async with people.session() as session:
        with pytest.raises(NotAllowedError):
            await drafts.edit(session, await acting(session, 1), 1, [fields.capacity(3)])


async def test_published_events_are_not_edited_in_silence(people: Database) -> None:
    await store(people, event())
    async with people.session() as session:
        with pytest.raises(EventGoneError):
            await drafts.edit(session, await acting(session, 1), 1, [fields.text(Field.VENUE, "Hall 2")])


async def test_planners_see_the_drafts_that_are_theirs_the_newest_first(people: Database) -> None:
    for host in ("GE", "HU", "GE"):
        await store(people, event(state=EventState.DRAFT, host_country=host))
    async with people.session() as session:
        assert [draft.id for draft in await drafts.own(session, await acting(session, 1))] == [3, 1]
        assert [draft.id for draft in await drafts.own(session, await acting(session, 2))] == [3, 2, 1]
        assert await drafts.own(session, await acting(session, 3)) == []


async def test_a_draft_is_discarded_with_its_parts(people: Database) -> None:
    await store(people, event(state=EventState.DRAFT))
    async with people.session() as session:
        await drafts.discard(session, await acting(session, 1), 1)
        await session.commit()
        assert await session.get(Event, 1) is None
        assert (await texts.of_events(session, [1]))[1] == ()
