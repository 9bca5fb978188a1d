"""How far a broadcast is, and what follows from that by itself: it starts, pauses at too many failures, is done."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast, BroadcastReceiver, BroadcastState
from bot.services import audit
from bot.services.broadcasts.desk import QUIETLY, has_moved, number
from bot.services.broadcasts.notices import tell_author
from bot.services.broadcasts.outbox import Outbox, Outcome, batch_of

PAUSE_SHARE = 0.2
"""Of those tried: with more failures than that, something is wrong with the message or with us."""
LEAST_TRIED = 20
"""Before that many, a few failures say nothing."""
ERRORS = frozenset({Outcome.FAILED, Outcome.UNKNOWN})
"""Who has blocked the assistant is no error: that is their choice, and in a long list there are always some."""
LIVE = (BroadcastState.SCHEDULED, BroadcastState.RUNNING)
SCHEDULED, RUNNING = frozenset({BroadcastState.SCHEDULED}), frozenset({BroadcastState.RUNNING})
Counts = Counter[tuple[Outcome, str]]


@dataclass(frozen=True)
class Progress:
    """How far it is.

    Attributes:
        broadcast: as it is.
        outcomes: deliveries by outcome; those of members who have erased their data are not among them.
        reasons: of those that failed, by code of the engine.
        confirmed: receivers who said that they have read it.
    """

    broadcast: Broadcast
    outcomes: Counter[Outcome]
    reasons: Counter[str]
    confirmed: int = 0

    @property
    def pending(self) -> int:
        """Deliveries that are still to come."""
        return self.outcomes[Outcome.PENDING]


async def progress(session: AsyncSession, outbox: Outbox, broadcast: Broadcast) -> Progress:
    """Return how far a broadcast is."""
    counts = await outbox.counts(session, batch_of(number(broadcast)))
    its = (BroadcastReceiver.broadcast_id == broadcast.id, col(BroadcastReceiver.confirmed_at).is_not(None))
    confirmed = (await session.exec(select(func.count()).select_from(BroadcastReceiver).where(*its))).one()
    return Progress(broadcast, outcomes_in(counts), reasons_in(counts), confirmed)


async def advance(session: AsyncSession, outbox: Outbox, now: dt.datetime) -> list[int]:
    """Let every broadcast that is under way take the step that is due; the caller commits.

    Of several processes that look at once, one does it.

    Returns:
        The numbers of those that took one.
    """
    query = select(Broadcast).where(col(Broadcast.state).in_(LIVE)).order_by(col(Broadcast.id))
    under_way = (await session.exec(query)).all()
    return [number(broadcast) for broadcast in under_way if await _step(session, outbox, broadcast, now)]


async def follow(session: AsyncSession, member_id: int | None, broadcast_id: int, message_id: int | None) -> None:
    """Keep a message of the author up to date from now on, in place of another; None: no message any more.

    Nothing happens for anybody else. The caller commits.
    """
    its = (col(Broadcast.id) == broadcast_id, col(Broadcast.author_id) == member_id)
    following = update(Broadcast).where(*its).values(progress_message_id=message_id)
    await session.exec(following, execution_options=QUIETLY)


def outcomes_in(counts: Counts) -> Counter[Outcome]:
    """Return deliveries by outcome."""
    found: Counter[Outcome] = Counter()
    for (outcome, _), people in counts.items():
        found[outcome] += people
    return found


def reasons_in(counts: Counts) -> Counter[str]:
    """Return deliveries that failed, by reason."""
    return Counter({reason: people for (outcome, reason), people in counts.items() if outcome is Outcome.FAILED})


def errors_in(counts: Counts) -> int:
    """Return how many deliveries went wrong."""
    outcomes = outcomes_in(counts)
    return sum(outcomes[outcome] for outcome in ERRORS)


def has_too_many_errors(counts: Counts, forgiven: int) -> bool:
    """Say whether so much went wrong that somebody should look before it goes on."""
    tried = outcomes_in(counts).total() - outcomes_in(counts)[Outcome.PENDING]
    return tried >= LEAST_TRIED and errors_in(counts) - forgiven > PAUSE_SHARE * tried


async def _step(session: AsyncSession, outbox: Outbox, broadcast: Broadcast, now: dt.datetime) -> bool:
    if broadcast.state is BroadcastState.SCHEDULED:
        return await _start(session, broadcast, now)
    counts = await outbox.counts(session, batch_of(number(broadcast)))
    if not any(outcome is Outcome.PENDING for outcome, _ in counts):
        return await _finish(session, outbox, broadcast, now)
    if has_too_many_errors(counts, broadcast.errors_forgiven):
        return await _pause(session, outbox, broadcast, now)
    return False


async def _start(session: AsyncSession, broadcast: Broadcast, now: dt.datetime) -> bool:
    is_due = broadcast.send_at is None or broadcast.send_at <= now
    if not is_due or not await has_moved(session, number(broadcast), SCHEDULED, BroadcastState.RUNNING):
        return False
    await session.refresh(broadcast)
    broadcast.started_at = broadcast.send_at or now
    session.add(broadcast)
    return True


async def _finish(session: AsyncSession, outbox: Outbox, broadcast: Broadcast, now: dt.datetime) -> bool:
    if not await has_moved(session, number(broadcast), RUNNING, BroadcastState.DONE):
        return False
    await session.refresh(broadcast)
    await tell_author(session, outbox, broadcast, f"done:{int(now.timestamp())}", now)
    return True


async def _pause(session: AsyncSession, outbox: Outbox, broadcast: Broadcast, now: dt.datetime) -> bool:
    if not await has_moved(session, number(broadcast), RUNNING, BroadcastState.PAUSED):
        return False
    await session.refresh(broadcast)
    await outbox.pause(session, batch_of(number(broadcast)))
    await tell_author(session, outbox, broadcast, f"paused:{int(now.timestamp())}", now)
    entry = audit.Entry(audit.SYSTEM, audit.Action.BROADCAST_PAUSED, f"broadcast:{broadcast.id}")
    await audit.record(session, entry, now)
    return True
