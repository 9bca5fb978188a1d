"""Steering a broadcast that was confirmed: pause, resume, cancel, send again, remind, recall."""

import datetime as dt

from sqlmodel import col, select

from bot.models import Broadcast, BroadcastReceiver, BroadcastState
from bot.services import audit
from bot.services.broadcasts.desk import Desk, managed, move, number
from bot.services.broadcasts.errors import BroadcastError, Refusal
from bot.services.broadcasts.outbox import Kind, Order, batch_of, recall_of
from bot.services.broadcasts.progress import errors_in

ACTIVE = frozenset({BroadcastState.SCHEDULED, BroadcastState.RUNNING})
PAUSED = frozenset({BroadcastState.PAUSED})
OPEN = ACTIVE | PAUSED | {BroadcastState.AWAITING_APPROVAL}
STARTED = frozenset({BroadcastState.RUNNING, BroadcastState.PAUSED, BroadcastState.DONE, BroadcastState.CANCELLED})
SENT = frozenset({BroadcastState.RUNNING, BroadcastState.DONE})
RECALL_LIMIT = dt.timedelta(hours=48)
"""Telegram deletes no older message of a bot (Bot API: deleteMessage)."""


async def pause(desk: Desk, broadcast_id: int) -> Broadcast:
    """Hold back what is not sent yet; the caller commits.

    Raises:
        BroadcastError: STATE_CHANGED, or as `desk.managed`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    await move(desk.session, broadcast, ACTIVE, BroadcastState.PAUSED)
    await desk.outbox.pause(desk.session, batch_of(broadcast_id))
    await _record(desk, audit.Action.BROADCAST_PAUSED, broadcast_id)
    return broadcast


async def resume(desk: Desk, broadcast_id: int) -> Broadcast:
    """Go on; failures so far do not pause it again. The caller commits.

    Raises:
        BroadcastError: as `pause`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    is_later = broadcast.started_at is None and broadcast.send_at is not None and broadcast.send_at > desk.actor.now
    await move(desk.session, broadcast, PAUSED, BroadcastState.SCHEDULED if is_later else BroadcastState.RUNNING)
    broadcast.errors_forgiven = errors_in(await desk.outbox.counts(desk.session, batch_of(broadcast_id)))
    if not is_later:
        broadcast.started_at = broadcast.started_at or desk.actor.now
    desk.session.add(broadcast)
    await desk.outbox.resume(desk.session, batch_of(broadcast_id))
    await _record(desk, audit.Action.BROADCAST_RESUMED, broadcast_id)
    return broadcast


async def cancel(desk: Desk, broadcast_id: int) -> Broadcast:
    """Send nothing more of it, reminders included; the caller commits.

    Raises:
        BroadcastError: as `pause`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    await move(desk.session, broadcast, OPEN, BroadcastState.CANCELLED)
    await _stop(desk, broadcast)
    await _record(desk, audit.Action.BROADCAST_CANCELLED, broadcast_id)
    return broadcast


async def resend_failed(desk: Desk, broadcast_id: int) -> Broadcast:
    """Try those again that it failed for, and nobody else; the caller commits.

    Raises:
        BroadcastError: NOTHING_FAILED, or as `pause`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    await move(desk.session, broadcast, SENT, BroadcastState.RUNNING)
    tried = await desk.outbox.resend_failed(desk.session, batch_of(broadcast_id), desk.actor.now)
    if tried == 0:
        raise BroadcastError(Refusal.NOTHING_FAILED)
    broadcast.errors_forgiven = errors_in(await desk.outbox.counts(desk.session, batch_of(broadcast_id)))
    desk.session.add(broadcast)
    await _record(desk, audit.Action.BROADCAST_RESENT, broadcast_id, tried)
    return broadcast


async def remind(desk: Desk, broadcast_id: int) -> int:
    """Send it once more to those who got it and have not confirmed; return how many. The caller commits.

    Raises:
        BroadcastError: ALL_CONFIRMED, or as `pause`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    await move(desk.session, broadcast, SENT, broadcast.state)
    its = (BroadcastReceiver.broadcast_id == broadcast_id, col(BroadcastReceiver.confirmed_at).is_(None))
    silent = set(await desk.session.exec(select(BroadcastReceiver.member_id).where(*its)))
    asked = [member_id for member_id in await _reached(desk, batch_of(broadcast_id)) if member_id in silent]
    if not asked:
        raise BroadcastError(Refusal.ALL_CONFIRMED)
    broadcast.reminders += 1
    desk.session.add(broadcast)
    batch = batch_of(broadcast_id, broadcast.reminders)
    order = Order(Kind.REMINDER, broadcast_id, batch, batch, desk.actor.now, broadcast.is_urgent)
    await desk.outbox.put(desk.session, order, asked)
    await _record(desk, audit.Action.BROADCAST_REMINDED, broadcast_id, len(asked))
    return len(asked)


async def recall(desk: Desk, broadcast_id: int) -> Broadcast:
    """Send nothing more, and have what was sent deleted, reminders included; the caller commits.

    Raises:
        BroadcastError: TOO_OLD, or as `pause`.
    """
    broadcast = await managed(desk.session, desk.actor.access, broadcast_id)
    if not is_recallable(broadcast, desk.actor.now):
        raise BroadcastError(Refusal.TOO_OLD)
    await move(desk.session, broadcast, STARTED, BroadcastState.RECALLED)
    await _stop(desk, broadcast)
    recalled = 0
    for batch in _batches(broadcast):
        reached = await _reached(desk, batch)
        undo = recall_of(batch)
        order = Order(Kind.RECALL, broadcast_id, undo, undo, desk.actor.now, is_urgent=True, undoes=batch)
        await desk.outbox.put(desk.session, order, reached)
        recalled += len(reached)
    await _record(desk, audit.Action.BROADCAST_RECALLED, broadcast_id, recalled)
    return broadcast


def is_recallable(broadcast: Broadcast, now: dt.datetime) -> bool:
    """Say whether Telegram would still delete its first message."""
    is_started = broadcast.state in STARTED and broadcast.started_at is not None
    return is_started and broadcast.started_at is not None and now < broadcast.started_at + RECALL_LIMIT


async def _reached(desk: Desk, batch: str) -> list[int]:
    """Return who has the message, or a part of it."""
    fates = desk.outbox.fates(desk.session, batch)
    return [fate.member_id async for fate in fates if fate.message_ids]


async def _stop(desk: Desk, broadcast: Broadcast) -> None:
    for batch in _batches(broadcast):
        await desk.outbox.cancel(desk.session, batch, desk.actor.now)


def _batches(broadcast: Broadcast) -> list[str]:
    return [batch_of(number(broadcast), reminder) for reminder in range(broadcast.reminders + 1)]


async def _record(desk: Desk, action: audit.Action, broadcast_id: int, people: int | None = None) -> None:
    details = {} if people is None else {"receivers": people}
    await desk.actor.record(desk.session, action, f"broadcast:{broadcast_id}", details)
