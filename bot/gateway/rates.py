"""How fast a bot may send: Telegram's limits, which it does not publish exactly."""

import datetime as dt
import math
from collections import deque
from dataclasses import dataclass

from bot.gateway.clock import Clock
from bot.gateway.errors import too_many_requests


@dataclass(frozen=True)
class RateLimits:
    """The limits, as the Bot FAQ gives them.

    Attributes:
        overall_per_second: messages in all.
        chat_per_second: messages into one chat, in the long run.
        chat_burst: messages into one chat that may come at once; the FAQ says "short bursts", the number is our choice.
        group_per_minute: messages into one group.
    """

    overall_per_second: int = 30
    chat_per_second: float = 1
    chat_burst: int = 3
    group_per_minute: int = 20


class RateLimiter:
    """Counts what is sent and refuses what is too much.

    Attributes:
        enabled: off, everything passes and nothing is counted; on from the start where limits are given.
    """

    def __init__(self, clock: Clock, limits: RateLimits | None = None) -> None:
        self._clock = clock
        self._limits = limits or RateLimits()
        self._overall: deque[dt.datetime] = deque(maxlen=self._limits.overall_per_second)
        self._groups: dict[int, deque[dt.datetime]] = {}
        self._even: dict[int, dt.datetime] = {}
        self.enabled = limits is not None

    def take(self, chat_id: int) -> None:
        """Count a message into a chat.

        Raises:
            ApiError: 429 with `retry_after`; nothing is counted then.
        """
        if not self.enabled:
            return
        now = self._clock.now()
        group = self._group(chat_id)
        interval = dt.timedelta(seconds=1 / self._limits.chat_per_second)
        even = max(self._even.get(chat_id, now), now)
        waits = (
            _wait(self._overall, dt.timedelta(seconds=1), now),
            _wait(group, dt.timedelta(minutes=1), now),
            even - now - interval * (self._limits.chat_burst - 1),
        )
        if max(waits) > dt.timedelta():
            raise too_many_requests(math.ceil(max(waits).total_seconds()))
        self._overall.append(now)
        group.append(now)
        self._even[chat_id] = even + interval

    def _group(self, chat_id: int) -> deque[dt.datetime]:
        """Return when the last messages went into a group; a private chat has no such limit."""
        if chat_id > 0:
            return deque(maxlen=0)
        return self._groups.setdefault(chat_id, deque(maxlen=self._limits.group_per_minute))


def _wait(sent: deque[dt.datetime], span: dt.timedelta, now: dt.datetime) -> dt.timedelta:
    """Return how long to wait until a full window has room again; zero or less when it has."""
    if len(sent) < (sent.maxlen or 1):
        return dt.timedelta()
    return sent[0] + span - now
