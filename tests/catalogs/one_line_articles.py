"""A tiny stand-in for the extractor of articles: each line is a message, the file's name its context."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any


def extract(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Yield a message for each line; `!` at its beginning is a broken article."""
    for number, line in enumerate(fileobj.read().decode().splitlines(), 1):
        if line.startswith("!"):
            raise ValueError(f"line {number} is broken")
        yield number, "pgettext", (f"{Path(fileobj.name).stem}/steps", line), []
