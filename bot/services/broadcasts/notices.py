"""Telling an author how their broadcast stands, when something happens that they have not done themselves."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Broadcast
from bot.services.broadcasts.desk import number
from bot.services.broadcasts.outbox import Kind, Order, Outbox, batch_of


async def tell_author(
    session: AsyncSession, outbox: Outbox, broadcast: Broadcast, occasion: str, now: dt.datetime
) -> None:
    """Have the author sent how it stands, once for each occasion; the caller commits.

    Args:
        session: the transaction.
        outbox: where it is put.
        broadcast: whose author is told; one who has erased their data is not.
        occasion: a word that differs for what happens again.
        now: aware.
    """
    if broadcast.author_id is None:
        return
    cause = f"{batch_of(number(broadcast))}:card:{occasion}"
    order = Order(Kind.CARD, number(broadcast), f"{batch_of(number(broadcast))}:card", cause, now)
    await outbox.put(session, order, [broadcast.author_id])
