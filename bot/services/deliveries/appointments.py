"""Deliveries that follow from a plan: put anew when the plan moves, taken back when it ends."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Delivery, DeliveryState, Priority
from bot.services.audit_entry import Code
from bot.services.deliveries.keys import begins_with
from bot.services.deliveries.queue import insert_for, ring_after_commit
from bot.services.deliveries.states import DELIVERIES, WAITING, WITHOUT_OBJECTS


@dataclass(frozen=True)
class Appointment:
    """One message to one member at a time that may still move.

    Attributes:
        key: of the delivery; the same for the same message, at most 120 characters.
        kind: which renderer makes the message, when it is sent.
        payload: what the renderer needs to find the rest; codes and numbers, never personal data.
        due_at: aware; not sent before.
        useless_after: aware; not sent from then on.
        is_urgent: is sent in quiet hours too.
    """

    key: str
    member_id: int
    kind: str
    payload: Mapping[str, Code]
    due_at: dt.datetime
    useless_after: dt.datetime
    is_urgent: bool = False


async def put(session: AsyncSession, appointments: Iterable[Appointment]) -> None:
    """Have messages sent; one that waits moves to its new time, one that was sent stays sent. The caller commits."""
    rows = [_row(each) for each in appointments]
    if not rows:
        return
    inserting = insert_for(session)
    moved = {name: inserting.excluded[name] for name in ("payload", "due_at", "useless_after")}
    waits = sa.or_(*(DELIVERIES.c.state == state for state in WAITING))  # IN cannot be used with many rows
    moving = inserting.on_conflict_do_update(index_elements=["key"], set_=moved, where=waits)
    await (await session.connection()).execute(moving, rows)
    ring_after_commit(session)


async def withdraw(session: AsyncSession, prefix: str) -> None:
    """Take back what waits and whose key begins so, as if it had never been put; the caller commits."""
    taking = sa.delete(Delivery).where(begins_with(prefix), col(Delivery.state).in_(WAITING))
    await session.exec(taking, execution_options=WITHOUT_OBJECTS)


def _row(each: Appointment) -> dict[str, object]:
    return {
        "key": each.key,
        "member_id": each.member_id,
        "kind": each.kind,
        "payload": dict(each.payload),
        "priority": int(Priority.PERSONAL),
        "is_urgent": each.is_urgent,
        "due_at": each.due_at,
        "useless_after": each.useless_after,
        "state": DeliveryState.DUE,
        "attempts": 0,
        "parts": 0,
        "may_repeat": False,
    }
