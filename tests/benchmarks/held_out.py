"""Every phrase asked of a search that was built without it: questions that chose none of its numbers.

They are harder than the test questions, as phrases are written to differ from each other and each is left out with a
fifth of its article's. Topics out of scope are asked twice: with their other phrases known, and unnamed altogether,
which is how a subject that nobody thought of fares. Where there is an encoder, networks are learned without them too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.app import load_knowledge
from bot.cli.learning import CACHE_NAME, read_vectors
from bot.settings import cache_folder
from knowledge.encoder import Vector, load_encoder
from knowledge.evaluation import Case, Question, ask
from knowledge.index import Document
from knowledge.samples import meaning_samples
from knowledge.search import Searcher
from knowledge.semantic import SemanticClassifier
from knowledge.semantic_training import embed, learn

FOLDS = 5


def measure(*, by_words: bool) -> list[Case]:
    """Ask all phrases of the packaged knowledge base."""
    knowledge = load_knowledge()
    articles, topics = knowledge.documents(), knowledge.topics()
    names = sorted({topic.article_id for topic in topics})
    known = {} if by_words else read_vectors(cache_folder() / CACHE_NAME)
    cases: list[Case] = []
    for fold in range(FOLDS):
        named = _searcher(_without(articles, fold), _without(topics, fold), known)
        cases += ask(named, (*_left_out(articles, fold, "article"), *_left_out(topics, fold, "named")))
        gone = [topic for topic in topics if topic.article_id in names[fold::FOLDS]]
        unnamed = _searcher(articles, [topic for topic in topics if topic not in gone], known)
        cases += ask(unnamed, _phrases(gone, "unnamed"))
    return cases


def _searcher(articles: Sequence[Document], topics: Sequence[Document], known: dict[str, Vector]) -> Searcher:
    """Return a search that learned from these alone; without vectors it goes by words."""
    encoder = load_encoder() if known else None
    if encoder is None:
        return Searcher.build(articles, topics)
    samples = list(meaning_samples(articles, topics))
    known |= embed(sorted({sample.text for sample in samples}), encoder, known, lambda: None)
    return Searcher.build(articles, topics, SemanticClassifier(learn(samples, known), encoder))


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
        yield from (Question(q=text, lang=document.locale, topic=topic, kind=kind) for text in document.phrases)
