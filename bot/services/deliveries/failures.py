"""Why a message was not sent, or not known to be."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Failure(StrEnum):
    """The codes of `Delivery.error`; a value is never given another meaning."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NEVER_STARTED = "never_started"
    FORBIDDEN = "forbidden"
    CHAT_NOT_FOUND = "chat_not_found"
    UNREACHABLE = "unreachable"
    TOO_LONG = "too_long"
    BAD_MARKUP = "bad_markup"
    BAD_REQUEST = "bad_request"
    FLOOD = "flood"
    MIGRATED = "migrated"
    NOT_SENT = "not_sent"
    NO_ANSWER = "no_answer"
    SERVER_ERROR = "server_error"
    REFUSED = "refused"
    BROKEN = "broken"
    LOST = "lost"
    QUIET = "quiet"
    """It was put off until the end of the receiver's quiet hours."""


UNREACHABLE = frozenset(
    {
        Failure.BLOCKED,
        Failure.DEACTIVATED,
        Failure.NEVER_STARTED,
        Failure.FORBIDDEN,
        Failure.CHAT_NOT_FOUND,
        Failure.UNREACHABLE,
    }
)
"""The member cannot be written to until they come back; UNREACHABLE: they could not be before this delivery already."""
OURS = frozenset({Failure.FLOOD, Failure.NOT_SENT, Failure.REFUSED})
"""Nothing that is sent now would fare better: flood control, no network, a token that is not accepted."""


@dataclass(frozen=True)
class Refusal:
    """What went wrong with one attempt.

    Attributes:
        failure: what kind of thing.
        retry_after: how long the server wants to be left alone; for FLOOD.
        new_chat_id: where the chat has gone; for MIGRATED.
        parts: messages of it that have arrived.
    """

    failure: Failure
    retry_after: dt.timedelta = dt.timedelta()
    new_chat_id: int | None = None
    parts: int = 0
