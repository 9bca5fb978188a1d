"""Babel extractor: the knowledge base's files as gettext messages.

Source: https://babel.pocoo.org/en/latest/messages.html#writing-extraction-methods
"""

from collections.abc import Collection, Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import IO, Any

from knowledge.instruments import read_instruments
from knowledge.pieces import article_pieces, instrument_pieces
from knowledge.reading import key_lines, read_article

Message = tuple[int, str, tuple[str, str], list[str]]


def extract(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Yield `(line, function, (msgctxt, msgid), comments)` for an article or the list of instruments.

    Raises:
        FindingsError: the file breaks the format.
        TypeError: `fileobj` is no file on disk; the format's complaints need a path.
    """
    del keywords, comment_tags, options  # the format decides what is translated
    if not isinstance(fileobj, BufferedReader):
        raise TypeError("an article is extracted from a file on disk")
    path = Path(fileobj.name)
    if path.suffix == ".yaml":
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        pieces = instrument_pieces(read_instruments(path), lines)
    else:
        pieces = article_pieces(read_article(path))
    for piece in pieces:
        yield piece.line, "pgettext", (piece.context, piece.text), []
