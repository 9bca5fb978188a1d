"""Confirming a draft: audience and texts are frozen, and it goes to the delivery engine, or to a second coordinator."""

import sqlalchemy as sa
from sqlalchemy import delete, insert
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastReceiver, BroadcastState, BroadcastText, Grant, Member, Role
from bot.services import audit
from bot.services.broadcasts import drafts
from bot.services.broadcasts.audience import conditions_of, fitting
from bot.services.broadcasts.contents import shown_locale, texts_of
from bot.services.broadcasts.desk import Desk, countries_of, managed, move, number, reaches
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.notices import tell_author
from bot.services.broadcasts.outbox import Kind, Order, batch_of
from bot.services.broadcasts.texts import length, limit_of
from bot.services.permissions import Access, held_of
from knowledge.catalog import SOURCE_LOCALE

DRAFT = frozenset({BroadcastState.DRAFT})
AWAITING = frozenset({BroadcastState.AWAITING_APPROVAL})


async def confirm(desk: Desk, broadcast_id: int, expected: int | None, approval_above: int) -> Broadcast:
    """Freeze the audience and hand the broadcast over; the caller commits, or rolls back at an error.

    Args:
        desk: of the author.
        broadcast_id: their draft.
        expected: how many receivers they were told; None does not compare.
        approval_above: a second coordinator must approve what goes to more receivers; 0: never.

    Raises:
        BroadcastError: as `drafts.own` and `check`; NOBODY, AUDIENCE_CHANGED, NO_APPROVER.
    """
    session, actor = desk.session, desk.actor
    broadcast = await drafts.own(session, actor, broadcast_id)
    texts = await texts_of(session, broadcast_id)
    check(desk, broadcast, texts)
    broadcast.receivers, broadcast.left_out = await _freeze(desk, broadcast, texts)
    if broadcast.receivers == 0:
        raise BroadcastError(Refusal.NOBODY)
    if expected is not None and expected != broadcast.receivers:
        raise BroadcastError(Refusal.AUDIENCE_CHANGED)
    broadcast.confirmed_at = actor.now
    session.add(broadcast)
    await session.flush()
    if 0 < approval_above < broadcast.receivers:
        await _ask_approval(desk, broadcast)
    else:
        await _launch(desk, broadcast, DRAFT)
    details = {"receivers": broadcast.receivers, "urgent": broadcast.is_urgent, "file": broadcast.file_id is not None}
    await actor.record(session, audit.Action.BROADCAST_CONFIRMED, f"broadcast:{broadcast_id}", details)
    return broadcast


def check(desk: Desk, broadcast: Broadcast, texts: dict[str, BroadcastText]) -> None:
    """Stop at what keeps a draft from being sent.

    Raises:
        BroadcastError: NO_ENGLISH, TEXT_NOT_CLEARED, TEXT_TOO_LONG, PAST.
    """
    if SOURCE_LOCALE not in texts:
        raise BroadcastError(Refusal.NO_ENGLISH)
    if not all(text.is_cleared for text in texts.values()):
        raise BroadcastError(Refusal.TEXT_NOT_CLEARED)
    if any(length(text.text) > limit_of(broadcast) for text in texts.values()):
        raise BroadcastError(Refusal.TEXT_TOO_LONG, limit_of(broadcast))
    if broadcast.send_at is not None and broadcast.send_at <= desk.actor.now:
        raise BroadcastError(Refusal.PAST)


async def approve(desk: Desk, broadcast_id: int) -> Broadcast:
    """Let another coordinator's broadcast go; one whose time has come meanwhile goes at once. The caller commits.

    Raises:
        BroadcastError: OWN_BROADCAST, STATE_CHANGED, or as `desk.managed`.
    """
    broadcast = await _of_another(desk, broadcast_id)
    await _launch(desk, broadcast, AWAITING)
    broadcast.approved_by = desk.actor.access.member_id
    desk.session.add(broadcast)
    await tell_author(desk.session, desk.outbox, broadcast, "approved", desk.actor.now)
    await desk.actor.record(desk.session, audit.Action.BROADCAST_APPROVED, f"broadcast:{broadcast_id}")
    return broadcast


async def decline(desk: Desk, broadcast_id: int) -> Broadcast:
    """Let another coordinator's broadcast not go; its author can copy it. The caller commits.

    Raises:
        BroadcastError: as `approve`.
    """
    broadcast = await _of_another(desk, broadcast_id)
    await move(desk.session, broadcast, AWAITING, BroadcastState.CANCELLED)
    await tell_author(desk.session, desk.outbox, broadcast, "declined", desk.actor.now)
    await desk.actor.record(desk.session, audit.Action.BROADCAST_DECLINED, f"broadcast:{broadcast_id}")
    return broadcast


async def _freeze(desk: Desk, broadcast: Broadcast, texts: dict[str, BroadcastText]) -> tuple[int, int]:
    """Write down who receives it; return how many they are, and how many more cannot be reached."""
    fits = fitting(desk.actor.access, await conditions_of(desk.session, number(broadcast)))
    locale = shown_locale(texts, broadcast.fallback_locale)
    chosen = select(sa.literal(broadcast.id), Member.id, Member.country, locale)
    found = chosen.where(*fits, col(Member.reachable)).order_by(col(Member.id))
    columns = ["broadcast_id", "member_id", "country", "locale"]
    its = col(BroadcastReceiver.broadcast_id) == broadcast.id
    await desk.session.exec(delete(BroadcastReceiver).where(its))
    await desk.session.exec(insert(BroadcastReceiver).from_select(columns, found))
    receivers = select(func.count()).select_from(BroadcastReceiver).where(its)
    left_out = select(func.count()).select_from(Member).where(*fits, col(Member.reachable).is_(False))
    return (await desk.session.exec(receivers)).one(), (await desk.session.exec(left_out)).one()


async def _launch(desk: Desk, broadcast: Broadcast, allowed: frozenset[BroadcastState]) -> None:
    """Hand it to the engine, in the one transaction that also says so."""
    now = desk.actor.now
    is_later = broadcast.send_at is not None and broadcast.send_at > now
    await move(desk.session, broadcast, allowed, BroadcastState.SCHEDULED if is_later else BroadcastState.RUNNING)
    due_at = broadcast.send_at if is_later and broadcast.send_at else now
    if not is_later:
        broadcast.started_at = now
        desk.session.add(broadcast)
    batch = batch_of(number(broadcast))
    order = Order(Kind.MESSAGE, number(broadcast), batch, batch, due_at, broadcast.is_urgent)
    its = BroadcastReceiver.broadcast_id == broadcast.id
    receivers = await desk.session.exec(select(BroadcastReceiver.member_id).where(its))
    await desk.outbox.put(desk.session, order, receivers.all())


async def _ask_approval(desk: Desk, broadcast: Broadcast) -> None:
    approvers = await _approvers(desk.session, broadcast)
    if not approvers:
        raise BroadcastError(Refusal.NO_APPROVER)
    await move(desk.session, broadcast, DRAFT, BroadcastState.AWAITING_APPROVAL)
    batch = f"{batch_of(number(broadcast))}:approval"
    order = Order(Kind.APPROVAL, number(broadcast), batch, batch, desk.actor.now, is_urgent=True)
    await desk.outbox.put(desk.session, order, approvers)


async def _approvers(session: AsyncSession, broadcast: Broadcast) -> list[int]:
    """Return the other coordinators who may address all receivers, and can be asked."""
    query = select(Grant.member_id, Grant.role, Grant.scope).join(Member, col(Member.id) == Grant.member_id)
    can_be_asked = (Grant.role == Role.COORDINATOR, Grant.member_id != broadcast.author_id, col(Member.reachable))
    held: dict[int, list[tuple[str, str]]] = {}
    for member_id, role, scope in await session.exec(query.where(*can_be_asked)):
        held.setdefault(member_id, []).append((role, scope))
    countries = await countries_of(session, number(broadcast))
    return [member_id for member_id, roles in held.items() if reaches(Access(member_id, held_of(roles)), countries)]


async def _of_another(desk: Desk, broadcast_id: int) -> Broadcast:
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    if broadcast.author_id == desk.actor.access.member_id:
        raise BroadcastError(Refusal.OWN_BROADCAST)
    return broadcast
