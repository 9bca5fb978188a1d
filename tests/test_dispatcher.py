"""What is due is sent, and what became of it is noted."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from bot.courier import Courier
from bot.dispatcher import BULK_COURIERS, PERSONAL_COURIERS, RENEWAL, Dispatcher, process_name
from bot.gateway.faults import Fault, FaultKind
from bot.models import Delivery, DeliveryState, Lease, Priority
from bot.services.deliveries import claiming
from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.failures import Failure, Refusal
from bot.services.deliveries.leases import LEASE
from bot.services.deliveries.outcomes import LONGEST_WAIT, MAX_ATTEMPTS
from bot.splitting import MAX_CHARACTERS
from tests import delivering
from tests.conftest import NOW
from tests.deliveries import claim, message, put, states
from tests.delivering import OFFICER, Office
from tests.members import add, member_of

DAY = dt.timedelta(days=1)
GROUP = -5_550_100


@pytest.fixture(autouse=True)
def quiet_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """PTB warns of each `RetryAfter` whose seconds are a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    """An office that sends as fast as it can."""
    async with delivering.office(tmp_path) as office:
        yield office


@pytest.fixture
async def officer(office: Office) -> int:
    """A member who can be written to."""
    return await delivering.officer(office)


class SlowCourier(Courier):
    """Is on its way until it is told to be back, and sends nothing.

    Attributes:
        begun: somebody is on their way.
        end: they may come back.
        seen: what was handed over.
        back: how many came back.
    """

    def __init__(self, office: Office, refused: Refusal | None = None) -> None:
        super().__init__(lambda: office.assistant, office.bot, {}, "slow")
        self.begun, self.end = asyncio.Event(), asyncio.Event()
        self.seen: list[Claim] = []
        self.back = 0
        self._refused = refused

    async def deliver(self, claim: Claim) -> Refusal | None:
        """Wait for the end."""
        self.seen.append(claim)
        self.begun.set()
        await self.end.wait()
        self.back += 1
        return self._refused


async def sent_late(office: Office, by: dt.timedelta) -> list[Delivery]:
    """Send what is due after a while."""
    office.now += by
    return await office.settle()


async def test_a_delivery_is_rendered_in_its_receivers_language_and_zone_and_sent(office: Office, officer: int) -> None:
    (row,) = await office.send(message(), officer)
    assert office.member_messages() == ["{'event': 7} en Asia/Tbilisi"]
    assert (row.state, row.message_id) == (DeliveryState.SENT, max(office.world.chats[OFFICER].messages))


async def test_what_is_not_due_waits(office: Office, officer: int) -> None:
    await office.send(message(due_at=NOW + DAY), officer)
    assert office.member_messages() == []
    await sent_late(office, DAY)
    assert len(office.member_messages()) == 1


async def test_what_has_nothing_to_say_is_skipped(office: Office, officer: int) -> None:
    (row,) = await office.send(message(payload={}), officer)
    assert (row.state, office.member_messages()) == (DeliveryState.SKIPPED, [])


async def test_nobody_is_woken_but_by_what_is_urgent(office: Office, officer: int) -> None:
    office.now += dt.timedelta(hours=12)
    quiet, _ = await _send_both(office, officer)
    assert office.member_messages() == ["{'event': 8} en Asia/Tbilisi"]
    assert (quiet.state, quiet.due_at) == (DeliveryState.DUE, dt.datetime(2026, 11, 25, 3, tzinfo=dt.UTC))


async def _send_both(office: Office, officer: int) -> list[Delivery]:
    await put(office.database, message(), officer)
    return await office.send(message(cause="urgent", payload={"event": 8}, is_urgent=True), officer)


@pytest.mark.parametrize("kind", [FaultKind.BLOCKED, FaultKind.DEACTIVATED, FaultKind.CHAT_NOT_FOUND])
async def test_who_cannot_be_reached_gets_nothing_more_until_they_come_back(
    office: Office, officer: int, kind: FaultKind
) -> None:
    office.world.faults.add(Fault(kind, OFFICER))
    await office.send(message(), officer)
    first, second = await office.send(message(cause="next"), officer)
    assert (first.state, first.error) == (DeliveryState.FAILED, kind.value.replace("-", "_"))
    assert (second.state, second.error) == (DeliveryState.FAILED, "unreachable")
    async with office.database.session() as session:
        assert not (await member_of(session, OFFICER)).reachable


async def test_a_chat_that_moved_is_found_again(office: Office) -> None:
    member = await add(office.database, GROUP)
    moved = office.world.migrate(office.world.chat(GROUP)).chat_id
    await office.send(message(), member)
    (row,) = await sent_late(office, LONGEST_WAIT)
    assert row.state is DeliveryState.SENT
    assert len(office.member_messages(moved)) == 1


async def test_flood_control_only_delays(office: Office, officer: int) -> None:
    office.world.faults.add(Fault(FaultKind.FLOOD, OFFICER, seconds=9))
    (row,) = await office.send(message(priority=Priority.BULK), officer)
    assert (row.state, row.attempts, row.due_at) == (DeliveryState.DUE, 0, NOW + dt.timedelta(seconds=9))


async def test_what_may_have_arrived_comes_again_with_a_word_or_not_at_all(office: Office, officer: int) -> None:
    office.world.faults.add(Fault(FaultKind.RESET_AFTER, OFFICER, times=2))
    await put(office.database, message(kind="broadcast", cause="b"), officer)
    await office.send(message(), officer)
    left, again = await sent_late(office, LONGEST_WAIT)
    assert (left.state, left.error) == (DeliveryState.UNKNOWN, "no_answer")
    assert (again.state, again.may_repeat) == (DeliveryState.SENT, True)
    text = "{'event': 7} en Asia/Tbilisi"
    assert office.member_messages() == [text, text, f"You may have received this message already.\n\n{text}"]


async def test_a_server_that_fails_for_hours_is_tried_with_longer_waits_and_then_given_up(
    office: Office, officer: int
) -> None:
    office.world.faults.add(Fault(FaultKind.SERVER_ERROR, OFFICER, times=None))
    (row,) = await office.send(message(is_urgent=True), officer)
    attempts = 1
    while row.state is DeliveryState.DUE:
        (row,) = await sent_late(office, LONGEST_WAIT)
        attempts += 1
    assert (row.state, row.error, attempts) == (DeliveryState.FAILED, "server_error", MAX_ATTEMPTS)


async def test_a_network_that_is_gone_costs_few_deliveries_an_attempt(office: Office, officer: int) -> None:
    courier = SlowCourier(office, Refusal(Failure.NOT_SENT))
    courier.end.set()
    dispatcher = Dispatcher(courier)
    members = [await add(office.database, OFFICER + number) for number in range(1, 3 * PERSONAL_COURIERS)]
    await put(office.database, message(), officer, *members)
    await dispatcher.settle()
    assert len(courier.seen) == PERSONAL_COURIERS
    office.now += LONGEST_WAIT
    await dispatcher.settle()
    assert len(courier.seen) == 2 * PERSONAL_COURIERS


async def test_a_broken_renderer_harms_no_other_delivery_and_nothing_is_logged_of_it(
    office: Office, officer: int, capfd: pytest.CaptureFixture[str]
) -> None:
    await put(office.database, message(kind="broken", cause="b", payload={"secret": "code-9"}), officer)
    await put(office.database, message(kind="unheard-of", cause="u"), officer)
    broken, unheard, fine = await office.send(message(), officer)
    assert (broken.error, unheard.error, fine.state) == ("broken", "broken", DeliveryState.SENT)
    assert "code-9" not in capfd.readouterr().out


async def test_a_message_in_parts_goes_on_where_it_was_refused(office: Office, officer: int) -> None:
    office.world.faults.add(Fault(FaultKind.SLOW, OFFICER, seconds=0))
    office.world.faults.add(Fault(FaultKind.SERVER_ERROR, OFFICER))
    (row,) = await office.send(message(kind="long"), officer)
    assert (row.state, row.parts, len(office.member_messages())) == (DeliveryState.DUE, 1, 1)
    await sent_late(office, LONGEST_WAIT)
    assert [len(text) for text in office.member_messages()] == [MAX_CHARACTERS, len("end")]
    (row,) = await office.settle()
    assert [*(row.part_ids or ()), row.message_id] == sorted(office.world.chats[OFFICER].messages)[-2:]


async def test_what_a_dead_process_had_is_sent_when_its_lease_is_over(office: Office, officer: int) -> None:
    await put(office.database, message(), officer)
    await claim(office.database, owner="dead")
    await office.settle()
    assert office.member_messages() == []
    (row,) = await sent_late(office, LEASE)
    assert row.state is DeliveryState.SENT


async def test_bulk_is_sent_by_one_process_at_a_time(office: Office, officer: int) -> None:
    async with office.database.session() as session:
        lease = (await session.exec(select(Lease))).one()
        lease.owner, lease.until = "other", NOW + LEASE
        await session.commit()
    bulk, personal = await _send_bulk_and_personal(office, officer)
    assert (bulk.state, personal.state) == (DeliveryState.DUE, DeliveryState.SENT)
    bulk, _ = await sent_late(office, LEASE)
    assert bulk.state is DeliveryState.SENT


async def _send_bulk_and_personal(office: Office, officer: int) -> list[Delivery]:
    await put(office.database, message(cause="bulk", priority=Priority.BULK), officer)
    return await office.send(message(), officer)


async def test_more_than_can_be_on_its_way_at_once_is_all_sent(office: Office) -> None:
    members = [await add(office.database, profile.user_id) for profile in office.world.cast.values()]
    for cause in range(30):
        await put(office.database, message(cause=f"b:{cause}", priority=Priority.BULK), *members)
        await put(office.database, message(cause=f"p:{cause}", priority=Priority.URGENT), *members)
    await office.settle()
    assert set(await states(office.database)) == {DeliveryState.SENT}


async def test_a_running_dispatcher_hears_of_what_is_put_in_and_drains_when_it_stops(
    office: Office, officer: int
) -> None:
    courier = SlowCourier(office)
    dispatcher = Dispatcher(courier)
    running = asyncio.create_task(dispatcher.run())
    await put(office.database, message(), officer)
    await courier.begun.wait()
    stopping = asyncio.create_task(dispatcher.stop())
    await running
    assert not stopping.done()
    courier.end.set()
    await stopping
    assert courier.back == 1


async def test_what_is_claimed_while_it_stops_arrives_too(office: Office, officer: int) -> None:
    courier = SlowCourier(office)
    courier.end.set()
    dispatcher = Dispatcher(courier)
    await put(office.database, message(), officer)
    running = asyncio.create_task(dispatcher.run())
    await asyncio.sleep(0)
    await dispatcher.stop()
    assert running.done()
    assert courier.back == len(courier.seen)
    assert await states(office.database) == [DeliveryState.CLAIMED if courier.seen else DeliveryState.DUE]


async def test_a_look_that_fails_is_not_the_last(office: Office, officer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.dispatcher.LOOK_INTERVAL", 0.001)
    look, failures, looked = Dispatcher.look, [OSError()], asyncio.Event()

    async def fail_once(dispatcher: Dispatcher) -> bool:
        if failures:
            raise failures.pop()
        is_more = await look(dispatcher)
        looked.set()
        return is_more

    monkeypatch.setattr(Dispatcher, "look", fail_once)
    await put(office.database, message(), officer)
    running = asyncio.create_task(office.dispatcher.run())
    await looked.wait()
    await office.dispatcher.stop()
    await running
    assert await states(office.database) == [DeliveryState.SENT]


async def test_a_process_that_lives_keeps_what_it_has(office: Office, officer: int) -> None:
    courier = SlowCourier(office)
    dispatcher = Dispatcher(courier)
    await put(office.database, message(), officer)
    for _ in range(5):
        await dispatcher.look()
        await courier.begun.wait()
        assert await take_back(office) == 0
        office.now += RENEWAL
    courier.end.set()
    await dispatcher.settle()


async def take_back(office: Office) -> int:
    """Take back what dead processes had, as another process does."""
    async with office.database.session() as session:
        return await claiming.take_back(session, office.now)


def test_no_two_processes_have_the_same_name() -> None:
    assert process_name() != process_name()
    assert len(process_name()) <= 64


async def test_what_waited_for_the_end_of_quiet_hours_arrives_in_the_order_of_causes(
    office: Office, officer: int
) -> None:
    office.now += dt.timedelta(hours=12)
    for number in range(5):
        await put(office.database, message(cause=f"c:{number}", payload={"event": number}), officer)
    await office.settle()
    assert office.member_messages() == []
    await sent_late(office, dt.timedelta(hours=7))
    assert office.member_messages() == [f"{{'event': {number}}} en Asia/Tbilisi" for number in range(5)]


async def test_two_are_never_on_their_way_to_the_same_person(office: Office, officer: int) -> None:
    courier = SlowCourier(office)
    dispatcher = Dispatcher(courier)
    await put(office.database, message(), officer)
    await put(office.database, message(cause="b", priority=Priority.BULK), officer)
    for _ in range(3):
        await dispatcher.look()
    await courier.begun.wait()
    assert len(courier.seen) == 1
    courier.end.set()
    await dispatcher.settle()


async def test_an_urgent_broadcast_goes_before_the_ordinary_ones_that_wait(office: Office) -> None:
    courier = SlowCourier(office)
    dispatcher = Dispatcher(courier)
    members = [await add(office.database, OFFICER + number) for number in range(BULK_COURIERS)]
    await put(office.database, message(cause="ordinary", priority=Priority.BULK), *members)
    urgent = message(cause="urgent", priority=Priority.URGENT_BULK, due_at=NOW, is_urgent=True)
    await put(office.database, urgent, *members[:3])
    await dispatcher.look()
    await courier.begun.wait()
    assert [each.delivery.priority for each in courier.seen[:3]] == [Priority.URGENT_BULK] * 3
    assert len(courier.seen) == BULK_COURIERS
    courier.end.set()
    await dispatcher.stop()


async def test_what_is_urgent_for_many_is_sent_by_one_process_at_a_time_too(office: Office, officer: int) -> None:
    async with office.database.session() as session:
        lease = (await session.exec(select(Lease))).one()
        lease.owner, lease.until = "other", NOW + LEASE
        await session.commit()
    (row,) = await office.send(message(priority=Priority.URGENT_BULK, is_urgent=True), officer)
    assert row.state is DeliveryState.DUE
