"""A bell between two parts of one process: one has put work down, the other need not look all the time."""

import asyncio
from contextlib import suppress


class Bell:
    """Remembers that it was rung until somebody has heard it."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    @property
    def is_rung(self) -> bool:
        """Whether nobody has heard it yet."""
        return self._rung.is_set()

    def ring(self) -> None:
        """Wake who waits, or who will."""
        self._rung.set()

    async def wait(self, seconds: float) -> None:
        """Return when it rings, or was rung since the last time, or after so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._rung.clear()
