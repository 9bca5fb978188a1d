"""Expressions that changes of state share."""

import sqlalchemy as sa
from sqlmodel import SQLModel, col, select

from bot.models import Delivery, DeliveryState, PausedBatch

DELIVERIES: sa.Table = SQLModel.metadata.tables[str(Delivery.__tablename__)]
"""The table itself, where there are too many rows to make objects of them."""
WITHOUT_OBJECTS = {"synchronize_session": False}
"""How an UPDATE is executed that no object in the session needs to hear of."""
WAITING = (DeliveryState.DUE, DeliveryState.PAUSED)
"""What can be held back for certain; what is claimed may be on its way."""


def due_or_paused() -> sa.Case[DeliveryState]:
    """Return the state of a delivery that is to be tried again: its batch may have been paused meanwhile."""
    rests = sa.exists(select(PausedBatch.batch).where(col(PausedBatch.batch) == Delivery.batch))
    return sa.case((rests, DeliveryState.PAUSED), else_=DeliveryState.DUE)
