"""Coordinators see whom the messages about an event did not reach."""

import pytest

from bot.callbacks import ShowEvent, ShowParticipants
from bot.callbacks.event_unreached import ListUnreached
from bot.database import Database
from bot.i18n import Languages
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import failed
from bot.services.events import listing
from bot.services.events.notices import invitation
from bot.services.events.queue import Queue
from tests.chat import Person, Room, labels
from tests.conftest import NOW
from tests.deliveries import claim, note
from tests.members import acting, member_of
from tests.outbox import event, store


@pytest.fixture
async def invited(room: Room, database: Database) -> int:
    """An event to which an officer was invited who has blocked the assistant; return the officer's number."""
    async with database.session() as session:
        officer = await member_of(session, room.person("officer-tbilisi").persona.user_id)
    made = event()
    await store(database, made, [officer.id or 0])
    coordinator = room.person("coordinator-budapest").persona.user_id
    async with database.session() as session:
        (person,) = await listing.participants(session, await acting(session, coordinator), 1)
        await Queue().put(session, [invitation(made, person.invitee, NOW)])
        await session.commit()
    (claimed,) = await claim(database)
    await note(database, claimed, failed(Failure.BLOCKED))
    return officer.id or 0


async def test_the_list_of_who_comes_leads_to_who_was_not_reached(
    room: Room, invited: int, languages: Languages
) -> None:
    coordinator, hungarian = room.person("coordinator-budapest"), languages.translator("hu").gettext
    card, _ = await coordinator.presses(await coordinator.asks("/events"), ShowEvent(1).pack())
    people, _ = await coordinator.presses(card, ShowParticipants(1).pack())
    label = "⚠️ " + hungarian("Not reached: {count}").format(count=1)
    assert label in labels(people)
    shown, _ = await coordinator.presses(people, label)
    assert hungarian("has blocked the assistant") in shown["text"]
    assert hungarian("Member {number}").format(number=invited) in shown["text"]


async def test_officers_do_not_see_it(room: Room, invited: int, officer: Person) -> None:
    del invited
    message = await officer.asks("/browse")
    before = message["text"]
    await officer.forges(message, ListUnreached(1).pack())
    assert officer.persona.current(message)["text"] == before
