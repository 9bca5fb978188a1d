"""What a draft of the channel adviser asks for, once it is complete."""

from bot.callbacks import AdviseChannel
from knowledge.adviser import Case


def case_of(draft: AdviseChannel) -> Case | None:
    """Return the case, or None while something is missing or both countries are one."""
    own, partner, subject, urgency, purpose = draft.own, draft.partner, draft.subject, draft.urgency, draft.purpose
    if own is None or partner is None or subject is None or urgency is None or purpose is None or own is partner:
        return None
    return Case(own, partner, subject, urgency, purpose)
