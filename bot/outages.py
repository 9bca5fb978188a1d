"""Which errors say that the network failed, and whether a request had left before it did."""

from telegram.error import BadRequest, NetworkError

from bot.transport import NotSentError, NotSentInTimeError


def is_outage(error: BaseException | None) -> bool:
    """Tell whether the network or the server failed; what was asked may have been done or not."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)  # which PTB derives from it


def never_left(error: BaseException | None) -> bool:
    """Tell whether an outage came before the request could leave, so that nothing was done."""
    return isinstance(error, NotSentError | NotSentInTimeError)
