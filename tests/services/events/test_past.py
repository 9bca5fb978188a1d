"""Events that are over."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import Answer, EventState
from bot.services.actors import Actor
from bot.services.events import invitees
from bot.services.events.past import past
from tests.members import KEY, acting
from tests.outbox import START, event, store

AFTER = dt.datetime(2027, 4, 1, tzinfo=dt.UTC)


@pytest.fixture
async def several(people: Database) -> Database:
    """Three events that are over for 3 and 4 to have come to, of which 3 came to the first; one more was cancelled."""
    later = {"start": START + dt.timedelta(days=2), "end": START + dt.timedelta(days=2, hours=1)}
    for made in (event(), event(**later), event(state=EventState.CANCELLED), event(host_country="RS")):
        await store(people, made, [3, 4])
    async with people.session() as session:
        own = await invitees.find(session, 1, 3)
        assert own is not None
        own.answer = Answer.YES
        await session.commit()
    return people


@pytest.mark.parametrize(
    ("who", "numbers"),
    [
        pytest.param(3, [1], id="what an officer came to"),
        pytest.param(4, [], id="nothing for who has not come"),
        pytest.param(1, [2, 1], id="what a coordinator of Georgia plans, the latest first"),
        pytest.param(2, [2, 4, 1], id="all for the network's"),
    ],
)
async def test_people_find_what_concerns_them(several: Database, who: int, numbers: list[int]) -> None:
    async with several.session() as session:
        found = await past(session, Actor((await acting(session, who)).access, AFTER, KEY))
    assert [each.event.id for each in found] == numbers


@pytest.mark.parametrize("now", [dt.datetime(2027, 3, 14, tzinfo=dt.UTC), AFTER + dt.timedelta(days=365)])
async def test_what_is_coming_or_long_over_is_not_there(several: Database, now: dt.datetime) -> None:
    async with several.session() as session:
        assert await past(session, Actor((await acting(session, 2)).access, now, KEY)) == []
