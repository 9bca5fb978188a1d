"""Whom the last message about something has not reached, for those who sent it."""

from collections.abc import Callable, Iterable, Mapping

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState

Subject = tuple[int, int]
"""A member's number, and the number of what they were written to about."""
NOT_REACHED = frozenset({DeliveryState.FAILED, DeliveryState.UNKNOWN})
TRIED = NOT_REACHED | {DeliveryState.SENT}
"""What was skipped or cancelled had nothing to say any more, and says nothing of whether people can be reached."""


async def last_lost(
    session: AsyncSession, member_ids: Iterable[int], kinds: Iterable[str], about: Callable[[Delivery], Subject | None]
) -> Mapping[Subject, Delivery]:
    """Return the last delivery about each subject that was tried, where it failed or may not have arrived.

    Args:
        session: reads.
        member_ids: of whom.
        kinds: of deliveries.
        about: returns receiver and number of what a delivery is about; None for one that does not count.

    Returns:
        What reached its receiver in the end is left out.
    """
    query = select(Delivery).where(
        col(Delivery.member_id).in_(list(member_ids)),
        col(Delivery.kind).in_(list(kinds)),
        col(Delivery.state).in_(TRIED),
    )
    found = (await session.exec(query.order_by(col(Delivery.ended_at), col(Delivery.id)))).all()
    last = {subject: delivery for delivery in found if (subject := about(delivery)) is not None}
    return {subject: delivery for subject, delivery in last.items() if delivery.state in NOT_REACHED}
