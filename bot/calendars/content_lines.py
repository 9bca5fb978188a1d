"""The bytes of a calendar file -> content lines, unfolded and decoded, with their numbers."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.calendars.problems import CalendarFileError, Problem

LARGEST_FILE = 1_000_000
"""Bytes. A year of a busy calendar has 300,000; files with attachments are larger and not needed."""
MOST_LINES = 20_000
LONGEST_LINE = 100_000
"""Bytes of an unfolded line; longer ones are attachments, they are left out."""
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FOREIGN_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
"""A word with letters beyond ASCII."""
LATIN_LETTER = re.compile(rb"[A-Za-z]")


@dataclass(frozen=True)
class ContentLine:
    """One unfolded line.

    Attributes:
        number: of its first line in the file, from 1.
        text: without the line's end.
    """

    number: int
    text: str


def content_lines(file: bytes) -> Iterator[ContentLine]:
    """Yield the lines of a file that are not empty.

    A line is put together before it is decoded: some producers fold in the middle of a letter. UTF-16 is told by
    its byte order mark; what is not UTF-8 is taken for Windows-1251 or Windows-1250, whichever is likelier.

    Raises:
        CalendarFileError: the file is too large.
    """
    if len(file) > LARGEST_FILE:
        raise CalendarFileError(Problem.TOO_LARGE, detail=str(len(file)))
    plain = file.decode("utf-16", "replace").encode() if file.startswith(UTF16) else file.removeprefix(codecs.BOM_UTF8)
    encoding = _encoding(plain)
    for number, line in _unfolded(plain):
        if line.strip() and len(line) <= LONGEST_LINE:
            yield ContentLine(number, line.decode(encoding, "replace"))


def _unfolded(plain: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines with their numbers."""
    physical = re.split(rb"\r\n|\n|\r", plain)
    if len(physical) > MOST_LINES:
        raise CalendarFileError(Problem.TOO_MANY_PARTS, MOST_LINES)
    first, parts = 1, [b""]
    for number, line in enumerate(physical, start=1):
        if line[:1] in {b" ", b"\t"}:
            parts.append(line[1:])
        else:
            yield first, b"".join(parts)
            first, parts = number, [line]
    yield first, b"".join(parts)


def _encoding(plain: bytes) -> str:
    joined = re.sub(rb"\r?\n[ \t]", b"", plain)
    try:
        joined.decode("utf-8")
    except UnicodeDecodeError:
        # A Latin word with diacritics has plain letters too, a Cyrillic one has none.
        words = FOREIGN_WORD.findall(joined)
        latin = sum(LATIN_LETTER.search(word) is not None for word in words)
        return "windows-1250" if 2 * latin >= len(words) else "windows-1251"
    return "utf-8"
