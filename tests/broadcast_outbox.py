"""A delivery engine for tests: rows in memory, and outcomes that a test decides."""

import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services.broadcasts.outbox import Fate, Kind, Order, Outcome

FIRST_MESSAGE = 1000


@dataclass
class FakeOutbox:
    """What was put into it, and what became of it.

    Attributes:
        orders: in the order they came.
        rows: by cause and member's number: the batch and what became of it.
        paused: batches that rest.
    """

    orders: list[Order] = field(default_factory=list)
    rows: dict[tuple[str, int], tuple[str, Fate]] = field(default_factory=dict)
    paused: set[str] = field(default_factory=set)

    async def put(self, session: AsyncSession, order: Order, member_ids: Iterable[int]) -> None:
        """Keep an order, each member once."""
        self.orders.append(order)
        for member_id in member_ids:
            self.rows.setdefault((order.cause, member_id), (order.batch, Fate(member_id, Outcome.PENDING)))

    async def counts(self, session: AsyncSession, batch: str) -> Counter[tuple[Outcome, str]]:
        """Count."""
        return Counter((fate.outcome, fate.reason) for fate in self._of(batch))

    async def fates(self, session: AsyncSession, batch: str) -> AsyncIterator[Fate]:
        """Yield what became of each."""
        for fate in self._of(batch):
            yield fate

    async def message_ids(self, session: AsyncSession, cause: str, member_id: int) -> tuple[int, ...]:
        """Return the numbers of messages."""
        return self.rows[cause, member_id][1].message_ids if (cause, member_id) in self.rows else ()

    async def pause(self, session: AsyncSession, batch: str) -> None:
        """Rest."""
        self.paused.add(batch)

    async def resume(self, session: AsyncSession, batch: str) -> None:
        """Go on."""
        self.paused.discard(batch)

    async def cancel(self, session: AsyncSession, batch: str, now: dt.datetime) -> None:
        """Let nothing be sent any more."""
        self._change(batch, Outcome.PENDING, Outcome.NEVER_SENT)

    async def resend_failed(self, session: AsyncSession, batch: str, now: dt.datetime) -> int:
        """Try again what failed."""
        return self._change(batch, Outcome.FAILED, Outcome.PENDING)

    def end(self, member_id: int, outcome: Outcome, reason: str = "", batch: str = "broadcast:1") -> None:
        """Decide what became of a delivery."""
        for key, (its_batch, fate) in self.rows.items():
            if its_batch == batch and key[1] == member_id:
                sent = (FIRST_MESSAGE + member_id,) if outcome is Outcome.SENT else ()
                self.rows[key] = (its_batch, replace(fate, outcome=outcome, reason=reason, message_ids=sent))

    def end_all(self, outcome: Outcome, batch: str = "broadcast:1") -> None:
        """Decide alike what became of all that is pending in a batch."""
        for fate in self._of(batch):
            if fate.outcome is Outcome.PENDING:
                self.end(fate.member_id, outcome, batch=batch)

    def receivers(self, kind: Kind) -> list[int]:
        """Return the numbers of the members that something of a kind was put for."""
        batches = {order.batch for order in self.orders if order.kind is kind}
        return sorted(member_id for (_, member_id), (batch, _) in self.rows.items() if batch in batches)

    def _of(self, batch: str) -> list[Fate]:
        return [fate for its_batch, fate in self.rows.values() if its_batch == batch]

    def _change(self, batch: str, old: Outcome, new: Outcome) -> int:
        changed = [fate.member_id for fate in self._of(batch) if fate.outcome is old]
        for member_id in changed:
            self.end(member_id, new, batch=batch)
        return len(changed)
