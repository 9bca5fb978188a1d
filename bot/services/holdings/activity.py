"""What people have done with the assistant, and what it has sent them."""

from bot.models import AwaitedText, Delivery, Feedback, Question
from bot.services.holdings.holding import Erasure, Holding, Subject, by_chat, by_number
from bot.services.periods import Keep

ACTIVITY = (
    Holding(
        Subject.QUESTIONS,
        Question,
        ("chat_id",),
        by_chat(Question),
        ("message_id", "answer_message_id", "outcome", "article_id", "locale", "asked_at"),
        Erasure.DELETE,
        Keep.QUESTIONS,
        dated="asked_at",
    ),
    Holding(
        Subject.FEEDBACK,
        Feedback,
        ("member_id",),
        by_number(Feedback.member_id),
        ("article_id", "locale", "helpful", "given_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.AWAITED,
        AwaitedText,
        ("member_id",),
        by_number(AwaitedText.member_id),
        ("subject", "details", "asked_at"),
        Erasure.DELETE,
        Keep.ATTEMPTS,
        dated="asked_at",
    ),
    Holding(
        Subject.DELIVERIES,
        Delivery,
        ("member_id",),
        by_number(Delivery.member_id),
        ("kind", "payload", "due_at", "state", "error", "message_id", "part_ids", "ended_at"),
        Erasure.DELETE,
        Keep.DELIVERIES,
        dated="ended_at",
    ),
)
