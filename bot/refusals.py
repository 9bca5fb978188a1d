"""What Telegram's and the network's errors mean for a message: the one place that reads them."""

import datetime as dt

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.services.deliveries.failures import Failure, Refusal
from bot.transport import NotSentError, NotSentInTimeError

FORBIDDEN = {
    "blocked by the user": Failure.BLOCKED,
    "user is deactivated": Failure.DEACTIVATED,
    "can't initiate conversation": Failure.NEVER_STARTED,
}
BAD_REQUESTS = {
    "chat not found": Failure.CHAT_NOT_FOUND,
    "too long": Failure.TOO_LONG,
    "can't parse": Failure.BAD_MARKUP,
    "button": Failure.BAD_MARKUP,
}
"""Parts of what the Bot API server says, in lower case."""
SERVER_ERROR = "internal server error"


def refusal(error: TelegramError, parts: int = 0) -> Refusal:
    """Return what an error says of an attempt to send.

    Args:
        error: of the request that failed.
        parts: messages of the same delivery that had arrived before.
    """
    if isinstance(error, RetryAfter):
        return Refusal(Failure.FLOOD, dt.timedelta(seconds=seconds_of(error)), parts=parts)
    if isinstance(error, ChatMigrated):
        return Refusal(Failure.MIGRATED, new_chat_id=error.new_chat_id, parts=parts)
    return Refusal(_failure(error), parts=parts)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram wants to be left alone."""
    return error._retry_after.total_seconds()  # noqa: SLF001  # the public one changes its type, and warns of that


def _failure(error: TelegramError) -> Failure:
    """Return the kind of an error; of one that is not known, such as an answer in garbles, it may have arrived."""
    text = error.message.lower()
    if isinstance(error, Forbidden):
        return next((failure for part, failure in FORBIDDEN.items() if part in text), Failure.FORBIDDEN)
    if isinstance(error, BadRequest):  # which PTB derives from NetworkError
        return next((failure for part, failure in BAD_REQUESTS.items() if part in text), Failure.BAD_REQUEST)
    if isinstance(error, InvalidToken | Conflict):
        return Failure.REFUSED
    if isinstance(error, NotSentError | NotSentInTimeError):
        return Failure.NOT_SENT
    return Failure.SERVER_ERROR if SERVER_ERROR in text else Failure.NO_ANSWER
