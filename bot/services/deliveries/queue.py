"""Putting messages into the queue, in the transaction of their cause."""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.bell import Bell
from bot.database import BELL
from bot.models import DeliveryState, Priority
from bot.services.audit_entry import CODE, Code
from bot.services.deliveries.states import DELIVERIES

CHUNK = 1000
"""Rows written at a time: so many are in memory, whatever the audience."""


@dataclass(frozen=True)
class Message:
    """What is to be sent, whoever receives it.

    Attributes:
        kind: which renderer makes the message, when it is sent.
        cause: what it is about; with the receiver it is the key that nothing is sent twice by, as `reminder:7:day`.
        payload: what the renderer needs to find the rest; codes and numbers, never personal data.
        due_at: aware; not sent before.
        useless_after: aware; not sent from then on.
        is_urgent: is sent in quiet hours too.
        batch: what it is paused, cancelled and counted with, as `broadcast:7`.

    Raises:
        ValueError: the payload could hold a name or a sentence.
    """

    kind: str
    cause: str
    due_at: dt.datetime
    payload: Mapping[str, Code] = field(default_factory=dict)
    priority: Priority = Priority.PERSONAL
    useless_after: dt.datetime | None = None
    is_urgent: bool = False
    batch: str | None = None

    def __post_init__(self) -> None:
        for name, value in self.payload.items():
            if isinstance(value, str) and not CODE.fullmatch(value):
                raise ValueError(f"payload of {self.cause}: {name} is no code")


async def enqueue(session: AsyncSession, message: Message, member_ids: Iterable[int]) -> None:
    """Have a message sent to members, each of them once however often this is called for its cause.

    The caller commits; the dispatcher of this process then looks at once.
    """
    inserting = insert_for(session).on_conflict_do_nothing(index_elements=["key"])
    connection = await session.connection()
    rows = _rows(message, member_ids)
    while chunk := list(itertools.islice(rows, CHUNK)):
        await connection.execute(inserting, chunk)
    ring_after_commit(session)


def _rows(message: Message, member_ids: Iterable[int]) -> Iterator[dict[str, Any]]:
    shared: dict[str, Any] = {
        "kind": message.kind,
        "payload": dict(message.payload),
        "batch": message.batch,
        "priority": int(message.priority),
        "is_urgent": message.is_urgent,
        "due_at": message.due_at,
        "useless_after": message.useless_after,
        "state": DeliveryState.DUE,
        "attempts": 0,
        "parts": 0,
        "may_repeat": False,
    }
    for member_id in member_ids:
        yield shared | {"key": f"{message.cause}:{member_id}", "member_id": member_id}


def insert_for(session: AsyncSession) -> sqlite.Insert | postgresql.Insert:
    """Return an INSERT that can leave out what is there; the databases agree on its words, SQLAlchemy has one each."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(DELIVERIES) if is_sqlite else postgresql.insert(DELIVERIES)


def ring_after_commit(session: AsyncSession) -> None:
    """Have the dispatcher of this process look at the queue once the session has committed."""
    bell: Bell | None = session.info.get(BELL)
    if bell is not None:
        event.listen(session.sync_session, "after_commit", _ring, once=True)


def _ring(session: Session) -> None:
    session.info[BELL].ring()
