"""What there is: one line an article, with its length, sources, review and the languages it is complete in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.article import Article, Category
from knowledge.catalog import Catalog
from knowledge.pieces import article_pieces


@dataclass(frozen=True)
class ArticleStats:
    """One article in figures.

    Attributes:
        article_id: its id.
        category: the shelf it stands on.
        words: of all its English pieces.
        sources: how many it names.
        reviewed_by: the role that reviewed it, None for a draft.
        review_due: when it has to be looked at again.
        locales: those that have every piece, English first.
    """

    article_id: str
    category: Category
    words: int
    sources: int
    reviewed_by: str | None
    review_due: dt.date
    locales: tuple[str, ...]


def article_stats(articles: Iterable[Article], catalogs: Iterable[Catalog]) -> list[ArticleStats]:
    """Return the figures of all articles, shelf by shelf and by id."""
    order = list(Category)
    known = list(catalogs)
    figures = [_figures(article, known) for article in articles]
    return sorted(figures, key=lambda one: (order.index(one.category), one.article_id))


def _figures(article: Article, catalogs: Iterable[Catalog]) -> ArticleStats:
    pieces = list(article_pieces(article))
    complete = (
        catalog.locale
        for catalog in catalogs
        if all(catalog.find(piece.context, piece.text) is not None for piece in pieces)
    )
    return ArticleStats(
        article_id=article.id,
        category=article.front.category,
        words=sum(len(piece.text.split()) for piece in pieces),
        sources=len(article.front.sources),
        reviewed_by=article.front.reviewed_by,
        review_due=article.front.review_due,
        locales=tuple(complete),
    )
