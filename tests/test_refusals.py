"""What Telegram's and the network's errors mean."""

import datetime as dt

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.refusals import refusal
from bot.services.deliveries.failures import Failure
from bot.transport import NotSentError, NotSentInTimeError


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Failure.BLOCKED),
        (Forbidden("Forbidden: user is deactivated"), Failure.DEACTIVATED),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Failure.NEVER_STARTED),
        (Forbidden("Forbidden: bot was kicked from the group chat"), Failure.FORBIDDEN),
        (BadRequest("Chat not found"), Failure.CHAT_NOT_FOUND),
        (BadRequest("Message is too long"), Failure.TOO_LONG),
        (BadRequest("Message caption is too long"), Failure.TOO_LONG),
        (BadRequest("Can't parse entities: unmatched end tag"), Failure.BAD_MARKUP),
        (BadRequest("BUTTON_DATA_INVALID"), Failure.BAD_MARKUP),
        (BadRequest("Wrong file identifier/HTTP URL specified"), Failure.BAD_REQUEST),
        (NotSentError("ClientConnectorError"), Failure.NOT_SENT),
        (NotSentInTimeError(), Failure.NOT_SENT),
        (TimedOut(), Failure.NO_ANSWER),
        (NetworkError("ServerDisconnectedError"), Failure.NO_ANSWER),
        (NetworkError("Bad Gateway (502). Parsing the server response b'<html>' failed"), Failure.NO_ANSWER),
        (NetworkError("Internal Server Error"), Failure.SERVER_ERROR),
        (InvalidToken("Unauthorized"), Failure.REFUSED),
        (Conflict("Conflict"), Failure.REFUSED),
        (TelegramError("Invalid server response"), Failure.NO_ANSWER),
    ],
)
def test_an_error_says_whether_it_arrived_and_whether_to_try_again(error: TelegramError, failure: Failure) -> None:
    assert refusal(error, 2).failure is failure
    assert refusal(error, 2).parts == 2


def test_flood_control_says_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    refused = refusal(RetryAfter(9))
    assert (refused.failure, refused.retry_after) == (Failure.FLOOD, dt.timedelta(seconds=9))


def test_a_chat_that_moved_says_where() -> None:
    refused = refusal(ChatMigrated(-12))
    assert (refused.failure, refused.new_chat_id) == (Failure.MIGRATED, -12)
