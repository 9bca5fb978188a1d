"""What time it is: the machine's, or for demos that of a gateway whose clock can be moved forward."""

import asyncio
import datetime as dt
from collections.abc import Callable

import httpx
import structlog

Clock = Callable[[], dt.datetime]
"""Returns the present instant, aware, in UTC."""
REFRESH_INTERVAL = 1.0
"""Seconds between two looks at the gateway's clock: people who moved it on wait for no longer."""
TIMEOUT = 5.0


def system_clock() -> dt.datetime:
    """Return the time of the machine."""
    return dt.datetime.now(dt.UTC)


class FollowingClock:
    """A clock that is ahead of another by as much as a gateway's is.

    Attributes:
        offset: how far ahead, as last heard of the gateway.
    """

    def __init__(self, url: str, source: Clock = system_clock) -> None:
        """Take the address that tells `{"offset_seconds": …}`, and the clock that runs here."""
        self.offset = dt.timedelta()
        self._url = url
        self._source = source

    def __call__(self) -> dt.datetime:
        """Return the present instant."""
        return self._source() + self.offset

    async def refresh(self, client: httpx.AsyncClient) -> None:
        """Ask the gateway once; without an answer the offset stays.

        Args:
            client: makes the request.
        """
        try:
            response = await client.get(self._url, timeout=TIMEOUT)
            self.offset = dt.timedelta(seconds=float(response.raise_for_status().json()["offset_seconds"]))
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            structlog.get_logger(__name__).debug("clock not heard", error=type(error).__name__)

    async def hear(self) -> None:
        """Ask the gateway once, so that whatever is done first is done by its time and not by that of the machine."""
        async with httpx.AsyncClient(trust_env=False) as client:
            await self.refresh(client)

    async def follow(self) -> None:
        """Ask again and again until cancelled."""
        async with httpx.AsyncClient(trust_env=False) as client:
            while True:
                await self.refresh(client)
                await asyncio.sleep(REFRESH_INTERVAL)
