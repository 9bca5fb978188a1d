"""Our search and others behind one face, each as it comes: no tuning to the sets, no list of words, no stemming.

All of them get the same documents and the question's text alone; none is told its language.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Protocol

import bm25s
import tantivy
from rapidfuzz import fuzz, process, utils

from knowledge.encoder import Encoder, Vector, load_encoder
from knowledge.index import Document
from knowledge.nearest import NearestTexts
from knowledge.ranking import MAX_HITS
from knowledge.search import Searcher
from knowledge.semantic import Meanings

WORD = re.compile(r"\w+")
WRITER_BYTES = 50_000_000
"""Memory that tantivy writes with; it takes no less than 15 MB."""


class System(Protocol):
    """Something that searches documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Learn or index the documents."""

    def find(self, query: str) -> list[str]:
        """Return the articles that match, best first, each once, at most `MAX_HITS`."""
        ...


class OursByWords:
    """The search of this project by words alone, as on machines without the encoder."""

    def __init__(self, documents: Sequence[Document], meanings: Meanings | None = None) -> None:
        self._searcher = Searcher.build(documents, semantic=meanings)

    def find(self, query: str) -> list[str]:
        """Return the hits, whatever the outcome."""
        return [hit.article_id for hit in self._searcher.search(query).hits]


class Ours(OursByWords):
    """The search of this project by words and, where the encoder is installed, by the nearest sentences.

    The network of meanings is learned from our own articles and has no part in this.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        encoder, vectors = _encoder()
        super().__init__(documents, NearestTexts.of(documents, encoder, known=vectors) if encoder else None)


@cache
def _encoder() -> tuple[Encoder | None, dict[str, Vector]]:
    """Return the encoder, and the vectors of what was embedded in this run: sets are asked more than once."""
    return load_encoder(), {}


class WholeTextRatio:
    """rapidfuzz `WRatio` of the question with title and body."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._articles = [document.article_id for document in documents]
        self._texts = [utils.default_process(self.text(document)) or None for document in documents]

    @staticmethod
    def text(document: Document) -> str:
        """Return what a question is compared with."""
        return "\n".join((document.title, *document.body))

    def find(self, query: str) -> list[str]:
        """Return the articles by likeness; those without a text never."""
        found = process.extract(utils.default_process(query), self._texts, scorer=fuzz.WRatio, limit=None)
        return first_articles(self._articles[place] for _, _, place in found)


class TitleRatio(WholeTextRatio):
    """The same with the title alone."""

    @staticmethod
    def text(document: Document) -> str:
        """Return the title."""
        return document.title


class Fts5:
    """SQLite FTS5 with its `unicode61` tokeniser: any of the words, by bm25."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._articles = [document.article_id for document in documents]
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize = 'unicode61')")
        rows = ((place, document.title, "\n".join(document.body)) for place, document in enumerate(documents))
        self._database.executemany("INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)", rows)

    def find(self, query: str) -> list[str]:
        """Return the articles that have any of the words."""
        words = " OR ".join(f'"{word}"' for word in words_of(query))
        statement = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts), rowid"
        rows = self._database.execute(statement, (words,)) if words else ()
        return first_articles(self._articles[place] for (place,) in rows)


class Bm25s:
    """bm25s over title and body together."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._articles = [document.article_id for document in documents]
        self._index = bm25s.BM25()
        texts = ["\n".join((document.title, *document.body)) for document in documents]
        self._index.index(bm25s.tokenize(texts, stopwords=None, show_progress=False), show_progress=False)

    def find(self, query: str) -> list[str]:
        """Return the articles with a score."""
        tokens = bm25s.tokenize([query], stopwords=None, show_progress=False)
        places, scores = self._index.retrieve(tokens, k=len(self._articles), show_progress=False)
        ranked = zip(places[0].tolist(), scores[0].tolist(), strict=True)
        return first_articles(self._articles[place] for place, score in ranked if score > 0)


class Tantivy:
    """tantivy with its default tokeniser: any of the words, in title or body."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._articles = [document.article_id for document in documents]
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("place", stored=True)
        builder.add_text_field("title")
        builder.add_text_field("body")
        self._index = tantivy.Index(builder.build())
        writer = self._index.writer(WRITER_BYTES, 1)
        for place, document in enumerate(documents):
            writer.add_document(tantivy.Document(place=place, title=document.title, body="\n".join(document.body)))
        writer.commit()
        self._index.reload()

    def find(self, query: str) -> list[str]:
        """Return the articles that have any of the words."""
        parsed = self._index.parse_query(" ".join(words_of(query)), ["title", "body"])
        searcher = self._index.searcher()
        found = searcher.search(parsed, limit=len(self._articles)).hits
        return first_articles(self._articles[searcher.doc(address)["place"][0]] for _, address in found)


OURS, BY_WORDS = "ours", "ours by words"
SYSTEMS: Mapping[str, type[System]] = MappingProxyType(
    {
        OURS: Ours,
        BY_WORDS: OursByWords,
        "WRatio": WholeTextRatio,
        "WRatio title": TitleRatio,
        "FTS5": Fts5,
        "bm25s": Bm25s,
        "tantivy": Tantivy,
    }
)
"""By the name in the tables."""


def words_of(query: str) -> list[str]:
    """Return the words of a question in lower case, each once, for query languages in which marks have a meaning."""
    return list(dict.fromkeys(WORD.findall(query.lower())))


def first_articles(ranked: Iterable[str]) -> list[str]:
    """Return the first articles of a ranking of their versions, each once, as many as our search returns."""
    found: dict[str, None] = {}
    for article in ranked:
        found.setdefault(article)
        if len(found) == MAX_HITS:
            break
    return list(found)
