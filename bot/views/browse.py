"""The shelves: categories, and the articles of one, page by page."""

from collections.abc import Mapping, Sequence

from bot.callbacks import BrowseArticles, BrowseCategories
from bot.i18n import Translator
from bot.views import Button, View
from bot.views.articles import article_button
from bot.views.html import bold, escape
from bot.views.terms import category_name
from knowledge import Category, LocalisedArticle


def categories(counts: Mapping[Category, int], translator: Translator) -> View:
    """Show the shelves that hold something, with the number of their articles."""
    _ = translator.gettext
    rows = tuple(
        (Button(f"{category_name(category, translator)} ({count})", BrowseArticles(category, 0)),)
        for category, count in counts.items()
        if count
    )
    return View((bold(_("All articles")), escape(_("Choose a subject."))), rows)


def shelf(
    category: Category, articles: Sequence[LocalisedArticle], page: int, size: int, translator: Translator
) -> View:
    """Show one page of a shelf; a page beyond the last shows the last.

    Args:
        category: the shelf.
        articles: all that stand on it.
        page: from 0.
        size: articles on a page.
        translator: of the reader.
    """
    _ = translator.gettext
    last = max(0, (len(articles) - 1) // size)
    page = min(max(page, 0), last)
    shown = articles[page * size : (page + 1) * size]
    heading = [bold(category_name(category, translator))]
    if last:
        heading.append(escape(_("Page {page} of {pages}").format(page=page + 1, pages=last + 1)))
    turns = [Button(_("‹ Previous"), BrowseArticles(category, page - 1))] if page > 0 else []
    turns += [Button(_("Next ›"), BrowseArticles(category, page + 1))] if page < last else []
    rows = [(article_button(article),) for article in shown]
    back = (Button(_("« All subjects"), BrowseCategories()),)
    return View(tuple(heading), (*rows, *([tuple(turns)] if turns else []), back))
