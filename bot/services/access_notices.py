"""What people are told of requests for access: coordinators decide, who asked hears what was decided.

Messages go through the queue of deliveries, in the transaction of their cause. Who asks is enrolled before they can, so
they have a row to receive by, and a stranger who is declined is told like everybody else.
"""

import datetime as dt
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import AccessRequest, RequestState
from bot.services.access_requests import deciders
from bot.services.deliveries.queue import Message, enqueue

NUMBER = "number"
"""In the payload: of the request."""


class Kind(StrEnum):
    """The kinds of deliveries."""

    REQUEST = "access_request"
    """To who decides on it; it can wait for the morning, and `/requests` lists it meanwhile."""
    DECISION = "access_decision"
    """To who asked. It answers what they asked, and they can do nothing without it: it comes in quiet hours too."""


async def tell_deciders(session: AsyncSession, request: AccessRequest) -> None:
    """Show a request that waits to the nearest who may decide on it; the caller commits."""
    receivers = [member.id for member in await deciders(session, request.country) if member.id is not None]
    await enqueue(session, _message(Kind.REQUEST, request, request.asked_at), receivers)


async def tell_asker(session: AsyncSession, request: AccessRequest, now: dt.datetime) -> None:
    """Tell who asked what was decided, once; nothing while the request is open. The caller commits."""
    if request.state is not RequestState.OPEN:
        await enqueue(session, _message(Kind.DECISION, request, now), [request.member_id])


def _message(kind: Kind, request: AccessRequest, now: dt.datetime) -> Message:
    payload = {NUMBER: request.id or 0}
    return Message(kind, f"{kind}:{request.id}", now, payload, is_urgent=kind is Kind.DECISION)
