"""Every phrase asked of a search that was built without it: questions that chose none of its numbers.

They are harder than the test questions, as phrases are written to differ from each other and each is left out with a
fifth of its article's. Topics out of scope are asked twice: with their other phrases known, and unnamed altogether,
which is how a subject that nobody thought of fares.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.app import load_knowledge
from knowledge.index import Document
from knowledge.search import Searcher
from tests.benchmarks.search import Case, Question, ask

FOLDS = 5


def measure() -> list[Case]:
    """Ask all phrases of the packaged knowledge base."""
    knowledge = load_knowledge()
    articles, topics = knowledge.documents(), knowledge.topics()
    names = sorted({topic.article_id for topic in topics})
    cases: list[Case] = []
    for fold in range(FOLDS):
        named = Searcher.build(_without(articles, fold), _without(topics, fold))
        cases += [ask(named, question) for question in _left_out(articles, fold, "article")]
        cases += [ask(named, question) for question in _left_out(topics, fold, "named")]
        gone = [topic for topic in topics if topic.article_id in names[fold::FOLDS]]
        unnamed = Searcher.build(articles, [topic for topic in topics if topic not in gone])
        cases += [ask(unnamed, question) for question in _phrases(gone, "unnamed")]
    return cases


def _without(documents: Sequence[Document], fold: int) -> list[Document]:
    """Return the documents without every fifth phrase, the same in both scripts of a language."""
    return [
        replace(document, phrases=tuple(text for place, text in enumerate(document.phrases) if place % FOLDS != fold))
        for document in documents
    ]


def _left_out(documents: Sequence[Document], fold: int, kind: str) -> Iterator[Question]:
    """Yield the phrases that `_without` leaves out."""
    return _phrases((replace(document, phrases=document.phrases[fold::FOLDS]) for document in documents), kind)


def _phrases(documents: Iterable[Document], kind: str) -> Iterator[Question]:
    for document in documents:
        topic = document.article_id if kind == "article" else None
        yield from (Question(text, document.locale, topic, kind) for text in document.phrases)
