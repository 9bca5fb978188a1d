"""What a broadcast does by itself: it starts when due, is done when nothing is left, pauses at too many failures."""

import datetime as dt
from collections import Counter

import pytest

from bot.database import Database
from bot.models import BroadcastState
from bot.services.broadcasts import confirmation, drafts, receipts, running
from bot.services.broadcasts.outbox import Kind, Outcome
from bot.services.broadcasts.progress import LEAST_TRIED, Counts, advance, has_too_many_errors, progress
from tests.broadcast_outbox import FakeOutbox
from tests.broadcasts import NETWORK, confirmed, desk_of, drafted, populate, read
from tests.conftest import NOW
from tests.members import recorded

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def outbox() -> FakeOutbox:
    """An engine that does nothing by itself."""
    return FakeOutbox()


@pytest.fixture
async def people(database: Database) -> dict[int, int]:
    """Members by chat."""
    return await populate(database)


async def moved(database: Database, outbox: FakeOutbox, now: dt.datetime = NOW) -> list[int]:
    """Return which broadcasts took a step."""
    async with database.session() as session:
        found = await advance(session, outbox, now)
        await session.commit()
    return found


async def state_of(database: Database, broadcast_id: int = 1) -> BroadcastState:
    """Return where a broadcast stands."""
    async with database.session() as session:
        return (await read(session, broadcast_id)).state


async def test_nothing_happens_while_deliveries_are_pending(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    await confirmed(database, outbox)
    outbox.end(1, Outcome.SENT)
    assert await moved(database, outbox) == []
    assert await state_of(database) is BroadcastState.RUNNING


async def test_with_the_last_delivery_it_is_done_and_its_author_hears_of_it(
    database: Database, outbox: FakeOutbox, people: dict[int, int]
) -> None:
    await confirmed(database, outbox)
    outbox.end_all(Outcome.SENT)
    assert await moved(database, outbox) == [1]
    assert await state_of(database) is BroadcastState.DONE
    assert outbox.receivers(Kind.CARD) == [people[NETWORK]]
    assert await moved(database, outbox) == []


async def test_a_scheduled_one_starts_when_its_time_has_come(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    async with desk_of(database, outbox, NETWORK) as desk:
        draft = await drafted(desk, en="One.")
        await drafts.set_time(desk.session, desk.actor, draft, NOW + HOUR)
        await confirmation.confirm(desk, draft, None, 0)
    assert await moved(database, outbox, NOW + HOUR - dt.timedelta(seconds=1)) == []
    assert await moved(database, outbox, NOW + 2 * HOUR) == [draft]
    async with database.session() as session:
        broadcast = await read(session, draft)
    assert (broadcast.state, broadcast.started_at) == (BroadcastState.RUNNING, NOW + HOUR)


async def test_too_many_failures_pause_it_once_and_are_recorded(
    database: Database, outbox: FakeOutbox, people: dict[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.broadcasts.progress.LEAST_TRIED", 3)
    await confirmed(database, outbox)
    for member_id in (1, 2, 3):
        outbox.end(member_id, Outcome.FAILED, "bad_request")
    assert await moved(database, outbox) == [1]
    assert await state_of(database) is BroadcastState.PAUSED
    assert outbox.paused == {"broadcast:1"}
    assert outbox.receivers(Kind.CARD) == [people[NETWORK]]
    async with desk_of(database, outbox, NETWORK) as desk:
        await running.resume(desk, 1)
    assert await moved(database, outbox) == []
    assert await recorded(database) == ["broadcast_confirmed", "broadcast_paused", "broadcast_resumed"]


def outcomes(sent: int, failed: int = 0, unreachable: int = 0, unknown: int = 0) -> Counts:
    """Return what became of deliveries; one is pending."""
    return Counter(
        {
            (Outcome.PENDING, ""): 1,
            (Outcome.SENT, ""): sent,
            (Outcome.FAILED, "bad_request"): failed,
            (Outcome.UNREACHABLE, "blocked"): unreachable,
            (Outcome.UNKNOWN, "no_answer"): unknown,
        }
    )


@pytest.mark.parametrize(
    ("counts", "forgiven", "expected"),
    [
        pytest.param(outcomes(0, failed=LEAST_TRIED - 1), 0, False, id="too few to say"),
        pytest.param(outcomes(0, failed=LEAST_TRIED), 0, True, id="all failed"),
        pytest.param(outcomes(80, failed=20), 0, False, id="just the share"),
        pytest.param(outcomes(79, failed=21), 0, True, id="more than the share"),
        pytest.param(outcomes(79, failed=11, unknown=10), 0, True, id="what may not have arrived counts"),
        pytest.param(outcomes(20, unreachable=80), 0, False, id="who has blocked us does not"),
        pytest.param(outcomes(60, failed=40), 30, False, id="forgiven"),
        pytest.param(outcomes(60, failed=40), 10, True, id="new ones after a resumption"),
    ],
)
def test_a_share_of_failures_is_too_many(counts: Counts, forgiven: int, *, expected: bool) -> None:
    assert has_too_many_errors(counts, forgiven) is expected


async def test_progress_tells_outcomes_reasons_and_confirmations(
    database: Database, outbox: FakeOutbox, people: object
) -> None:
    await confirmed(database, outbox)
    outbox.end(1, Outcome.SENT)
    outbox.end(2, Outcome.FAILED, "too_long")
    outbox.end(3, Outcome.UNREACHABLE, "blocked")
    async with desk_of(database, outbox, NETWORK) as desk:
        await receipts.confirm(desk.session, 1, 1, NOW)
        found = await progress(desk.session, outbox, await read(desk.session, 1))
    assert found.outcomes == {Outcome.SENT: 1, Outcome.FAILED: 1, Outcome.UNREACHABLE: 1, Outcome.PENDING: 5}
    assert (found.reasons, found.confirmed, found.pending) == ({"too_long": 1}, 1, 5)


async def test_of_an_author_who_has_gone_nobody_is_told(database: Database, outbox: FakeOutbox, people: object) -> None:
    await confirmed(database, outbox)
    async with database.session() as session:
        (await read(session, 1)).author_id = None
        await session.commit()
    outbox.end_all(Outcome.SENT)
    assert await moved(database, outbox) == [1]
    assert outbox.receivers(Kind.CARD) == []
