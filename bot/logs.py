"""Structured logs that never hold the token, a message text or a name.

Whoever logs names an event and gives it numbers and codes. Libraries do not know that rule: of theirs only warnings are
shown, and of a warning only the wording, without the values put into it. python-telegram-bot, for one, logs the whole
update that it could not read.
"""

import contextlib
import logging
import re
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
HIDDEN = "<token>"
OWN = ("bot", "knowledge")
"""Our packages. Libraries log requests with the token and messages with their text below WARNING: never shown."""


def configure(level: str, layout: Literal["console", "json"], stream: TextIO) -> None:
    """Send all logs, also those of libraries, to a stream.

    Args:
        level: the least level logged of our own records; of libraries, warnings and errors.
        layout: for people, or one JSON object a line.
        stream: where to.
    """
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_tracebacks,
        without_token,
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if layout == "json"
        else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    )
    handler = _Handler(stream)
    handler.addFilter(is_shown)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=[first_line, *shared],
            use_get_message=False,
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OWN:
        logging.getLogger(name).setLevel(level)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_of_thread


def is_shown(record: logging.LogRecord) -> bool:
    """Tell whether a record may be shown: ours, or a library's warning, whatever level its logger has."""
    return record.name.partition(".")[0] in OWN or record.levelno >= logging.WARNING


def first_line(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Cut a library's message after its first line; asyncio lists below it what an unheard task has raised."""
    del logger, method
    event["event"] = str(event["event"]).partition("\n")[0]
    return event


def without_token(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Hide what looks like a bot token in any text of a log record."""
    del logger, method
    return {key: TOKEN.sub(HIDDEN, value) if isinstance(value, str) else value for key, value in event.items()}


def without_tracebacks(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Put places in place of a traceback, whose last line may hold what a person typed."""
    del logger, method
    exc_info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = sys.exc_info()[1] if exc_info is True else exc_info[1] if isinstance(exc_info, tuple) else exc_info
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["frames"] = frames(error)
    return event


def frames(error: BaseException | None) -> list[str]:
    """Return where an error came from, outermost first, as `file.py:12 function`; neither values nor message."""
    if error is None:
        return []
    return [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]


class _Handler(logging.StreamHandler[TextIO]):
    """Writes records; one that cannot be written is named, where the standard library would print its values."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name is the standard library's
        """Say that a record was lost, if there is anything left to say it to."""
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(f"a record of {record.name} could not be written\n")


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what ends the process; Python would print the message, which for a refused token is the token."""
    if issubclass(kind, Exception):
        structlog.get_logger(__name__).critical("ended by an error", exc_info=error)
    else:
        sys.__excepthook__(kind, error, trace)


def _log_uncaught_of_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _log_uncaught(args.exc_type, args.exc_value, args.exc_traceback)
