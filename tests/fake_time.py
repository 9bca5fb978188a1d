"""Time that passes only while everybody waits for it, so that tests of hours take milliseconds."""

import asyncio
import heapq
import itertools
from collections.abc import Coroutine
from typing import Any

SETTLING = 50
"""Turns of the event loop after which whoever can go on has gone on."""


class FakeTime:
    """A clock of seconds, and a sleep that goes by it.

    Attributes:
        now: seconds since it was made.
        late: seconds by which sleepers wake too late.
    """

    def __init__(self, late: float = 0.0) -> None:
        self.now = 0.0
        self.late = late
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Wait until so many seconds have passed here."""
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds + self.late, next(self._numbers), woken))
        await woken

    async def run(self, *work: Coroutine[Any, Any, Any]) -> list[Any]:
        """Do work side by side and return the results, errors among them; time passes when all of it waits."""
        doing = asyncio.gather(*work, return_exceptions=True)
        while True:
            for _ in range(SETTLING):
                await asyncio.sleep(0)
            if doing.done():
                return await doing
            self.now, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)
