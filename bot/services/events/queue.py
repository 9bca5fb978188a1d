"""The outbox of events: their notices are deliveries, whose kind and payload say what a notice was."""

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services.deliveries import appointments
from bot.services.deliveries.appointments import Appointment
from bot.services.events.notices import Notice

EVENT = "event"
"""In the payload: the number of the event; the other entries are the details of the notice."""
PREFIX = "event_"
"""Of the kinds of deliveries that are notices."""


class Queue:
    """Puts notices into the queue of deliveries."""

    async def put(self, session: AsyncSession, notices: Sequence[Notice]) -> None:
        """Take notices. One whose key was sent stays sent; one that waits or was withdrawn is replaced."""
        await appointments.put(session, map(_appointment, notices))

    async def withdraw(self, session: AsyncSession, prefix: str) -> None:
        """Take back what was not sent yet and whose key begins so."""
        await appointments.withdraw(session, prefix)


def _appointment(notice: Notice) -> Appointment:
    return Appointment(
        key=notice.dedupe_key,
        member_id=notice.member_id,
        kind=f"{PREFIX}{notice.kind}",
        payload={**notice.details, EVENT: notice.event_id},
        due_at=notice.due,
        useless_after=notice.useless_after,
        is_urgent=notice.is_own_time,
    )
