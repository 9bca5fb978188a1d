"""The outbox of broadcasts on the table of deliveries."""

import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from types import MappingProxyType

import sqlalchemy as sa
from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, Priority
from bot.services.broadcasts.outbox import BROADCAST, UNDOES, Fate, Kind, Order, Outcome
from bot.services.deliveries import batches
from bot.services.deliveries.failures import UNREACHABLE, Failure
from bot.services.deliveries.queue import Message, enqueue
from bot.services.deliveries.states import WITHOUT_OBJECTS

OUTCOMES: Mapping[DeliveryState, Outcome] = MappingProxyType(
    {
        DeliveryState.DUE: Outcome.PENDING,
        DeliveryState.PAUSED: Outcome.PENDING,
        DeliveryState.CLAIMED: Outcome.PENDING,
        DeliveryState.SENT: Outcome.SENT,
        DeliveryState.UNKNOWN: Outcome.UNKNOWN,
        DeliveryState.FAILED: Outcome.FAILED,
        DeliveryState.SKIPPED: Outcome.NEVER_SENT,
        DeliveryState.CANCELLED: Outcome.NEVER_SENT,
    }
)
TO_ONE = frozenset({Kind.APPROVAL, Kind.CARD})
"""What somebody waits for; all else goes to many, and behind it."""

ARRIVED = (col(Delivery.part_ids), col(Delivery.message_id))
"""What is known of messages in the receiver's chat."""


class Deliveries:
    """As `Outbox`."""

    async def put(self, session: AsyncSession, order: Order, member_ids: Iterable[int]) -> None:
        """Have something delivered to members."""
        message = Message(
            order.kind,
            order.cause,
            order.due_at,
            {BROADCAST: order.broadcast_id, UNDOES: order.undoes},
            _priority(order),
            is_urgent=order.is_urgent,
            batch=order.batch,
        )
        await enqueue(session, message, member_ids)

    async def counts(self, session: AsyncSession, batch: str) -> Counter[tuple[Outcome, str]]:
        """Return how many deliveries of a batch had each outcome for each reason."""
        columns = (col(Delivery.state), col(Delivery.error))
        query = sa.select(*columns, sa.func.count()).where(col(Delivery.batch) == batch).group_by(*columns)
        found: Counter[tuple[Outcome, str]] = Counter()
        connection = await session.connection()
        for state, error, number in await connection.execute(query):
            found[_outcome(state, error)] += number
        return found

    async def fates(self, session: AsyncSession, batch: str) -> AsyncIterator[Fate]:
        """Yield what became of each delivery of a batch."""
        columns = (col(Delivery.member_id), col(Delivery.state), col(Delivery.error), *ARRIVED)
        connection = await session.connection()
        async for member_id, state, error, part_ids, message_id in await connection.stream(
            sa.select(*columns).where(col(Delivery.batch) == batch)
        ):
            outcome, reason = _outcome(state, error)
            yield Fate(member_id, outcome, reason, _numbers(part_ids, message_id))

    async def message_ids(self, session: AsyncSession, cause: str, member_id: int) -> tuple[int, ...]:
        """Return the numbers of the messages that a member got for a cause."""
        query = sa.select(*ARRIVED).where(col(Delivery.key) == f"{cause}:{member_id}")
        found = (await (await session.connection()).execute(query)).first()
        return () if found is None else _numbers(*found)

    async def pause(self, session: AsyncSession, batch: str) -> None:
        """Hold back what is still to be sent of a batch."""
        await batches.pause(session, batch)

    async def resume(self, session: AsyncSession, batch: str) -> None:
        """Go on with a batch."""
        await batches.resume(session, batch)

    async def cancel(self, session: AsyncSession, batch: str, now: dt.datetime) -> None:
        """Send nothing more of a batch."""
        await batches.cancel_batch(session, batch, now)

    async def resend_failed(self, session: AsyncSession, batch: str, now: dt.datetime) -> int:
        """Try those again that failed; who cannot be reached is none of them."""
        failed = (
            col(Delivery.batch) == batch,
            col(Delivery.state) == DeliveryState.FAILED,
            sa.func.coalesce(Delivery.error, "").not_in(UNREACHABLE),
        )
        again = {"state": DeliveryState.DUE, "due_at": now, "attempts": 0, "error": None, "ended_at": None}
        statement = update(Delivery).where(*failed).values(**again).returning(col(Delivery.id))
        return len((await session.exec(statement, execution_options=WITHOUT_OBJECTS)).all())


def _numbers(part_ids: list[int] | None, message_id: int | None) -> tuple[int, ...]:
    return (*(part_ids or ()), *(() if message_id is None else (message_id,)))


def _priority(order: Order) -> Priority:
    if order.kind in TO_ONE:
        return Priority.PERSONAL
    return Priority.URGENT_BULK if order.is_urgent else Priority.BULK


def _outcome(state: DeliveryState, error: str | None) -> tuple[Outcome, str]:
    """Return outcome and reason; what is tried again has a reason in the table, and none here."""
    outcome = OUTCOMES[state]
    if outcome is Outcome.FAILED and error in UNREACHABLE:
        outcome = Outcome.UNREACHABLE
    is_told = error not in {None, Failure.QUIET} and outcome not in {Outcome.PENDING, Outcome.SENT}
    return outcome, str(error) if is_told else ""
