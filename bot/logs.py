"""Structured logs that never hold the token, a message text or a name."""

import logging
import re
import sys
import traceback
from pathlib import Path
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
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=shared,
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


def without_token(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Hide what looks like a bot token in any text of a log record."""
    del logger, method
    return {key: TOKEN.sub(HIDDEN, value) if isinstance(value, str) else value for key, value in event.items()}


def without_tracebacks(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Put places in place of a traceback, whose last line may hold what a person typed."""
    del logger, method
    exc_info = event.pop("exc_info", None)
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
