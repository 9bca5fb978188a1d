"""The knowledge base as a whole: every article in every language, the shelves, and search over all of it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Self

from knowledge.article import Article, Category
from knowledge.catalog import DERIVED_LOCALES, Catalog, SourceCatalog
from knowledge.encoder import Encoder
from knowledge.index import Document
from knowledge.index_cache import read_or_learn
from knowledge.localise import LocalisedArticle, Localiser, Text
from knowledge.markup import plain
from knowledge.phrases import read_phrases
from knowledge.reading import read_article
from knowledge.reference import Reference, read_reference
from knowledge.search import Searcher, SearchResult
from knowledge.semantic import FILE_NAME, Meanings, Networks, SemanticClassifier

Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Locale -> id -> ways to ask."""


@dataclass(frozen=True)
class Wordings:
    """How people ask.

    Attributes:
        articles: for the articles, by their ids.
        out_of_scope: for topics that no article covers.
    """

    articles: Phrases = field(default_factory=dict)
    out_of_scope: Phrases = field(default_factory=dict)


class KnowledgeBase:
    """Articles, ready to be shown and searched; nothing changes after it is made."""

    def __init__(
        self,
        articles: Iterable[Article],
        reference: Reference,
        catalogs: Iterable[Catalog] = (),
        wordings: Wordings | None = None,
        semantic: Meanings | None = None,
    ) -> None:
        """Localise all articles.

        Args:
            articles: with ids that differ.
            reference: what stands beside them; with all instruments that they name.
            catalogs: one for each language besides English.
            wordings: how people ask.
            semantic: learned from all of these; None searches by words alone.
        """
        self._wordings = wordings or Wordings()
        self._semantic = semantic
        localisers = [Localiser(catalog, reference) for catalog in (SourceCatalog(), *catalogs)]
        self.reference = reference
        self._localisers = {localiser.catalog.locale: localiser for localiser in localisers}
        ordered = sorted(articles, key=lambda article: article.front.title)
        self._articles = {
            (article.id, localiser.catalog.locale): localiser.article(article)
            for article in ordered
            for localiser in localisers
        }
        self._front = {article.id: article.front for article in ordered}

    @classmethod
    def load(cls, folder: Path, catalogs: Iterable[Catalog] = (), encoder: Encoder | None = None) -> Self:
        """Read a folder: `articles/`, `phrases/`, `out-of-scope/`, `semantic.npz` and what `knowledge.reference` reads.

        Args:
            folder: of the knowledge base.
            catalogs: one for each language besides English.
            encoder: of sentences, where there is one on this machine.

        Raises:
            FindingsError: a file breaks the format.
        """
        articles = [read_article(path) for path in sorted((folder / "articles").glob("*.md"))]
        wordings = Wordings(_phrases(folder / "phrases"), _phrases(folder / "out-of-scope"))
        network = Networks.load(folder / FILE_NAME)
        semantic = SemanticClassifier(network, encoder) if network and encoder else None
        return cls(articles, read_reference(folder), catalogs, wordings, semantic)

    def __contains__(self, article_id: object) -> bool:
        """Tell whether there is such an article."""
        return article_id in self._front

    def article(self, article_id: str, locale: str) -> LocalisedArticle:
        """Return an article; in English where the locale is not on offer.

        Raises:
            KeyError: there is no such article.
        """
        return self._articles.get((article_id, locale)) or self._articles[article_id, SourceCatalog.locale]

    def text(self, locale: str, context: str, msgid: str) -> Text:
        """Return a piece of what stands beside the articles in a language, or the English."""
        return self._localisers.get(locale, self._localisers[SourceCatalog.locale]).text(context, msgid)

    def texts(self, locale: str) -> Callable[[str, str], Text]:
        """Return what turns (msgctxt, msgid) into a language."""
        return partial(self.text, locale)

    def shelf(self, category: Category, locale: str) -> list[LocalisedArticle]:
        """Return the articles of a category by title, as the language sorts it; [] for an empty shelf."""
        found = [self.article(key, locale) for key, front in self._front.items() if front.category is category]
        return sorted(found, key=lambda article: article.title.text.casefold())

    def all(self, locale: str) -> list[LocalisedArticle]:
        """Return every article, shelf by shelf."""
        return [article for category in Category for article in self.shelf(category, locale)]

    def overdue(self, today: dt.date) -> list[str]:
        """Return the ids of the articles whose review was due before today."""
        return [key for key, front in self._front.items() if front.review_due < today]

    def prepare(self, cache: Path | None = None) -> None:
        """Make the index now, so that the first question does not wait for it; keep it in a folder, if one is named."""
        if cache is not None:
            learned = read_or_learn(self.documents(), self.topics(), cache)
            self._searcher = Searcher(learned, self._semantic)
        self._searcher  # noqa: B018  # made when it is first looked at

    @property
    def searcher(self) -> Searcher:
        """The search over all of it, for whoever judges the search itself."""
        return self._searcher

    def search(self, query: str, locale: str | None = None) -> SearchResult:
        """Find the article that a question asks for, in any language; `locale` is the asker's own."""
        return self._searcher.search(query, locale)

    def documents(self) -> list[Document]:
        """Return what is searched: every article in every language that has its title.

        Languages that are written from another one are left out: to the index both scripts of a word are one.
        """
        shown = (article for article in self._articles.values() if article.locale not in DERIVED_LOCALES)
        return [self._document(article) for article in shown if article.title.translated]

    def topics(self) -> list[Document]:
        """Return the topics out of scope, in every language."""
        return [
            Document(topic, locale, phrases=phrases)
            for locale, topics in self._wordings.out_of_scope.items()
            for topic, phrases in topics.items()
        ]

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher.build(self.documents(), self.topics(), self._semantic)

    def _document(self, article: LocalisedArticle) -> Document:
        body = [block.content for blocks in article.sections.values() for block in blocks]
        return Document(
            article_id=article.id,
            locale=article.locale,
            title=article.title.text,
            phrases=self._wordings.articles.get(article.locale, {}).get(article.id, ()),
            body=tuple(plain(text.text) for text in body if text.translated),
        )


def packaged_folder() -> Path:
    """Return the folder of the articles that come with the package."""
    return Path(str(files("knowledge")))


def _phrases(folder: Path) -> Phrases:
    """Read the ways to ask by locale."""
    return {path.stem: read_phrases(path) for path in sorted(folder.glob("*.yaml"))}
