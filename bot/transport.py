"""How requests reach the Bot API: aiohttp behind PTB's `BaseRequest`.

PTB's own client (httpx) takes most of a processor at some hundred requests a second and gets slower the more are
open; the figures are in docs/benchmarks.md.
"""

import aiohttp
import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

READ_TIMEOUT = 5.0
WRITE_TIMEOUT = 5.0
MEDIA_WRITE_TIMEOUT = 20.0
CONNECT_TIMEOUT = 5.0
POOL_TIMEOUT = 5.0
"""Seconds; those of PTB's own client, except that a free connection is waited for as long as a new one."""
KEEP_ALIVE = 5.0
"""Seconds an idle connection is kept: a longer one could be closed by the server just when it is used again."""


class NotSentError(NetworkError):
    """The request never left, so nothing was done."""


class NotSentInTimeError(TimedOut):
    """The same, because there was no connection in time."""


class Transport(BaseRequest):
    """Requests over a pool of connections."""

    def __init__(self, connections: int, read_timeout: float = READ_TIMEOUT) -> None:
        """Take how many requests may be open at once, and how many seconds an answer is waited for."""
        self._connections = connections
        self._read_timeout = read_timeout
        self._client: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer is waited for."""
        return self._read_timeout

    @property
    def is_open(self) -> bool:
        """Whether there is a pool of connections."""
        return self._client is not None

    async def initialize(self) -> None:
        """Open the pool."""
        if self._client is None:
            connector = aiohttp.TCPConnector(
                limit=self._connections,
                ssl=httpx.create_ssl_context(),  # trusts whom PTB's own client trusts
                keepalive_timeout=KEEP_ALIVE,
            )
            self._client = aiohttp.ClientSession(
                connector=connector, headers={"User-Agent": self.USER_AGENT}, trust_env=True
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def do_request(  # noqa: PLR0913, PLR0917  # PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make a request; return status and body.

        Raises:
            NotSentError, NotSentInTimeError: nothing was sent.
            TimedOut: it was, and no answer came in time.
            NetworkError: it may have been, and the connection broke.
        """
        if self._client is None:
            raise RuntimeError("the transport is not initialized")
        has_files = request_data is not None and request_data.contains_files
        write = MEDIA_WRITE_TIMEOUT if has_files else WRITE_TIMEOUT
        timeout = _timeout(
            _given(pool_timeout, POOL_TIMEOUT),
            _given(connect_timeout, CONNECT_TIMEOUT),
            _given(write_timeout, write),
            _given(read_timeout, self._read_timeout),
        )
        try:
            body = _body(request_data)
            async with self._client.request(method, url, data=body, headers=_kind(body), timeout=timeout) as response:
                return response.status, await response.read()
        except aiohttp.ConnectionTimeoutError as error:
            raise NotSentInTimeError from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientConnectorError as error:
            raise NotSentError(type(error).__name__) from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error


def _given(timeout: ODVInput[float], usual: float) -> float | None:
    """Return a timeout in seconds as the caller wants it, None for no end."""
    return usual if isinstance(timeout, DefaultValue) else timeout


def _timeout(
    pool: float | None, connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    parts = (pool, connect, write, read)
    total = None if None in parts else sum(part for part in parts if part is not None)
    until_connected = None if pool is None or connect is None else pool + connect
    return aiohttp.ClientTimeout(total=total, connect=until_connected, sock_connect=connect, sock_read=read)


def _body(request_data: RequestData | None) -> aiohttp.FormData | bytes | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_payload
    form = aiohttp.FormData(request_data.json_parameters)
    for field, (name, content, mime_type) in request_data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=mime_type)
    return form


def _kind(body: aiohttp.FormData | bytes | None) -> dict[str, str] | None:
    return {"Content-Type": "application/json"} if isinstance(body, bytes) else None
