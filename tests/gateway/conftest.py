"""A world whose time stands still, a bare client, and an officer who has started the bot."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.gateway.personas import Persona
from bot.gateway.server import create_app
from bot.gateway.world import World
from tests.gateway.client import Api, new_world


@pytest.fixture
def world() -> World:
    """Return a world in which nobody has said anything."""
    return new_world()


@pytest.fixture
async def client(world: World) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of the whole application, without sockets."""
    transport = httpx.ASGITransport(create_app(world))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client:
        yield client


@pytest.fixture
def api(client: httpx.AsyncClient) -> Api:
    """Return a client with the bot's token."""
    return Api(client)


@pytest.fixture
def officer(world: World) -> Persona:
    """Return an officer who has pressed Start; the update is confirmed."""
    persona = Persona(world, "officer-tbilisi")
    persona.start()
    world.updates.clear()
    return persona
