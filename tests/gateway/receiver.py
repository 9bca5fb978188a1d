"""A bot's web server for tests: notes what it is sent and answers as it is told."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


@dataclass(frozen=True)
class Heard:
    """One delivery."""

    update: dict[str, Any]
    headers: Mapping[str, str]


class Receiver:
    """Answers with the given statuses in turn, and 200 when they are used up."""

    def __init__(
        self, statuses: Sequence[int] = (), headers: Mapping[str, str] | None = None, reply: object = None
    ) -> None:
        self._statuses = list(statuses)
        self._headers = headers
        self._reply = reply
        self._heard: asyncio.Queue[Heard] = asyncio.Queue()
        self._held: int | None = None
        self._released = asyncio.Event()

    def hold(self, chat_id: int) -> None:
        """Leave deliveries of a chat without an answer until `release`."""
        self._held = chat_id

    def release(self) -> None:
        """Answer what was held."""
        self._released.set()

    async def hear(self) -> Heard:
        """Return the next delivery; fails rather than waits for ever."""
        async with asyncio.timeout(10):
            return await self._heard.get()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Listen on a free loopback port while the block runs; gives the address."""
        app = Starlette(routes=[Route("/hook", self._take, methods=["POST"])])
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
        sockets = [server.config.bind_socket()]
        sockets[0].listen()
        task = asyncio.create_task(server.serve(sockets))
        try:
            yield f"http://127.0.0.1:{sockets[0].getsockname()[1]}/hook"
        finally:
            self.release()
            server.should_exit = True
            await task

    async def _take(self, request: Request) -> Response:
        update = await request.json()
        self._heard.put_nowait(Heard(update, dict(request.headers)))
        if self._held is not None and update["message"]["chat"]["id"] == self._held:
            await self._released.wait()
        status = self._statuses.pop(0) if self._statuses else 200
        return JSONResponse(self._reply, status, headers=self._headers)
