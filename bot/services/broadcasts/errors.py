"""What a coordinator can do wrong with a broadcast; `bot.views.broadcast_refusals` has the texts."""

from enum import StrEnum

from bot.errors import BotError


class Refusal(StrEnum):
    """Why something was not done."""

    GONE = "gone"
    NO_DRAFT_ANY_MORE = "no_draft_any_more"
    DRAFT_EXISTS = "draft_exists"
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    TEXTS_TOO_LONG_FOR_FILE = "texts_too_long_for_file"
    NO_ENGLISH = "no_english"
    TEXT_NOT_CLEARED = "text_not_cleared"
    NOBODY = "nobody"
    AUDIENCE_CHANGED = "audience_changed"
    PAST = "past"
    NO_APPROVER = "no_approver"
    OWN_BROADCAST = "own_broadcast"
    STATE_CHANGED = "state_changed"
    NOTHING_FAILED = "nothing_failed"
    ALL_CONFIRMED = "all_confirmed"
    TOO_OLD = "too_old"


class BroadcastError(BotError):
    """Something was not done, and nothing was changed.

    Attributes:
        refusal: why.
        limit: of characters, where a text is too long.
    """

    def __init__(self, refusal: Refusal, limit: int = 0) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal
        self.limit = limit
