"""Failures of the network, told apart by what may have been done."""

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError, TimedOut

from bot.outages import is_outage, never_left
from bot.transport import NotSentError, NotSentInTimeError


@pytest.mark.parametrize(
    ("error", "outage", "unsent"),
    [
        pytest.param(NotSentError("refused"), True, True, id="no connection"),
        pytest.param(NotSentInTimeError(), True, True, id="connection too slow, or all busy"),
        pytest.param(TimedOut(), True, False, id="no answer"),
        pytest.param(NetworkError("reset"), True, False, id="reset"),
        pytest.param(NetworkError("Bad Gateway"), True, False, id="server"),
        pytest.param(BadRequest("message is too long"), False, False, id="refused"),
        pytest.param(Forbidden("bot was blocked by the user"), False, False, id="blocked"),
        pytest.param(None, False, False, id="none"),
    ],
)
def test_an_outage_is_told_from_a_refusal(error: TelegramError | None, outage: bool, unsent: bool) -> None:
    assert (is_outage(error), never_left(error)) == (outage, unsent)
