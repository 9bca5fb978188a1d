"""What is to be told to whom and when: made here, kept and sent by whoever implements `Outbox`.

Keys begin with what the notice is, the event and the member (`reminder:7:12:…`), so that a whole kind can be withdrawn.
What a message says is read from the database when it is sent; a notice holds codes alone.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Event, Invitee


class NoticeKind(StrEnum):
    """Why somebody is written to; the values stay in tables."""

    INVITATION = "invitation"
    CHANGE = "change"
    CANCELLATION = "cancellation"
    PROMOTION = "promotion"
    ANSWERED_FOR = "answered_for"
    UNINVITED = "uninvited"
    BEFORE_START = "before_start"
    ANSWER_DUE = "answer_due"
    TASK_DUE = "task_due"
    THANKS = "thanks"
    RATINGS = "ratings"
    DOCUMENTS = "documents"
    FOLLOW_UP = "follow_up"


REMINDER = "reminder"
"""The first part of the keys of all that is computed from an event's times, and so moves with it."""

SETTLING = dt.timedelta(minutes=3)
"""How long a change waits for others before it is told."""
SEQUENCE, MADE_AT = "sequence", "made_at"
"""In the details of a change: its version, and when it was made (seconds since 1970)."""


@dataclass(frozen=True)
class Notice:
    """One message to one member.

    Attributes:
        member_id: who gets it.
        kind: what it says.
        event_id: None for a personal follow-up.
        due: instant (UTC) from which it may be sent.
        useless_after: instant (UTC) from which it is not sent any more; one that is late but before it still is.
        dedupe_key: the same for the same message, at most 120 characters.
        details: codes and numbers, such as the sequence of a change.
        is_own_time: whether who gets it chose the time; then it comes in their quiet hours too.
    """

    member_id: int
    kind: NoticeKind
    event_id: int | None
    due: dt.datetime
    useless_after: dt.datetime
    dedupe_key: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    is_own_time: bool = False


class Outbox(Protocol):
    """Where notices go, in the transaction of the caller: what is not committed is not sent."""

    async def put(self, session: AsyncSession, notices: Sequence[Notice]) -> None:
        """Take notices. One whose key was sent stays sent; one that waits or was withdrawn is replaced."""

    async def withdraw(self, session: AsyncSession, prefix: str) -> None:
        """Take back what was not sent yet and whose key begins so."""


def invitation(event: Event, invitee: Invitee, now: dt.datetime) -> Notice:
    """Return the invitation of somebody, useless when all is over.

    By whom they were nominated makes it another one, and so does one that was taken back before.
    """
    by = invitee.nominated_by
    key = _key(NoticeKind.INVITATION, event, invitee, f"{by or 0}:{int(invitee.invited_at.timestamp())}")
    details: dict[str, str | int] = {"nominated_by": by} if by is not None else {}
    return Notice(invitee.member_id, NoticeKind.INVITATION, event.id, now, _over(event), key, details)


def change(event: Event, invitee: Invitee, now: dt.datetime) -> Notice:
    """Return the message that an event has changed; the rows of `EventChange` of its sequence say what.

    It waits a little: who changes one field often changes another, and `bot.services.events.telling` makes one message
    of what waits together.
    """
    key = _key(NoticeKind.CHANGE, event, invitee, str(event.sequence))
    details = {SEQUENCE: event.sequence, MADE_AT: int(now.timestamp())}
    return Notice(invitee.member_id, NoticeKind.CHANGE, event.id, now + SETTLING, _over(event), key, details)


def cancellation(event: Event, invitee: Invitee, now: dt.datetime) -> Notice:
    """Return the message that an event does not take place."""
    key = _key(NoticeKind.CANCELLATION, event, invitee, str(event.sequence))
    return Notice(invitee.member_id, NoticeKind.CANCELLATION, event.id, now, _over(event), key)


def promotion(event: Event, invitee: Invitee, now: dt.datetime) -> Notice:
    """Return the message that who waited has a seat; once for each time they came onto the list."""
    since = int(invitee.answered_at.timestamp()) if invitee.answered_at else 0
    key = _key(NoticeKind.PROMOTION, event, invitee, str(since))
    return Notice(invitee.member_id, NoticeKind.PROMOTION, event.id, now, _over(event), key)


def answered_for(event: Event, invitee: Invitee, now: dt.datetime) -> Notice:
    """Return the message that a coordinator has answered for somebody."""
    key = _key(NoticeKind.ANSWERED_FOR, event, invitee, str(int(now.timestamp())))
    details = {"answer": str(invitee.answer)}
    return Notice(invitee.member_id, NoticeKind.ANSWERED_FOR, event.id, now, _over(event), key, details)


def uninvited(event: Event, invitee: Invitee, now: dt.datetime) -> Notice:
    """Return the message that an invitation was taken back; once for each time somebody was invited."""
    key = _key(NoticeKind.UNINVITED, event, invitee, str(int(invitee.invited_at.timestamp())))
    return Notice(invitee.member_id, NoticeKind.UNINVITED, event.id, now, _over(event), key)


def documents(invitee: Invitee, due: dt.datetime, until: dt.datetime) -> Notice:
    """Return the message that an event has new documents, one for all that are told at the same time."""
    key = f"{NoticeKind.DOCUMENTS}:{invitee.event_id}:{invitee.member_id}:{int(due.timestamp())}"
    return Notice(invitee.member_id, NoticeKind.DOCUMENTS, invitee.event_id, due, until, key)


def reminders_prefix(event_id: int, member_id: int | None = None) -> str:
    """Return how the keys of an event's reminders begin, of all members or of one."""
    return f"{REMINDER}:{event_id}:" if member_id is None else f"{REMINDER}:{event_id}:{member_id}:"


def of_member(kind: NoticeKind, event_id: int, member_id: int) -> str:
    """Return how the keys of a kind of notices of an event begin, of one member."""
    return f"{kind}:{event_id}:{member_id}:"


def _key(kind: NoticeKind, event: Event, invitee: Invitee, what: str) -> str:
    return of_member(kind, event.id or 0, invitee.member_id) + what


def _over(event: Event) -> dt.datetime:
    """Return when nothing about an event matters any more."""
    if event.over_at is None:
        raise ValueError(f"event {event.id} has no times")
    return event.over_at
