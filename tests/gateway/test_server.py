"""Starting and stopping the server."""

import asyncio

import httpx
import pytest

from bot.gateway.personas import Persona
from bot.gateway.server import running
from bot.gateway.world import World
from tests.gateway.client import OFFICER, Api, new_world


async def test_a_server_answers_as_soon_as_its_address_is_known(world: World) -> None:
    async with running(world) as address, httpx.AsyncClient() as client:
        assert (await client.get(f"{address}/web/personas")).status_code == 200


async def test_it_is_bound_to_loopback_only(world: World) -> None:
    async with running(world) as address:
        assert address.startswith("http://127.0.0.1:")


async def test_a_stopped_server_answers_no_more(world: World) -> None:
    async with running(world) as address:
        pass
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(address)


async def test_stopping_ends_a_poll_that_waits(world: World) -> None:
    async with httpx.AsyncClient() as client:
        async with running(world) as address:
            request = client.get(f"{address}/bot{world.token}/getUpdates", params={"timeout": 50})
            poll = asyncio.ensure_future(request)
            await client.get(f"{address}/web/personas")
        assert (await poll).json() == {"ok": True, "result": []}


async def test_two_worlds_know_nothing_of_each_other(world: World, officer: Persona) -> None:
    other = new_world()
    async with running(world) as address, running(other) as elsewhere, httpx.AsyncClient() as client:
        here, there = Api(client), Api(client)
        await client.post(f"{address}{here.path('sendMessage')}", json={"chat_id": OFFICER, "text": "x"})
        reply = await client.post(f"{elsewhere}{there.path('sendMessage')}", json={"chat_id": OFFICER, "text": "x"})
    assert len(officer.messages()) == 2
    assert reply.status_code == 403
