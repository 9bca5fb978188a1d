"""The draft of a coordinator: one at a time, kept in the database, changed piece by piece."""

import datetime as dt

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastAudience, BroadcastState, BroadcastText
from bot.services.actors import Actor, NotAllowedError
from bot.services.broadcasts.desk import QUIETLY, number
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.permissions import Action


async def begin(session: AsyncSession, actor: Actor) -> Broadcast:
    """Return the draft of the actor, made now if there is none; the caller commits.

    Raises:
        NotAllowedError: they may address nobody.
    """
    found = await draft_of(session, actor)
    if found is not None:
        return found
    broadcast = Broadcast(author_id=actor.access.member_id, created_at=actor.now)
    session.add(broadcast)
    await session.flush()
    return broadcast


async def draft_of(session: AsyncSession, actor: Actor) -> Broadcast | None:
    """Return the draft of the actor, or None.

    Raises:
        NotAllowedError: they may address nobody.
    """
    if not actor.access.may_somewhere(Action.BROADCAST):
        raise NotAllowedError(Action.BROADCAST)
    its = (Broadcast.author_id == actor.access.member_id, Broadcast.state == BroadcastState.DRAFT)
    return (await session.exec(select(Broadcast).where(*its))).one_or_none()


async def own(session: AsyncSession, actor: Actor, broadcast_id: int) -> Broadcast:
    """Return a draft of the actor to change; nobody confirms it before this transaction ends.

    Raises:
        BroadcastError: GONE: it is nobody's, or another's. NO_DRAFT_ANY_MORE: it was confirmed.
        NotAllowedError: they may address nobody (any more).
    """
    if not actor.access.may_somewhere(Action.BROADCAST):
        raise NotAllowedError(Action.BROADCAST)
    its = (col(Broadcast.id) == broadcast_id, col(Broadcast.author_id) == actor.access.member_id)
    locking = update(Broadcast).where(*its).values(created_at=Broadcast.created_at)  # changes nothing, but locks
    await session.exec(locking, execution_options=QUIETLY)
    broadcast = (await session.exec(select(Broadcast).where(*its).execution_options(populate_existing=True))).first()
    if broadcast is None:
        raise BroadcastError(Refusal.GONE)
    if broadcast.state is not BroadcastState.DRAFT:
        raise BroadcastError(Refusal.NO_DRAFT_ANY_MORE)
    return broadcast


async def set_urgent(session: AsyncSession, actor: Actor, broadcast_id: int, *, is_urgent: bool) -> None:
    """Choose whether it is delivered in quiet hours too; the caller commits."""
    broadcast = await own(session, actor, broadcast_id)
    broadcast.is_urgent = is_urgent
    session.add(broadcast)


async def set_time(session: AsyncSession, actor: Actor, broadcast_id: int, send_at: dt.datetime | None) -> None:
    """Choose when it is sent; None: once it is confirmed. The caller commits.

    Raises:
        BroadcastError: as `own`; PAST.
    """
    broadcast = await own(session, actor, broadcast_id)
    if send_at is not None and send_at <= actor.now:
        raise BroadcastError(Refusal.PAST)
    broadcast.send_at = send_at
    session.add(broadcast)


async def discard(session: AsyncSession, actor: Actor, broadcast_id: int) -> None:
    """Delete the draft; the caller commits."""
    await session.delete(await own(session, actor, broadcast_id))


async def copy(session: AsyncSession, actor: Actor, source: Broadcast) -> Broadcast:
    """Return a new draft with the texts, the file and the audience of another broadcast; the caller commits.

    Raises:
        BroadcastError: DRAFT_EXISTS: the actor has one already.
        NotAllowedError: they may address nobody.
    """
    if await draft_of(session, actor) is not None:
        raise BroadcastError(Refusal.DRAFT_EXISTS)
    kept = {"fallback_locale", "file_id", "file_kind", "file_name"}
    broadcast = Broadcast(author_id=actor.access.member_id, created_at=actor.now, **source.model_dump(include=kept))
    session.add(broadcast)
    await session.flush()
    for table in (BroadcastText, BroadcastAudience):
        rows = (await session.exec(select(table).where(table.broadcast_id == number(source)))).all()
        session.add_all(table(**row.model_dump() | {"broadcast_id": broadcast.id}) for row in rows)
    return broadcast


async def drop_of_member(session: AsyncSession, member_id: int, now: dt.datetime) -> None:
    """End what a coordinator has not sent yet when they lose their roles; a step of `bot.services.leaving`."""
    del now
    theirs = col(Broadcast.author_id) == member_id
    await session.exec(delete(Broadcast).where(theirs, col(Broadcast.state) == BroadcastState.DRAFT))
    waiting = update(Broadcast).where(theirs, col(Broadcast.state) == BroadcastState.AWAITING_APPROVAL)
    await session.exec(waiting.values(state=BroadcastState.CANCELLED), execution_options=QUIETLY)
