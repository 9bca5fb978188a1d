"""The queue of updates for the bot: what getUpdates reads and what a webhook is sent."""

import asyncio
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.gateway.clock import Clock
from bot.gateway.errors import conflict
from bot.gateway.json_types import JsonObject

FIRST_ID = 100_000_001
MAX_BATCH = 100
MAX_WAIT = 50
KINDS = frozenset({
    "message", "edited_message", "callback_query", "inline_query", "chosen_inline_result", "my_chat_member",
    "chat_member", "message_reaction", "message_reaction_count", "poll", "poll_answer",
})  # fmt: skip
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
# how long an update that nobody fetched is kept
LIFETIMES = {"callback_query": dt.timedelta(seconds=150), "inline_query": dt.timedelta(seconds=30)}
LIFETIME = dt.timedelta(hours=24)
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True)
class Update:
    """One update and when it is dropped if nobody fetched it."""

    number: int
    kind: str
    payload: JsonObject
    expires: dt.datetime

    def describe(self) -> JsonObject:
        """Return the Bot API object."""
        return {"update_id": self.number, self.kind: self.payload}


class UpdateQueue:
    """Updates in rising order, kept until confirmed or expired.

    Attributes:
        allowed: kinds that are queued; a change does not touch what is already in the queue.
        changed: set whenever a webhook has something to look at.
    """

    def __init__(self, clock: Clock, first_id: int = FIRST_ID) -> None:
        self._clock = clock
        self._next = first_id
        self._pending: dict[int, Update] = {}
        self._arrived = asyncio.Event()
        self._poller: asyncio.Future[None] | None = None
        self._closed = False
        self.changed = asyncio.Event()
        self.allowed = KINDS - ON_REQUEST

    def add(self, kind: str, payload: JsonObject) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed:
            return
        expires = self._clock.now() + LIFETIMES.get(kind, LIFETIME)
        self._pending[self._next] = Update(self._next, kind, payload, expires)
        self._next += 1
        self._arrived.set()
        self.changed.set()

    def allow(self, kinds: Iterable[str]) -> None:
        """Set which kinds are queued from now on; none means all that are not on request only."""
        self.allowed = frozenset(kinds) & KINDS or KINDS - ON_REQUEST

    def pending(self) -> list[Update]:
        """Return what waits, oldest first, without confirming it."""
        now = self._clock.now()
        self._pending = {number: update for number, update in self._pending.items() if update.expires > now}
        return list(self._pending.values())

    def confirm(self, number: int) -> None:
        """Forget one update."""
        self._pending.pop(number, None)

    def clear(self) -> None:
        """Forget all updates."""
        self._pending.clear()

    def holds(self, number: int) -> bool:
        """Return whether an update still waits to be confirmed."""
        return any(update.number == number for update in self.pending())

    async def poll(self, offset: int, limit: int, patience: float) -> list[Update]:
        """Confirm what lies below the offset and return what follows.

        Args:
            offset: first id wanted; 0 for the oldest; negative counts from the end and forgets the rest.
            limit: at most so many.
            patience: seconds to wait when there is nothing.

        Raises:
            ApiError: 409 when another poll begins while this one waits.
        """
        self.terminate(TERMINATED)
        self._confirm_below(offset)
        if not self.pending() and patience > 0 and not self._closed:
            await self._wait(patience)
        return self.pending()[:limit]

    def terminate(self, reason: str) -> None:
        """End the poll that waits, if any, with a 409: the newer one wins."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(reason))
        self._poller = None

    def close(self) -> None:
        """Let a waiting poll return at once; for shutting down."""
        self._closed = True
        self._arrived.set()
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _confirm_below(self, offset: int) -> None:
        numbers = [update.number for update in self.pending()]
        first = numbers[offset] if offset < 0 and len(numbers) >= -offset else offset
        for number in numbers:
            if number < first:
                self.confirm(number)

    async def _wait(self, patience: float) -> None:
        """Wait for an update, at most `patience` seconds."""
        poller = self._poller = asyncio.get_running_loop().create_future()
        self._arrived.clear()
        arrival = asyncio.ensure_future(self._arrived.wait())
        try:
            await asyncio.wait({poller, arrival}, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        finally:
            arrival.cancel()
            if not poller.done():
                poller.cancel()
        if not poller.cancelled():
            poller.result()
