"""Babel extractor: the knowledge base's files as gettext messages.

Source: https://babel.pocoo.org/en/latest/messages.html#writing-extraction-methods
"""

from collections.abc import Collection, Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import IO, Any

from knowledge.channel_rules import read_channel_rules
from knowledge.glossary import read_glossary
from knowledge.instruments import read_instruments
from knowledge.pieces import (
    Piece,
    article_pieces,
    channel_pieces,
    form_pieces,
    instrument_pieces,
    place_pieces,
    term_pieces,
)
from knowledge.reading import key_lines, read_article
from knowledge.request_forms import read_request_forms
from knowledge.scope import FILE_NAME, read_scope

Message = tuple[int, str, tuple[str, str], list[str]]


def extract(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Yield `(line, function, (msgctxt, msgid), comments)` for an article or another file.

    Raises:
        FindingsError: the file breaks the format.
        TypeError: `fileobj` is no file on disk; the format's complaints need a path.
    """
    del keywords, comment_tags, options  # the format decides what is translated
    if not isinstance(fileobj, BufferedReader):
        raise TypeError("an article is extracted from a file on disk")
    for piece in _pieces(Path(fileobj.name)):
        yield piece.line, "pgettext", (piece.context, piece.text), []


def _pieces(path: Path) -> Iterator[Piece]:
    """Return what is to be translated of a file of the knowledge base, by its name."""
    if path.suffix == ".md":
        return article_pieces(read_article(path))
    lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
    if path.name == "channels.yaml":
        return channel_pieces(read_channel_rules(path), lines)
    if path.name == "request_forms.yaml":
        return form_pieces(read_request_forms(path), lines)
    if path.name == FILE_NAME:
        return place_pieces(read_scope(path), lines)
    if path.name == "terms.yaml":
        return term_pieces(read_glossary(path.parent).terms, lines)
    return instrument_pieces(read_instruments(path), lines)
