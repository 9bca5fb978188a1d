"""A bare client of the Bot API: sends what a test says, well-formed or not, and shows the answer."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import httpx

from bot.gateway.clock import Clock
from bot.gateway.events import Event
from bot.gateway.world import World

TOKEN = "5550000001:demonstration-only"
OFFICER = 555_001
COLLEAGUE = 555_002
STRANGER = 555_007
GROUP = -5_550_100
START = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


class RefusedError(Exception):
    """The Bot API answered with an error."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["description"])
        self.code: int = answer["error_code"]
        self.description: str = answer["description"]
        self.parameters: dict[str, Any] = answer.get("parameters", {})


class Api:
    """Calls methods of a bot over HTTP."""

    def __init__(self, client: httpx.AsyncClient, token: str = TOKEN) -> None:
        self.client = client
        self.token = token

    async def __call__(self, method: str, **parameters: object) -> Any:  # noqa: ANN401  # whatever the method returns
        """Return a method's result; raises RefusedError."""
        answer = (await self.client.post(self.path(method), json=parameters)).json()
        if not answer["ok"]:
            raise RefusedError(answer)
        return answer["result"]

    async def upload(self, method: str, field: str, upload: tuple[str, bytes], **parameters: str) -> Any:  # noqa: ANN401  # as above
        """Return the result of a method that is sent a file as multipart."""
        reply = await self.client.post(self.path(method), data=parameters, files={field: upload})
        if not reply.json()["ok"]:
            raise RefusedError(reply.json())
        return reply.json()["result"]

    async def updates(self, offset: int = 0) -> list[dict[str, Any]]:
        """Return what waits, at once."""
        found: list[dict[str, Any]] = await self("getUpdates", offset=offset, allowed_updates=[])
        return found

    def path(self, method: str) -> str:
        """Return a method's address."""
        return f"/bot{self.token}/{method}"


async def heard(stream: AsyncIterator[Event]) -> Event:
    """Return the next event of a stream; fails rather than waits for ever."""
    async with asyncio.timeout(10):
        return await anext(stream)


def standing_clock() -> Clock:
    """Return a clock that stands at START until it is advanced."""
    return Clock(lambda: START)


def new_world() -> World:
    """Return a world whose time stands still."""
    return World(TOKEN, clock=standing_clock())


def png(width: int, height: int) -> bytes:
    """Return the first bytes of a picture of that size; enough to be taken for one."""
    return (
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\2\0\0\0"
    )
