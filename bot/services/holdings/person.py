"""The row of a person themselves, which the others refer to."""

from bot.models import Member
from bot.services.holdings.holding import Erasure, Holding, Subject, by_chat
from bot.services.periods import Keep

PERSON = (
    Holding(
        Subject.MEMBER,
        Member,
        ("id", "chat_id"),
        by_chat(Member),
        (
            "channel",
            "chat_id",
            "locale",
            "client_locale",
            "created_at",
            "name",
            "country",
            "unit",
            "zone",
            "reachable",
            "quiet_from",
            "quiet_until",
            "last_seen",
            "told_on",
        ),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
)
