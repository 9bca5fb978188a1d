"""Logs hold places, not what people wrote and not the token."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the logs go."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    logs.configure("INFO", "json", stream)
    yield stream
    structlog.reset_defaults()
    root.handlers, root.level = handlers, level


def test_a_record_is_one_object_with_time_level_and_logger(stream: io.StringIO) -> None:
    structlog.get_logger("bot.test").info("started", updates=3)
    record = json.loads(stream.getvalue())
    assert record | {"timestamp": ""} == {
        "event": "started", "level": "info", "logger": "bot.test", "timestamp": "", "updates": 3,
    }  # fmt: skip


def test_a_token_is_hidden_also_in_records_of_libraries(stream: io.StringIO) -> None:
    logging.getLogger("httpx").warning("POST https://example.org/bot%s/getMe", TOKEN)
    assert TOKEN not in stream.getvalue()
    assert logs.HIDDEN in stream.getvalue()


def test_libraries_are_heard_from_warnings_on(stream: io.StringIO) -> None:
    logging.getLogger("telegram.ext").info("sendMessage with parameters")
    assert stream.getvalue() == ""


def test_a_traceback_becomes_places_without_the_message(stream: io.StringIO) -> None:
    def fail() -> None:
        raise ValueError("what somebody typed")

    try:
        fail()
    except ValueError:
        logging.getLogger("telegram.ext").exception("failed")
    record = json.loads(stream.getvalue())
    assert record["error"] == "ValueError"
    assert record["frames"][-1].endswith(" fail")
    assert "typed" not in stream.getvalue()


def test_no_error_has_no_places() -> None:
    assert logs.frames(None) == []


def test_people_get_lines(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    logs.configure("INFO", "console", stream)
    structlog.get_logger("bot.test").warning("menu not published", locale="uk")
    structlog.reset_defaults()
    root.handlers, root.level = handlers, level
    assert "menu not published" in stream.getvalue()
    assert "locale=uk" in stream.getvalue()
