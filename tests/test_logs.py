"""Logs hold places, not what people wrote and not the token."""

import io
import json
import logging
import sys
import threading
from collections.abc import Iterator

import pytest
import structlog

from bot import logs

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give back what catches errors that nobody else does."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


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
    logging.getLogger("httpx").warning(f"POST https://example.org/bot{TOKEN}/getMe")  # noqa: G004  # as some do
    assert TOKEN not in stream.getvalue()
    assert logs.HIDDEN in stream.getvalue()


def test_libraries_are_heard_from_warnings_on_whatever_level_they_have(stream: io.StringIO) -> None:
    library = logging.getLogger("telegram.ext.tests")
    library.setLevel(logging.DEBUG)
    library.info("sendMessage with parameters")
    assert stream.getvalue() == ""


def test_of_a_library_only_the_wording_is_shown(stream: io.StringIO) -> None:
    logging.getLogger("telegram.Bot").critical("Error while parsing updates! Received data was %r", {"text": "typed"})
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: <Task exception='typed'>")
    first, second = (json.loads(line)["event"] for line in stream.getvalue().splitlines())
    assert first == "Error while parsing updates! Received data was %r"
    assert second == "Task exception was never retrieved"


def test_a_stack_is_not_shown(stream: io.StringIO) -> None:
    logging.getLogger("telegram.ext").warning("odd", stack_info=True)
    assert "stack_info" not in json.loads(stream.getvalue())


def test_a_record_that_cannot_be_written_is_lost_without_its_values(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    class Unwritable:
        def __repr__(self) -> str:
            raise ValueError("what somebody typed")

    root = logging.getLogger()
    root.handlers = [handler for handler in root.handlers if handler.__class__.__module__ == logs.__name__]
    structlog.get_logger("bot.test").warning("odd", value=Unwritable())
    assert stream.getvalue() == "a record of bot.test could not be written\n"
    assert capsys.readouterr().err == ""


def test_a_stream_that_is_closed_stops_nobody(stream: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    stream.close()
    structlog.get_logger("bot.test").warning("odd")
    assert capsys.readouterr().err == ""


def test_an_error_that_ends_the_process_is_logged_without_its_message(stream: io.StringIO) -> None:
    sys.excepthook(ValueError, ValueError(f"The token {TOKEN} was rejected"), None)
    record = json.loads(stream.getvalue())
    assert (record["event"], record["error"], record["level"]) == ("ended by an error", "ValueError", "critical")
    assert "rejected" not in stream.getvalue()


def test_so_is_one_that_ends_a_thread(stream: io.StringIO) -> None:
    def fail() -> None:
        raise ValueError("what somebody typed")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert json.loads(stream.getvalue())["error"] == "ValueError"
    assert "typed" not in stream.getvalue()


def test_stopping_it_by_hand_is_no_error(stream: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert stream.getvalue() == ""
    assert "KeyboardInterrupt" in capsys.readouterr().err


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
