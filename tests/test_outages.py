"""Failures of the network, told apart by what may have been done."""

import httpx
import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError, TimedOut

from bot.outages import is_outage, never_left


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    """Return an error as PTB raises it."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outage", "unsent"),
    [
        pytest.param(caused(NetworkError("refused"), httpx.ConnectError("")), True, True, id="no connection"),
        pytest.param(caused(TimedOut(), httpx.ConnectTimeout("")), True, True, id="connection too slow"),
        pytest.param(caused(TimedOut(), httpx.PoolTimeout("")), True, True, id="all connections busy"),
        pytest.param(caused(TimedOut(), httpx.ReadTimeout("")), True, False, id="no answer"),
        pytest.param(caused(NetworkError("reset"), httpx.ReadError("")), True, False, id="reset"),
        pytest.param(NetworkError("Bad Gateway"), True, False, id="server"),
        pytest.param(BadRequest("message is too long"), False, False, id="refused"),
        pytest.param(Forbidden("bot was blocked by the user"), False, False, id="blocked"),
        pytest.param(None, False, False, id="none"),
    ],
)
def test_an_outage_is_told_from_a_refusal(error: TelegramError | None, outage: bool, unsent: bool) -> None:
    assert (is_outage(error), never_left(error)) == (outage, unsent)
