"""Which versions of an event a message of change tells: all that its receiver does not know yet, in one.

Each version has its own delivery to each who is invited, so none can be lost. Of those that wait together the last one
speaks for all: an earlier one has nothing to say then, and is skipped.
"""

import datetime as dt
from collections.abc import Iterable

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState
from bot.services.deliveries.keys import begins_with
from bot.services.events.notices import MADE_AT, SEQUENCE, NoticeKind, of_member

OPEN = frozenset({DeliveryState.DUE, DeliveryState.PAUSED, DeliveryState.CLAIMED})
"""What is still to be sent, or on its way."""
SURELY_SHOWN = dt.timedelta(hours=1)
"""An invitation that arrived so long after a change shows it: it is rendered just before it is sent."""


async def versions(session: AsyncSession, event_id: int, member_id: int, sequence: int) -> list[int]:
    """Return the versions that the message of one of them tells, in order.

    [] when a later one will tell them, or the invitation does.

    Args:
        session: to read deliveries with.
        event_id: which event.
        member_id: who receives it.
        sequence: of the message.
    """
    invitations = await _deliveries(session, of_member(NoticeKind.INVITATION, event_id, member_id))
    changes = await _deliveries(session, of_member(NoticeKind.CHANGE, event_id, member_id))
    if any(each.state in OPEN for each in invitations) or any(
        each.state in OPEN and _sequence(each) > sequence for each in changes
    ):
        return []
    last_told = max((_sequence(each) for each in changes if each.state is DeliveryState.SENT), default=0)
    shown = max((each.ended_at for each in invitations if _arrived(each) and each.ended_at), default=None)
    untold = [each for each in changes if last_told < _sequence(each) <= sequence and not _is_shown(each, shown)]
    is_listed = any(_sequence(each) == sequence for each in changes)
    return sorted({_sequence(each) for each in untold} | (set() if is_listed else {sequence}))


async def _deliveries(session: AsyncSession, prefix: str) -> Iterable[Delivery]:
    """Return the deliveries whose keys begin so, as they are now."""
    query = select(Delivery).where(begins_with(prefix))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


def _arrived(invitation: Delivery) -> bool:
    return invitation.state is DeliveryState.SENT


def _is_shown(change: Delivery, shown: dt.datetime | None) -> bool:
    """Say whether the invitation, which arrived then, has shown a change already."""
    made = change.payload.get(MADE_AT)
    return shown is not None and made is not None and dt.datetime.fromtimestamp(made, dt.UTC) + SURELY_SHOWN < shown


def _sequence(change: Delivery) -> int:
    return int(change.payload.get(SEQUENCE, 0))
