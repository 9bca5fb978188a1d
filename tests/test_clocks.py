"""The assistant's clock: the machine's, or ahead of it like a gateway's."""

import datetime as dt

import httpx
import pytest

from bot.clocks import FollowingClock, system_clock
from bot.gateway.server import running
from bot.gateway.world import World
from tests.conftest import NOW, TOKEN


def test_the_machine_tells_utc() -> None:
    assert system_clock().utcoffset() == dt.timedelta()


async def test_a_clock_follows_the_gateway() -> None:
    world = World(TOKEN)
    async with running(world) as address, httpx.AsyncClient() as client:
        clock = FollowingClock(f"{address}/web/clock", lambda: NOW)
        await clock.refresh(client)
        before = clock()
        world.clock.advance(dt.timedelta(days=200))
        await clock.refresh(client)
    assert (before, clock()) == (NOW, NOW + dt.timedelta(days=200))


async def test_a_clock_can_be_right_before_it_follows() -> None:
    world = World(TOKEN)
    world.clock.advance(dt.timedelta(days=200))
    async with running(world) as address:
        clock = FollowingClock(f"{address}/web/clock", lambda: NOW)
        await clock.hear()
    assert clock() == NOW + dt.timedelta(days=200)


@pytest.mark.parametrize(
    "answer", [httpx.Response(500), httpx.Response(200, text="no json"), httpx.Response(200, json={})]
)
async def test_without_an_answer_the_time_goes_on_as_it_was(answer: httpx.Response) -> None:
    clock = FollowingClock("http://gateway.example.org/web/clock", lambda: NOW)
    clock.offset = dt.timedelta(hours=1)
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer)) as client:
        await clock.refresh(client)
    assert clock() == NOW + dt.timedelta(hours=1)
