"""Which errors say that the network failed, and whether a request had left before it did."""

import httpx
from telegram.error import BadRequest, NetworkError

NOT_CONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def is_outage(error: BaseException | None) -> bool:
    """Tell whether the network or the server failed; what was asked may have been done or not."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)  # which PTB derives from it


def never_left(error: BaseException | None) -> bool:
    """Tell whether an outage came before the request could leave, so that nothing was done."""
    return is_outage(error) and error is not None and isinstance(error.__cause__, NOT_CONNECTED)
