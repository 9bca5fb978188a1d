"""Who has not got the last message about an event."""

import pytest

from bot.database import Database
from bot.models import Event
from bot.services.actors import NotAllowedError
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import failed, sent
from bot.services.events import listing
from bot.services.events.notices import SETTLING, NoticeKind, change, invitation
from bot.services.events.queue import Queue
from bot.services.events.unreached import Unreached, unreached
from tests.conftest import NOW
from tests.deliveries import claim, note
from tests.members import acting
from tests.outbox import event, store

COORDINATOR, OFFICER = 1, 3


@pytest.fixture
async def invited(people: Database) -> Database:
    """Two events; the officers 3 and 4 were invited to both, and blocked the assistant before the second."""
    for failure in (None, Failure.BLOCKED):
        made = event()
        number, *_ = await store(people, made, [3, 4])
        await tell(people, number, failure)
    return people


async def tell(people: Database, event_id: int, failure: Failure | None, *, is_change: bool = False) -> None:
    """Invite all, or tell them of a change; this succeeds or fails for 3, and is sent to the others."""
    async with people.session() as session:
        planned = await acting(session, COORDINATOR)
        found = await listing.participants(session, planned, event_id)
        made = await session.get_one(Event, event_id)
        make = change if is_change else invitation
        await Queue().put(session, [make(made, each.invitee, NOW) for each in found])
        await session.commit()
    for claimed in await claim(people, NOW + SETTLING):
        outcome = failed(failure) if failure and claimed.delivery.member_id == 3 else sent(1)
        await note(people, claimed, outcome)


async def lost(people: Database, event_id: int, who: int = COORDINATOR) -> list[Unreached]:
    """Return who was not reached."""
    async with people.session() as session:
        return await unreached(session, await acting(session, who), event_id)


async def test_who_was_not_reached_is_told_with_message_and_reason(invited: Database) -> None:
    (found,) = await lost(invited, 2)
    assert (found.person.member.id, found.kind, found.reason) == (3, NoticeKind.INVITATION, "blocked")


async def test_each_event_counts_by_itself(invited: Database) -> None:
    assert await lost(invited, 1) == []


async def test_who_was_reached_by_a_later_message_is_left_out(invited: Database) -> None:
    await tell(invited, 2, None, is_change=True)
    assert await lost(invited, 2) == []


async def test_only_who_plans_the_event_is_told(invited: Database) -> None:
    with pytest.raises(NotAllowedError):
        await lost(invited, 2, OFFICER)
