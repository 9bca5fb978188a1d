"""How many deliveries are on their way side by side, and when no more are to be claimed."""

import asyncio
import datetime as dt
from dataclasses import dataclass, field

from bot.models import Priority
from bot.models.deliveries import TO_MANY
from bot.services.deliveries.failures import OURS, Failure, Refusal
from bot.services.deliveries.outcomes import wait

MOST_OUTAGES = 4
"""After so many failures in a row the pause gets no longer: a network that is back is used soon."""


@dataclass
class Line:
    """Deliveries that are sent side by side.

    Attributes:
        priorities: what is in it, most urgent first.
        size: how many are on their way at once, at most.
        least: how many couriers must be free before more is claimed.
        held_until: nothing is claimed before.
        outages: how often in a row nothing could be sent.
        couriers: who is on their way, with the number of the delivery.
    """

    priorities: tuple[Priority, ...]
    size: int
    least: int
    held_until: dt.datetime | None = None
    outages: int = 0
    couriers: dict[asyncio.Task[None], int] = field(default_factory=dict)

    @property
    def is_bulk(self) -> bool:
        """Whether only one process at a time may send it."""
        return not TO_MANY.isdisjoint(self.priorities)

    @property
    def free(self) -> int:
        """How many may be claimed now."""
        free = self.size - len(self.couriers)
        return free if free >= self.least else 0

    def is_open(self, now: dt.datetime) -> bool:
        """Say whether anything may be claimed now."""
        return self.free > 0 and (self.held_until is None or self.held_until <= now)

    def learn(self, refused: Refusal | None, now: dt.datetime) -> None:
        """Claim nothing for a while where the next one would fare no better."""
        if refused is None or refused.failure not in OURS:
            self.outages = 0
        elif refused.failure is not Failure.FLOOD:
            self._hold(now + wait(self.outages, 0))
            self.outages = min(self.outages + 1, MOST_OUTAGES)
        elif self.is_bulk:
            self._hold(now + refused.retry_after)

    def _hold(self, until: dt.datetime) -> None:
        self.held_until = max(self.held_until or until, until)
