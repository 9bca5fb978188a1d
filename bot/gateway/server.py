"""The gateway as a web application, and how it is started: for good, or for the length of a test."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.gateway.access import Access, Guard
from bot.gateway.api import BotApi
from bot.gateway.control import Control
from bot.gateway.mishaps import AbortableProtocol, Pause
from bot.gateway.web import WebChat
from bot.gateway.world import World

STATIC = Path(__file__).parent / "static"
LOOPBACK = "127.0.0.1"
# seconds that open connections get when the server stops
GRACE = 1


def create_app(world: World, access: Access | None = None, pause: Pause = asyncio.sleep) -> Starlette:
    """Return the application: the Bot API, the web chat's routes and its page.

    Args:
        world: the state, one to an application.
        access: who may talk to it; without it, only this machine.
        pause: waits so many seconds; for slow faults and repeated webhook deliveries.
    """
    api = BotApi(world, pause)
    routes: list[BaseRoute] = [
        *api.routes(),
        *Control(world).routes(),
        *WebChat(world).routes(),
        Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
        Route("/", _page),
    ]

    @asynccontextmanager
    async def delivering(_app: Starlette) -> AsyncIterator[None]:
        delivery = asyncio.create_task(world.webhooks.run(api.obey, pause))
        yield
        delivery.cancel()
        await asyncio.gather(delivery, return_exceptions=True)

    guard = Middleware(Guard, access=access or Access())
    return Starlette(routes=routes, middleware=[guard], lifespan=delivering)


class PromptServer(uvicorn.Server):
    """Stops when it is told to, instead of looking ten times a second whether it was: tests start hundreds of them."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._stopped = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the program around: Ctrl+C ends a test at once."""
        yield

    def stop(self) -> None:
        """Stop serving."""
        self._stopped.set()

    async def main_loop(self) -> None:
        """Wait for `stop`."""
        await self.on_tick(0)
        await self._stopped.wait()


async def serve(world: World, host: str = LOOPBACK, port: int = 8080, access: Access | None = None) -> None:
    """Serve until stopped by a signal.

    Raises:
        ValueError: the address can be reached from outside, and that was not allowed or not protected.
    """
    allowed = access or Access()
    allowed.check_bind(host)
    server = uvicorn.Server(_config(create_app(world, allowed), host, port))
    try:
        await server.serve()
    finally:
        world.close()


@asynccontextmanager
async def running(
    world: World, access: Access | None = None, pause: Pause = asyncio.sleep, port: int = 0
) -> AsyncIterator[str]:
    """Serve on a loopback port, by default a free one, while the block runs; gives the address, as http://127.0.0.1:PORT."""
    server = PromptServer(_config(create_app(world, access, pause), LOOPBACK, port))
    sockets = [server.config.bind_socket()]
    # asyncio does not, as uvicorn's socket names no protocol: each answer would wait 40 ms for an acknowledgement
    sockets[0].setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # from here on connections wait in line until the server takes them
    sockets[0].listen()
    port = sockets[0].getsockname()[1]
    task = asyncio.create_task(server.serve(sockets))
    try:
        yield f"http://{LOOPBACK}:{port}"
    finally:
        world.close()
        server.stop()
        await task


def _config(app: Starlette, host: str, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        app, host=host, port=port, log_config=None, access_log=False, lifespan="on",
        timeout_graceful_shutdown=GRACE, http=AbortableProtocol,
    )  # fmt: skip


async def _page(_request: Request) -> Response:
    return FileResponse(STATIC / "index.html")
