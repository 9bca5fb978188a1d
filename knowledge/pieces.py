"""The translatable pieces of the knowledge base and their msgctxt.

The context names article and field, `red-notice/steps`: equal sentences can be translated differently.
It has no position: a step that moves keeps its translation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.article import Article
from knowledge.instruments import Instrument


@dataclass(frozen=True)
class Piece:
    """One message for translators.

    Attributes:
        context: the msgctxt.
        text: the msgid, English.
        line: where it stands in its file, from 1.
    """

    context: str
    text: str
    line: int


def article_pieces(article: Article) -> Iterator[Piece]:
    """Yield what is to be translated of an article, in reading order."""
    front, lines = article.front, article.lines
    yield Piece(f"{article.id}/title", front.title, lines["title"])
    for section, blocks in article.sections.items():
        for block in blocks:
            yield Piece(f"{article.id}/{section}", block.text, block.line)
    for position, deadline in enumerate(front.deadlines):
        yield Piece(f"{article.id}/deadline", deadline.label, lines[f"deadlines.{position}"])
    if front.decides:
        yield Piece(f"{article.id}/decides", front.decides, lines["decides"])


def instrument_pieces(instruments: dict[str, Instrument], lines: dict[str, int]) -> Iterator[Piece]:
    """Yield the names of the instruments; `lines` as `knowledge.reading.key_lines` gives them."""
    for position, instrument in enumerate(instruments.values()):
        yield Piece(f"instrument/{instrument.id}", instrument.name, lines[str(position)])
