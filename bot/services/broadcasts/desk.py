"""Who may do something to a broadcast, and a broadcast that they may do it to."""

from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastReceiver, BroadcastState
from bot.services.actors import Actor, NotAllowedError
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.outbox import Outbox
from bot.services.permissions import Access, Action

QUIETLY = {"synchronize_session": False}
"""How an UPDATE is executed that no object in the session needs to hear of."""


@dataclass(frozen=True)
class Desk:
    """A coordinator at work: everything done through it is one transaction, which the caller commits."""

    session: AsyncSession
    outbox: Outbox
    actor: Actor


def number(broadcast: Broadcast) -> int:
    """Return the number of a broadcast.

    Raises:
        ValueError: it is not in the database yet.
    """
    if broadcast.id is None:
        raise ValueError("the broadcast is not in the database")
    return broadcast.id


async def countries_of(session: AsyncSession, broadcast_id: int) -> list[str | None]:
    """Return the countries of the receivers, each once; None stands for those of the network."""
    of_it = BroadcastReceiver.broadcast_id == broadcast_id
    return list((await session.exec(select(BroadcastReceiver.country).where(of_it).distinct())).all())


def reaches(access: Access, countries: list[str | None]) -> bool:
    """Say whether somebody may address all of some countries; with no country at all it takes the whole network."""
    return all(access.may(Action.BROADCAST, country) for country in countries or [None])


async def managed(session: AsyncSession, access: Access, broadcast_id: int) -> Broadcast:
    """Return a confirmed broadcast that somebody may steer: whoever may address all its receivers, now.

    Raises:
        BroadcastError: GONE: there is none, or it is still a draft.
        NotAllowedError: some receivers are of countries that are not theirs.
    """
    broadcast = await session.get(Broadcast, broadcast_id, populate_existing=True)
    if broadcast is None or broadcast.state is BroadcastState.DRAFT:
        raise BroadcastError(Refusal.GONE)
    if not reaches(access, await countries_of(session, broadcast_id)):
        raise NotAllowedError(Action.BROADCAST)
    return broadcast


async def move(
    session: AsyncSession, broadcast: Broadcast, allowed: frozenset[BroadcastState], state: BroadcastState
) -> None:
    """Bring a broadcast into another state, from one of some; of two who try at once, one does.

    Raises:
        BroadcastError: STATE_CHANGED: it is in none of them (any more).
    """
    if not await has_moved(session, number(broadcast), allowed, state):
        raise BroadcastError(Refusal.STATE_CHANGED)
    await session.refresh(broadcast)


async def has_moved(
    session: AsyncSession, broadcast_id: int, allowed: frozenset[BroadcastState], state: BroadcastState
) -> bool:
    """Bring a broadcast into another state, and say whether it was in one of those that allow it."""
    moving = (
        update(Broadcast)
        .where(col(Broadcast.id) == broadcast_id, col(Broadcast.state).in_(allowed))
        .values(state=state)
        .returning(col(Broadcast.id))
    )
    return (await session.exec(moving, execution_options=QUIETLY)).first() is not None
