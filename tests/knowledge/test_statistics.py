"""The knowledge base in figures."""

import datetime as dt

from knowledge.article import Category
from knowledge.catalog import Catalog, SourceCatalog
from knowledge.pieces import article_pieces
from knowledge.statistics import ArticleStats, article_stats
from tests.factories import Translations, article


def test_an_article_is_counted_with_the_languages_that_have_all_of_it() -> None:
    shown = article()
    whole = {(piece.context, piece.text): "x" for piece in article_pieces(shown)}
    part = dict(list(whole.items())[1:])
    catalogs: list[Catalog] = [SourceCatalog(), Translations("hu", whole), Translations("uk", part)]
    assert article_stats([shown], catalogs) == [
        ArticleStats("signal", Category.CHANNELS, 21, 1, None, dt.date(2027, 5, 1), ("en", "hu"))
    ]


def test_articles_come_shelf_by_shelf() -> None:
    shown = [article(id="b"), article(id="a", category=Category.NETWORK), article(id="c", reviewed_by="coordinator")]
    assert [one.article_id for one in article_stats(shown, [])] == ["b", "c", "a"]
