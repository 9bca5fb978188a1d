"""Whom an event is for."""

import pytest

from bot.database import Database
from bot.models import AudienceKind, EventState
from bot.services.events import audience
from bot.services.events.audience import AudienceError
from bot.services.events.held import EventGoneError
from knowledge import Country
from tests.members import acting
from tests.outbox import event, store

COUNTRY, ROLE, UNIT, MEMBER = AudienceKind.COUNTRY, AudienceKind.ROLE, AudienceKind.UNIT, AudienceKind.MEMBER


@pytest.fixture
async def draft(people: Database) -> Database:
    """The people and a draft in Georgia."""
    await store(people, event(state=EventState.DRAFT))
    return people


@pytest.mark.parametrize(
    ("lines", "members"),
    [
        pytest.param([], [], id="nobody"),
        pytest.param([(COUNTRY, "RS")], [3, 5], id="a country, without who has no role"),
        pytest.param([(COUNTRY, "RS"), (COUNTRY, "MD")], [3, 4, 5], id="countries are alternatives"),
        pytest.param([(COUNTRY, "RS"), (UNIT, "Unit B")], [5], id="a unit of a country"),
        pytest.param([(UNIT, "Unit B")], [4, 5], id="a unit"),
        pytest.param([(ROLE, "coordinator")], [1, 2], id="a role"),
        pytest.param([(ROLE, "translator"), (ROLE, "coordinator"), (COUNTRY, "RS")], [5], id="roles in a country"),
        pytest.param([(MEMBER, "4"), (MEMBER, "2")], [2, 4], id="named"),
        pytest.param([(COUNTRY, "RS"), (MEMBER, "4")], [3, 4, 5], id="named beside a country"),
        pytest.param([(MEMBER, "6")], [], id="named without a role"),
    ],
)
async def test_lines_mean_members(draft: Database, lines: list[tuple[AudienceKind, str]], members: list[int]) -> None:
    async with draft.session() as session:
        actor = await acting(session, 1)
        for kind, value in lines:
            await audience.add(session, actor, 1, kind, value)
        assert [member.id for member in await audience.members_of(session, 1)] == members


async def test_a_line_is_there_once_and_can_be_taken_away(draft: Database) -> None:
    async with draft.session() as session:
        actor = await acting(session, 1)
        for value in ("RS", "MD", "RS"):
            await audience.add(session, actor, 1, COUNTRY, value)
        await audience.remove(session, actor, 1, COUNTRY, "MD")
        assert [(line.kind, line.value) for line in await audience.lines(session, 1)] == [(COUNTRY, "RS")]


@pytest.mark.parametrize(
    ("kind", "value"), [(COUNTRY, "XX"), (ROLE, "boss"), (UNIT, ""), (MEMBER, "-1"), (MEMBER, "1; --"), (MEMBER, "٣")]
)
async def test_what_means_nobody_is_refused(draft: Database, kind: AudienceKind, value: str) -> None:
    async with draft.session() as session:
        with pytest.raises(AudienceError):
            await audience.add(session, await acting(session, 1), 1, kind, value)


async def test_quotas_are_set_as_a_whole(draft: Database) -> None:
    async with draft.session() as session:
        actor = await acting(session, 1)
        await audience.set_quotas(session, actor, 1, {Country.RS: 2, Country.MD: 1})
        await audience.set_quotas(session, actor, 1, {Country.RS: 3})
        assert await audience.quotas_of(session, 1) == {"RS": 3}
        with pytest.raises(AudienceError):
            await audience.set_quotas(session, actor, 1, {Country.RS: 0})


async def test_the_audience_of_a_published_event_stays(people: Database) -> None:
    await store(people, event())
    async with people.session() as session:
        with pytest.raises(EventGoneError):
            await audience.add(session, await acting(session, 1), 1, COUNTRY, "RS")
