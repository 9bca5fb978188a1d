"""Contact points that people look after, and their corrections."""

from bot.models import ContactCorrection, ContactPoint
from bot.services.holdings.holding import Erasure, Holding, Subject, by_number
from bot.services.periods import Keep

CONTACTS = (
    Holding(
        Subject.OWN_CONTACTS,
        ContactPoint,
        ("owner_id",),
        by_number(ContactPoint.owner_id),
        ("id", "function", "confirmed_on", "asked_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.CORRECTIONS,
        ContactCorrection,
        ("proposed_by",),
        by_number(ContactCorrection.proposed_by),
        ("id", "column", "old_text", "new_text", "state", "proposed_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.CORRECTION_DECISIONS,
        ContactCorrection,
        ("decided_by",),
        by_number(ContactCorrection.decided_by),
        ("id", "state", "decided_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
)
