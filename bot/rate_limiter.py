"""Telegram's sending limits, kept on our side: answers first, then what is for one person, then bulk.

PTB's `AIORateLimiter` has no limit of a message a second and chat, knows no order of precedence, and lets one
`RetryAfter` stop all requests; the limiters of the package index know no precedence either.
"""

import asyncio
import math
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.pacing import Slot, Spacing, Window
from bot.refusals import seconds_of

Result = bool | JSONDict | list[JSONDict]
Call = Callable[..., Coroutine[Any, Any, Result]]
LIMITED = ("send", "edit", "copy", "forward", "delete")
"""Beginnings of the methods that write into a chat; Telegram counts edits too."""
UNLIMITED = frozenset({"sendChatAction", "deleteWebhook", "deleteMyCommands"})
TRIES = 3
"""How often an answer is tried where Telegram wants it later."""
PATIENCE = 5.0
"""Seconds for which a request waits here. An answer that is wanted later than that fails, a delivery comes back."""
NAP = 0.005
"""Seconds between two looks of somebody who lets others go first."""


class Lane(IntEnum):
    """What a request is for; a lower one goes first. Pass it as `rate_limit_args`; without it is an ANSWER."""

    ANSWER = 0
    PERSONAL = 1
    BULK = 2


@dataclass(frozen=True)
class Limits:
    """How much is sent (Bot FAQ).

    Attributes:
        per_second: messages in all.
        bulk_per_second: of which so many in bulk; the rest, and whatever others leave, is kept for answers.
        chat_per_second: messages into one chat.
        chat_burst: messages into one chat that may come at once, after as long a pause.
        group_per_minute: messages into one group.
        bulk_is_paid: bulk does not count among `per_second` (Telegram's paid broadcasts).
    """

    per_second: int = 30
    bulk_per_second: float = 29.3
    chat_per_second: float = 1
    chat_burst: int = 3
    group_per_minute: int = 20
    bulk_is_paid: bool = False


PAID = Limits(bulk_per_second=900, bulk_is_paid=True)
"""Paid broadcasts may go at 1000 messages a second."""


class RateLimiter(BaseRateLimiter[Lane]):
    """Makes requests wait for their turn; obeys `RetryAfter` for the chat concerned and for bulk."""

    def __init__(
        self,
        limits: Limits | None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Take the limits, None to obey the server only; a clock of seconds, and what waits so many."""
        self._limits = limits
        known = limits or Limits()
        self._overall = Window(known.per_second, 1)
        self._chats = Spacing(known.chat_per_second, known.chat_burst)
        self._bulk = Spacing(known.bulk_per_second, burst=2)  # one that starts late does not delay all after it
        self._groups: dict[int | str, Window] = {}
        self._held: dict[object, float] = {}
        self._waiting: Counter[Lane] = Counter()
        self._lines = {lane: asyncio.Lock() for lane in Lane}
        self._clock = clock
        self._sleep = sleep

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Leave nothing behind."""

    async def process_request(  # noqa: PLR0913, PLR0917  # PTB's signature
        self,
        callback: Call,
        args: Any,  # noqa: ANN401  # as PTB has it
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Result:
        """Make a request when it is its turn.

        Raises:
            RetryAfter: Telegram wants it later than can be waited for here.
        """
        if not endpoint.startswith(LIMITED) or endpoint in UNLIMITED:
            return await callback(*args, **kwargs)
        lane, chat_id = rate_limit_args or Lane.ANSWER, data.get("chat_id")
        for tries in range(1, TRIES + 1):
            slots = await self._turn(lane, chat_id)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._hold(chat_id, seconds_of(error))
                if lane is not Lane.ANSWER or tries == TRIES or seconds_of(error) > PATIENCE:
                    raise
            finally:
                for window, slot in slots:
                    window.answered(slot, self._clock())
        raise AssertionError("the last try returns or raises")

    async def _turn(self, lane: Lane, chat_id: int | str | None) -> list[tuple[Window, Slot]]:
        """Wait for a request's turn, first for its chat and then, in line, for the bot; return the places it takes."""
        while True:
            await self._until(lambda: self._chat_wait(chat_id), lane)
            self._waiting[lane] += 1
            try:
                async with self._lines[lane]:
                    await self._until(lambda: self._bot_wait(lane), lane)
                    if self._chat_wait(chat_id) <= 0:
                        return self._take(lane, chat_id)
            finally:
                self._waiting[lane] -= 1

    async def _until(self, wait: Callable[[], float], lane: Lane) -> None:
        while (seconds := wait()) > 0:
            if lane is not Lane.ANSWER and seconds > PATIENCE:
                raise RetryAfter(math.ceil(seconds))
            await self._sleep(seconds)

    def _chat_wait(self, chat_id: int | str | None) -> float:
        now = self._clock()
        held = self._held.get(chat_id, now) - now
        if self._limits is None or chat_id is None:
            return held
        return max(held, self._chats.wait(chat_id, now), self._group(chat_id).wait(now) if _is_group(chat_id) else 0)

    def _bot_wait(self, lane: Lane) -> float:
        now = self._clock()
        is_bulk = lane is Lane.BULK
        held = self._held.get(Lane.BULK, now) - now if is_bulk else 0.0
        if self._limits is None:
            return held
        yielding = NAP if any(self._waiting[before] for before in Lane if before < lane) else 0.0
        overall = 0.0 if is_bulk and self._limits.bulk_is_paid else self._overall.wait(now)
        return max(held, yielding, overall, self._bulk.wait(lane, now) if is_bulk else 0.0)

    def _take(self, lane: Lane, chat_id: int | str | None) -> list[tuple[Window, Slot]]:
        if self._limits is None:
            return []
        now = self._clock()
        windows = [] if lane is Lane.BULK and self._limits.bulk_is_paid else [self._overall]
        if chat_id is not None:
            self._chats.take(chat_id, now)
            windows += [self._group(chat_id)] if _is_group(chat_id) else []
        if lane is Lane.BULK:
            self._bulk.take(lane, now)
        return [(window, window.take(now)) for window in windows]

    def _hold(self, chat_id: int | str | None, seconds: float) -> None:
        """Send nothing into a chat, and nothing in bulk, for so long."""
        now = self._clock()
        self._held = {key: until for key, until in self._held.items() if until > now}
        for key in (chat_id, Lane.BULK):
            self._held[key] = max(self._held.get(key, now), now + seconds)

    def _group(self, chat_id: int | str) -> Window:
        size = (self._limits or Limits()).group_per_minute
        return self._groups.setdefault(chat_id, Window(size, 60))


def _is_group(chat_id: int | str) -> bool:
    return isinstance(chat_id, int) and chat_id < 0
