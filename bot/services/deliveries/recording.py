"""Noting what became of a delivery, each in a transaction of its own."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, Member
from bot.services.deliveries.failures import UNREACHABLE, Failure, Refusal
from bot.services.deliveries.outcomes import Outcome
from bot.services.deliveries.states import WITHOUT_OBJECTS, due_or_paused

HAPPENED = frozenset({DeliveryState.SENT, DeliveryState.UNKNOWN})
"""What is true even where the delivery was cancelled meanwhile, or the lease is lost."""


@dataclass(frozen=True)
class Attempt:
    """Who notes an outcome, of what, when."""

    delivery_id: int
    owner: str
    now: dt.datetime


async def record(session: AsyncSession, attempt: Attempt, outcome: Outcome) -> None:
    """Note an outcome; the caller commits.

    What was cancelled while it was on its way stays cancelled, unless it arrived.
    """
    noting = update(Delivery).where(col(Delivery.id) == attempt.delivery_id)
    if outcome.state in HAPPENED:
        noting = noting.where(col(Delivery.state) != DeliveryState.SENT)
    else:
        noting = noting.where(col(Delivery.state) == DeliveryState.CLAIMED, col(Delivery.lease_owner) == attempt.owner)
    await session.exec(noting.values(**_values(outcome, attempt.now)), execution_options=WITHOUT_OBJECTS)


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


def _values(outcome: Outcome, now: dt.datetime) -> dict[str, Any]:
    is_final = outcome.state is not DeliveryState.DUE
    values: dict[str, Any] = {
        "state": outcome.state if is_final else due_or_paused(),
        "error": outcome.error,
        "lease_owner": None,
        "lease_until": None,
    }
    if is_final:
        values |= {"ended_at": now, "message_id": outcome.message_id}
    if outcome.due_at is not None:
        values["due_at"] = outcome.due_at
    if outcome.counts:
        values["attempts"] = Delivery.attempts + 1
    if outcome.parts:
        values["parts"] = outcome.parts
    if outcome.may_repeat:
        values["may_repeat"] = True
    return values
