"""Whom contacts are told about."""

import datetime as dt

import pytest

from bot.database import Database
from bot.models import Role
from bot.services import contact_corrections as corrections
from bot.services import contact_notices as notices
from bot.services.contact_notices import Kind
from bot.services.contacts import every
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import failed, sent
from bot.services.permissions import Held
from tests.conftest import NOW
from tests.contacts import EUROPOL, HUNGARIAN, NCB, directory, point, store, unit
from tests.deliveries import claim, note, rows
from tests.members import acting, add

DAYS = 180
OFFICER, OF_SERBIA, OF_NETWORK = 6, 7, 8


@pytest.fixture
async def network(database: Database) -> Database:
    """Contacts of two countries, two of them owned by an officer; coordinators of Serbia and of the network."""
    await add(database, OFFICER, Held(Role.OFFICER), country="UA")
    await add(database, OF_SERBIA, Held(Role.COORDINATOR, "RS"), country="RS")
    await add(database, OF_NETWORK, Held(Role.COORDINATOR), country="GE")
    hungarian = unit("hu-unit", "HU", zone="Europe/Budapest")
    owned = point(owner=OFFICER), point(EUROPOL, owner=OFFICER, confirmed_on=NOW.date())
    await store(database, directory(unit(), hungarian, *owned, point(HUNGARIAN)))
    return database


async def told(database: Database) -> list[tuple[str, int]]:
    """Return the messages in the queue: kind, and the number of the member."""
    return [(row.kind, row.member_id) for row in await rows(database)]


async def ask(database: Database, now: dt.datetime = NOW) -> int:
    """Ask the owners."""
    async with database.session() as session:
        asked = await notices.ask_owners(session, now, DAYS)
        await session.commit()
    return asked


async def propose(database: Database, key: object = NCB, chat_id: int = OFFICER) -> None:
    """Let somebody propose other opening hours."""
    async with database.session() as session:
        number = next(one.number for one in await every(session) if one.point.key == key)
        actor = await acting(session, chat_id)
        proposal = await corrections.propose(session, actor, number, ("hours", "24/7"))
        await notices.tell_deciders(session, proposal)
        await notices.tell_proposer(session, proposal.correction, NOW)
        await session.commit()


async def decide(database: Database) -> None:
    """Let the coordinator of Serbia approve the first correction, twice."""
    async with database.session() as session:
        for _ in range(2):
            proposal = await corrections.decide(session, await acting(session, OF_SERBIA), 1, approve=True)
            await notices.tell_proposer(session, proposal.correction, NOW)
        await session.commit()


async def test_owners_are_asked_about_what_is_old_and_again_after_a_week(network: Database) -> None:
    days = [0, 1, 6, 7]
    assert [await ask(network, NOW + dt.timedelta(days=day)) for day in days] == [1, 0, 0, 1]
    assert await told(network) == [(Kind.QUESTION, 1), (Kind.QUESTION, 1)]


async def test_the_queue_holds_numbers_alone(network: Database) -> None:
    await ask(network)
    (row,) = await rows(network)
    assert list(row.payload) == [notices.NUMBER]


async def test_the_coordinator_of_the_country_is_shown_a_correction(network: Database) -> None:
    await propose(network)
    assert await told(network) == [(Kind.CORRECTION, 2)]


async def test_where_a_country_has_no_coordinator_those_of_the_network_are_shown_it(network: Database) -> None:
    await propose(network, HUNGARIAN)
    assert await told(network) == [(Kind.CORRECTION, 3)]


async def test_what_a_coordinator_changes_at_once_is_told_to_nobody(network: Database) -> None:
    await propose(network, chat_id=OF_SERBIA)
    assert await told(network) == []


async def test_who_proposed_a_correction_is_told_once_what_was_decided(network: Database) -> None:
    await propose(network)
    await decide(network)
    assert await told(network) == [(Kind.CORRECTION, 2), (Kind.DECISION, 1)]


async def test_questions_that_did_not_reach_owners_are_told_until_one_does(network: Database) -> None:
    async with network.session() as session:
        contacts = await every(session)
        number = next(one.number for one in contacts if one.point.key == NCB)
    seen = []
    for week, outcome in enumerate((failed(Failure.BLOCKED), sent(1))):
        now = NOW + dt.timedelta(days=7 * week)
        await ask(network, now)
        (claimed,) = await claim(network, now)
        await note(network, claimed, outcome, now)
        async with network.session() as session:
            seen.append(await notices.lost_questions(session, contacts))
    assert seen == [{number: "blocked"}, {}]
