"""Noting what became of a delivery, each in a transaction of its own."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Update, bindparam, func, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import DeliveryState, Member
from bot.models.deliveries import IS_CLAIMED
from bot.services.deliveries.failures import UNREACHABLE, Failure, Refusal
from bot.services.deliveries.outcomes import Outcome
from bot.services.deliveries.states import DELIVERIES, WITHOUT_OBJECTS, due_or_paused

HAPPENED = frozenset({DeliveryState.SENT, DeliveryState.UNKNOWN})
"""What is true even where the delivery was cancelled meanwhile, or the lease is lost."""


@dataclass(frozen=True)
class Attempt:
    """Who notes an outcome, of what, when."""

    delivery_id: int
    owner: str
    now: dt.datetime


def _noting(state: sa.ColumnElement[DeliveryState]) -> Update:
    """Return the statement that notes an outcome; its parameters are those of `_parameters`."""
    row = DELIVERIES.c
    return (
        update(DELIVERIES)
        .where(row.id == bindparam("delivery_id"))
        .values(
            state=state,
            error=bindparam("failure"),
            lease_owner=None,
            lease_until=None,
            ended_at=bindparam("ended"),
            message_id=bindparam("message"),
            part_ids=func.coalesce(bindparam("earlier", type_=row.part_ids.type), row.part_ids),
            due_at=func.coalesce(bindparam("due", type_=row.due_at.type), row.due_at),
            attempts=row.attempts + bindparam("counted"),
            parts=func.coalesce(bindparam("arrived", type_=row.parts.type), row.parts),
            may_repeat=sa.or_(row.may_repeat, bindparam("unsure", type_=row.may_repeat.type)),
        )
    )


IS_OURS = sa.and_(IS_CLAIMED, DELIVERIES.c.lease_owner == bindparam("owner"))
NEW_STATE = bindparam("new_state", type_=DELIVERIES.c.state.type)
NOTE_HAPPENED = _noting(NEW_STATE).where(DELIVERIES.c.state != DeliveryState.SENT)
NOTE_ENDED = _noting(NEW_STATE).where(IS_OURS)
NOTE_AGAIN = _noting(due_or_paused()).where(IS_OURS)
"""Made once: to make one takes longer than to carry it out."""


async def record(connection: AsyncConnection, attempt: Attempt, outcome: Outcome) -> None:
    """Note an outcome, in one statement; the caller commits.

    What was cancelled while it was on its way stays cancelled, unless it arrived.
    """
    parameters = _parameters(attempt, outcome)
    if outcome.state in HAPPENED:
        await connection.execute(NOTE_HAPPENED, parameters | {"new_state": outcome.state})
    elif outcome.state is DeliveryState.DUE:
        await connection.execute(NOTE_AGAIN, parameters | {"owner": attempt.owner})
    else:
        await connection.execute(NOTE_ENDED, parameters | {"owner": attempt.owner, "new_state": outcome.state})


async def note_receiver(session: AsyncSession, member_id: int, refusal: Refusal) -> None:
    """Note what a refusal says of the receiver: nothing more goes to them, or it goes elsewhere. The caller commits."""
    if refusal.failure in UNREACHABLE:
        values: dict[str, Any] = {"reachable": False}
    elif refusal.failure is Failure.MIGRATED and refusal.new_chat_id is not None:
        values = {"chat_id": refusal.new_chat_id}
    else:
        return
    noting = update(Member).where(col(Member.id) == member_id).values(**values)
    await session.exec(noting, execution_options=WITHOUT_OBJECTS)


def _parameters(attempt: Attempt, outcome: Outcome) -> dict[str, Any]:
    return {
        "delivery_id": attempt.delivery_id,
        "failure": outcome.error,
        "ended": None if outcome.state is DeliveryState.DUE else attempt.now,
        "message": outcome.message_id,
        "earlier": list(outcome.part_ids) or None,
        "due": outcome.due_at,
        "counted": int(outcome.counts),
        "arrived": outcome.parts or None,
        "unsure": outcome.may_repeat,
    }
