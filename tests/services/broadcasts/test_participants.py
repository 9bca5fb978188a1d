"""Participants of events as an audience."""

import datetime as dt

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.callbacks import StaleButtonError
from bot.database import Database
from bot.models import Answer, BroadcastAudience, EventState, Invitee, ReceiverKind
from bot.services.broadcasts import audience
from bot.services.broadcasts.participants import Gathering, Whom, gatherings, read_value, value_of
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import BLOCKED, IN_SERBIAN, IN_UKRAINIAN, NETWORK, OFFICER, SERBIA, desk_of, drafted, populate
from tests.conftest import NOW
from tests.outbox import event, store

EVENT = ReceiverKind.EVENT
LOCAL = NOW.replace(tzinfo=None)
DAY = dt.timedelta(days=1)


@pytest.fixture
async def visits(database: Database) -> Database:
    """A Serbian event (1): four guests, of whom one has blocked us and two said yes; a Hungarian one (2) with one."""
    people = await populate(database)
    invited = [people[chat] for chat in (OFFICER, IN_SERBIAN, IN_UKRAINIAN, BLOCKED)]
    await store(database, event(host_country="RS"), invited)
    await store(database, event(host_country="HU", start=LOCAL + DAY, end=LOCAL + 2 * DAY), [people[OFFICER]])
    async with database.session() as session:
        came = col(Invitee.member_id).in_([people[OFFICER], people[IN_SERBIAN]])
        await session.exec(update(Invitee).where(col(Invitee.event_id) == 1, came).values(answer=Answer.YES))
        await session.commit()
    return database


def only(*values: str, wanted: bool = True) -> list[BroadcastAudience]:
    """Return conditions: one of these values, or none of them."""
    return [BroadcastAudience(broadcast_id=1, kind=EVENT, value=value, is_wanted=wanted) for value in values]


async def options(database: Database, chat_id: int) -> list[tuple[str, int]]:
    """Return what a coordinator can choose."""
    async with desk_of(database, FakeOutbox(), chat_id) as desk:
        return [(each.value, each.people) for each in await audience.options(desk.session, desk.actor, EVENT)]


@pytest.mark.parametrize("whom", Whom)
def test_a_value_names_event_and_whom(whom: Whom) -> None:
    assert read_value(value_of(7, whom)) == (7, whom)


async def test_a_coordinator_of_the_network_chooses_any_event_next_first(visits: Database) -> None:
    assert await options(visits, NETWORK) == [("2-invited", 1), ("1-invited", 4), ("1-coming", 2)]


async def test_a_coordinator_of_a_country_chooses_its_events_and_reaches_its_members(visits: Database) -> None:
    assert await options(visits, SERBIA) == [("1-invited", 2), ("1-coming", 1)]


@pytest.mark.parametrize(
    ("days", "state", "is_offered"),
    [
        pytest.param(-20, EventState.PUBLISHED, True, id="over for weeks"),
        pytest.param(-40, EventState.PUBLISHED, False, id="over for longer"),
        pytest.param(10, EventState.CANCELLED, True, id="cancelled"),
        pytest.param(10, EventState.DRAFT, False, id="a draft"),
    ],
)
async def test_events_are_offered_until_thirty_days_after_them(
    database: Database, days: int, state: EventState, *, is_offered: bool
) -> None:
    people = await populate(database)
    start = LOCAL + days * DAY
    await store(database, event(state=state, start=start, end=start + DAY), [people[OFFICER]])
    assert bool(await options(database, NETWORK)) == is_offered


@pytest.mark.parametrize(
    ("conditions", "by_locale", "left_out"),
    [
        pytest.param(only("1-invited"), {"en": 1, "sr_Latn": 1, "uk": 1}, 1, id="invited"),
        pytest.param(only("1-coming"), {"en": 1, "sr_Latn": 1}, 0, id="coming"),
        pytest.param(only("1-coming", "2-invited"), {"en": 1, "sr_Latn": 1}, 0, id="of either event, once"),
        pytest.param(only("2-coming"), {}, 0, id="nobody"),
        pytest.param(only("1-invited") + only("1-coming", wanted=False), {"uk": 1}, 1, id="who did not say yes"),
    ],
)
async def test_participants_are_counted_by_language(
    visits: Database, conditions: list[BroadcastAudience], by_locale: dict[str, int], left_out: int
) -> None:
    async with desk_of(visits, FakeOutbox(), NETWORK) as desk:
        found = await audience.reach(desk.session, desk.actor.access, conditions)
    assert (found.by_locale, found.left_out) == (by_locale, left_out)


async def test_a_value_is_turned_like_others(visits: Database) -> None:
    async with desk_of(visits, FakeOutbox(), SERBIA) as desk:
        draft = await drafted(desk)
        await audience.toggle(desk.session, desk.actor, draft, EVENT, "1-coming")
        assert [row.value for row in await audience.conditions_of(desk.session, draft)] == ["1-coming"]


@pytest.mark.parametrize("value", ["2-invited", "9-invited", "1-nobody", "1", ""])
async def test_an_event_of_others_and_a_forged_value_are_refused(visits: Database, value: str) -> None:
    async with desk_of(visits, FakeOutbox(), SERBIA) as desk:
        draft = await drafted(desk)
        with pytest.raises(StaleButtonError):
            await audience.toggle(desk.session, desk.actor, draft, EVENT, value)


async def test_events_that_were_chosen_keep_their_name_when_they_cannot_be_any_more(visits: Database) -> None:
    async with desk_of(visits, FakeOutbox(), SERBIA) as desk:
        found = await gatherings(desk.session, desk.actor, only("2-invited", "99-invited"))
    assert set(found) == {1, 2}
    assert found[2] == Gathering(found[2].texts, (LOCAL + DAY).date())
    assert [text.title for text in found[2].texts] == ["Visit of the Example"]
