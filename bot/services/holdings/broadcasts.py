"""Broadcasts that people wrote, approved or received."""

from bot.models import Broadcast, BroadcastReceiver
from bot.services.holdings.holding import Erasure, Holding, Subject, by_number
from bot.services.periods import Keep

BROADCASTS = (
    Holding(
        Subject.BROADCASTS,
        Broadcast,
        ("author_id",),
        by_number(Broadcast.author_id),
        ("id", "state", "created_at", "confirmed_at", "started_at", "is_urgent", "receivers"),
        Erasure.DETACH,
        Keep.DELIVERIES,
        dated="started_at",
    ),
    Holding(
        Subject.BROADCAST_APPROVALS,
        Broadcast,
        ("approved_by",),
        by_number(Broadcast.approved_by),
        ("id", "confirmed_at"),
        Erasure.DETACH,
        Keep.DELIVERIES,
    ),
    Holding(
        Subject.BROADCASTS_RECEIVED,
        BroadcastReceiver,
        ("member_id",),
        by_number(BroadcastReceiver.member_id),
        ("broadcast_id", "country", "locale", "confirmed_at"),
        Erasure.DELETE,
        Keep.DELIVERIES,
    ),
)
