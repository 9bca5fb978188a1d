"""The routes that move the clock and script what goes wrong."""

import datetime as dt

import httpx
import pytest

from bot.gateway.clock import Clock, utc_now
from bot.gateway.world import World
from tests.gateway.client import GROUP, OFFICER, START, heard


async def test_the_clock_starts_with_the_real_time(client: httpx.AsyncClient) -> None:
    assert (await client.get("/web/clock")).json() == {"now": START.isoformat(), "offset_seconds": 0}


@pytest.mark.parametrize(
    "change", [{"advance_seconds": 86_400}, {"now": "2027-03-02T10:00:00+01:00"}], ids=["by a day", "to an instant"]
)
async def test_the_clock_goes_forward(client: httpx.AsyncClient, world: World, change: dict[str, object]) -> None:
    answer = (await client.post("/web/clock", json=change)).json()
    assert answer == {"now": "2027-03-02T09:00:00+00:00", "offset_seconds": 86_400}
    assert world.clock.now() == START + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"advance_seconds": -1}, "the clock only goes forward"),
        ({"now": "2027-02-28T09:00:00Z"}, "the clock only goes forward"),
        ({"now": "2027-03-02T09:00:00"}, "now must have a time zone"),
        ({"now": "tomorrow"}, "Invalid isoformat string"),
        ({"advance_seconds": 1e300}, "beyond the calendar"),
        ({"advance_seconds": 1e11 * 3}, "no calendar reaches"),
        ({}, "expected advance_seconds"),
        ([], "the body must be a JSON object"),
    ],
)
async def test_the_clock_is_not_led_astray(
    client: httpx.AsyncClient, world: World, change: object, reason: str
) -> None:
    reply = await client.post("/web/clock", json=change)
    assert reply.status_code == 400
    assert reason in reply.json()["error"]
    assert world.clock.now() == START


async def test_all_pages_hear_that_the_clock_moved(client: httpx.AsyncClient, world: World) -> None:
    seen = world.events.open(OFFICER)
    await client.post("/web/clock", json={"advance_seconds": 60})
    event = await heard(seen)
    assert (event.name, event.payload["now"]) == ("clock", "2027-03-01T09:01:00+00:00")


def test_a_clock_without_a_source_follows_the_real_one() -> None:
    before = utc_now()
    assert before <= Clock().now() <= utc_now()


async def test_a_fault_is_written_listed_and_cleared(client: httpx.AsyncClient) -> None:
    fault = {"kind": "flood", "chat_id": OFFICER, "method": "sendMessage", "times": 2, "seconds": 7}
    assert (await client.post("/web/faults", json=fault)).status_code == 201
    assert (await client.get("/web/faults")).json() == [fault]
    await client.delete("/web/faults")
    assert (await client.get("/web/faults")).json() == []


@pytest.mark.parametrize(
    "fault",
    [{}, {"kind": "earthquake"}, {"kind": "slow", "times": 0}, {"kind": "slow", "seconds": "x"},
     {"kind": "slow", "chat_id": "x"}, {"kind": "slow", "method": 1}, {"kind": "migrated", "chat_id": OFFICER}, []],
)  # fmt: skip
async def test_a_fault_that_makes_no_sense_is_refused(client: httpx.AsyncClient, world: World, fault: object) -> None:
    assert (await client.post("/web/faults", json=fault)).status_code == 400
    assert world.faults.remaining() == []


async def test_a_group_is_upgraded_for_good(client: httpx.AsyncClient, world: World) -> None:
    answer = (await client.post("/web/faults", json={"kind": "migrated", "chat_id": GROUP})).json()
    assert world.chat(GROUP).migrated_to == answer["migrate_to_chat_id"]
    assert (await client.post("/web/faults", json={"kind": "migrated", "chat_id": GROUP})).status_code == 400


async def test_sending_limits_are_switched(client: httpx.AsyncClient, world: World) -> None:
    await client.put("/web/rates", json={"enabled": True})
    assert world.rates.enabled
    assert (await client.get("/web/rates")).json() == {"enabled": True}


async def test_sending_limits_are_on_or_off(client: httpx.AsyncClient) -> None:
    assert (await client.put("/web/rates", json={"enabled": "perhaps"})).status_code == 400
