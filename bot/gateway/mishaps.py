"""Plays a fault of the network on a request: late, lost, cut off."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.gateway.faults import Fault, FaultKind

# struct linger: on, for no seconds
AT_ONCE = struct.pack("ii", 1, 0)
Work = Callable[[], Awaitable[Response]]
Pause = Callable[[float], Awaitable[None]]
BAD_GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class AbortableProtocol(H11Protocol):
    """HTTP protocol that shows a request its connection, so that it can be reset."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as the parent does
        """Keep the connection where `Request.state` shows it."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


async def play(fault: Fault, request: Request, work: Work, pause: Pause) -> Response:
    """Answer a request as the fault wants it.

    Args:
        fault: what happens; one that is answered with an error is raised.
        request: its connection may be reset; its body must have been read.
        work: carries the request out.
        pause: waits so many seconds.

    Raises:
        ApiError: the fault is one that the Bot API reports itself.
    """
    refusal = fault.refusal()
    if refusal is not None:
        raise refusal
    if fault.kind is FaultKind.BAD_GATEWAY:
        return HTMLResponse(BAD_GATEWAY_PAGE, 502)
    if fault.kind is FaultKind.SLOW:
        await pause(fault.seconds)
        return await work()
    if fault.kind in (FaultKind.TIMEOUT_AFTER, FaultKind.RESET_AFTER):
        await work()
    if fault.kind in (FaultKind.RESET_BEFORE, FaultKind.RESET_AFTER):
        _reset(request.state.transport)
    await _client_gone(request)
    return Response(status_code=504)


def _reset(transport: asyncio.Transport) -> None:
    """Cut a connection off; without lingering, so that the other side sees a reset and not an orderly end."""
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    transport.abort()


async def _client_gone(request: Request) -> None:
    """Wait until the client gives up, or its connection was reset."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
