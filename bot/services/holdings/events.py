"""Events that people planned or were invited to, and their own reminders."""

from bot.models import ChecklistMark, Event, FollowUp, Invitee, PersonalLead, Rating
from bot.services.holdings.holding import Erasure, Holding, Subject, by_number
from bot.services.periods import Keep

EVENTS = (
    Holding(
        Subject.PARTICIPATIONS,
        Invitee,
        ("member_id",),
        by_number(Invitee.member_id),
        ("event_id", "invited_at", "answer", "answered_at", "note", "leads", "leads_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.NOMINATIONS,
        Invitee,
        ("nominated_by",),
        by_number(Invitee.nominated_by),
        ("event_id",),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.CHECKLIST,
        ChecklistMark,
        ("member_id",),
        by_number(ChecklistMark.member_id),
        ("item_id", "done_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.RATINGS,
        Rating,
        ("member_id",),
        by_number(Rating.member_id),
        ("event_id", "aspect", "stars", "comment", "given_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.FOLLOW_UPS,
        FollowUp,
        ("member_id",),
        by_number(FollowUp.member_id),
        ("text", "due_at", "done_at", "article_id", "created_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.LEADS,
        PersonalLead,
        ("member_id",),
        by_number(PersonalLead.member_id),
        ("lead", "chosen_at"),
        Erasure.DELETE,
        Keep.INACTIVE,
    ),
    Holding(
        Subject.EVENTS,
        Event,
        ("created_by",),
        by_number(Event.created_by),
        ("id", "kind", "state", "created_at"),
        Erasure.DETACH,
        Keep.INACTIVE,
    ),
)
