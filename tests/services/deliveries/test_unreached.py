"""Whom the last message about something has not reached."""

import pytest

from bot.database import Database
from bot.models import Delivery, DeliveryState
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import Outcome, failed, sent, skipped
from bot.services.deliveries.unreached import Subject, last_lost
from tests.conftest import NOW
from tests.deliveries import MINUTE, claim, message, note, put
from tests.members import add

BLOCKED = failed(Failure.BLOCKED)
UNSURE = Outcome(DeliveryState.UNKNOWN, Failure.NO_ANSWER)


def about(delivery: Delivery) -> Subject | None:
    """Return the event that a delivery is about; nothing where it names none."""
    event_id = delivery.payload.get("event")
    return None if event_id is None else (delivery.member_id, event_id)


async def end(database: Database, *outcomes: Outcome, member: int, **fields: object) -> None:
    """Send a member one message after the other, with these outcomes."""
    for number, outcome in enumerate(outcomes):
        now = NOW + number * MINUTE
        await put(database, message(cause=f"c:{number}:{fields}", due_at=now, **fields), member)
        (claimed,) = await claim(database, now)
        await note(database, claimed, outcome, now)


async def lost(database: Database, *members: int) -> dict[Subject, str | None]:
    """Return why the last reminders failed."""
    async with database.session() as session:
        found = await last_lost(session, members, ["reminder"], about)
        return {subject: delivery.error for subject, delivery in found.items()}


@pytest.mark.parametrize(
    ("outcomes", "reason"),
    [
        pytest.param([BLOCKED], "blocked", id="failed"),
        pytest.param([UNSURE], "no_answer", id="may have arrived"),
        pytest.param([sent(1), BLOCKED], "blocked", id="failed after one that arrived"),
        pytest.param([BLOCKED, skipped()], "blocked", id="then nothing to say"),
        pytest.param([BLOCKED, sent(1)], None, id="reached in the end"),
        pytest.param([skipped()], None, id="nothing to say"),
        pytest.param([], None, id="not written to"),
    ],
)
async def test_the_last_message_that_was_tried_decides(
    database: Database, outcomes: list[Outcome], reason: str | None
) -> None:
    member = await add(database, 11)
    await end(database, *outcomes, member=member)
    assert await lost(database, member) == ({(member, 7): reason} if reason else {})


async def test_each_subject_and_each_member_count_by_themselves(database: Database) -> None:
    first, second = [await add(database, chat_id) for chat_id in (11, 12)]
    await end(database, BLOCKED, member=first)
    await end(database, sent(1), member=first, payload={"event": 8})
    await end(database, BLOCKED, member=second, payload={})
    await end(database, BLOCKED, member=second, kind="broadcast")
    assert await lost(database, first, second) == {(first, 7): "blocked"}
    assert await lost(database, second) == {}
