"""The translatable pieces of the knowledge base and their msgctxt.

The context names article and field, `red-notice/steps`: equal sentences can be translated differently.
It has no position: a step that moves keeps its translation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.article import Article
from knowledge.channel_rules import ChannelRule
from knowledge.glossary import Term
from knowledge.instruments import Instrument
from knowledge.request_forms import RequestForm
from knowledge.scope import Scope

CHANNEL_CONTEXT = "channel"
FORM_CONTEXT = "form"
PLACE_CONTEXT = "place"
Lines = Mapping[str, int]
"""Where each key stands, as `knowledge.reading.key_lines` gives it."""


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


def instrument_pieces(instruments: Mapping[str, Instrument], lines: Lines) -> Iterator[Piece]:
    """Yield the names of the instruments, what they are for and what to watch out for."""
    for position, instrument in enumerate(instruments.values()):
        context, line = f"instrument/{instrument.id}", lines[str(position)]
        yield Piece(context, instrument.name, line)
        for text in (instrument.purpose, instrument.caution):
            if text:
                yield Piece(context, text, line)


def channel_pieces(rules: Sequence[ChannelRule], lines: Lines) -> Iterator[Piece]:
    """Yield the sentences of the channel adviser; equal ones of several rules are one message."""
    for position, rule in enumerate(rules):
        for text in (rule.because, *rule.conditions, *(deadline.label for deadline in rule.deadlines)):
            yield Piece(CHANNEL_CONTEXT, text, lines[str(position)])


def form_pieces(forms: Sequence[RequestForm], lines: Lines) -> Iterator[Piece]:
    """Yield titles and labels of the request forms; equal ones of several forms are one message."""
    for position, form in enumerate(forms):
        for text in (form.title, *form.labels):
            yield Piece(FORM_CONTEXT, text, lines[str(position)])


def term_pieces(terms: Mapping[str, Term], lines: Lines) -> Iterator[Piece]:
    """Yield the definitions of the glossary."""
    for position, term in enumerate(terms.values()):
        yield Piece(f"glossary/{term.id}", term.definition, lines[f"{position}.definition"])


def place_pieces(scope: Scope, lines: Lines) -> Iterator[Piece]:
    """Yield who handles what no article covers."""
    for key, place in scope.places.items():
        yield Piece(PLACE_CONTEXT, place, lines[f"places.{key}"])
