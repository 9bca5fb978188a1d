"""The shelves."""

import gettext

import pytest

from bot.callbacks import BrowseArticles, ShowArticle
from bot.i18n import Translator
from bot.views import View, browse
from knowledge import Category
from tests.factories import article, localised

ENGLISH = Translator("en", gettext.NullTranslations())
ARTICLES = [localised(article(id=f"signal-{number}", title=f"Signal {number}")) for number in range(5)]


def shelf(page: int, size: int = 2) -> View:
    """Return a page of a shelf with five articles."""
    return browse.shelf(Category.CHANNELS, ARTICLES, page, size, ENGLISH)


def shown(view: View) -> list[str]:
    """Return the titles on a page."""
    return [button.label for row in view.rows for button in row if isinstance(button.target, ShowArticle)]


def turns(view: View) -> list[tuple[str, int]]:
    """Return the buttons that turn pages, with the page they lead to."""
    buttons = [button for row in view.rows for button in row]
    return [(button.label, button.target.page) for button in buttons if isinstance(button.target, BrowseArticles)]


def test_pages_hold_every_article_once() -> None:
    assert [title for page in range(3) for title in shown(shelf(page))] == [f"Signal {n}" for n in range(5)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [(0, [("Next ›", 1)]), (1, [("‹ Previous", 0), ("Next ›", 2)]), (2, [("‹ Previous", 1)])],
)
def test_a_page_leads_to_its_neighbours(page: int, expected: list[tuple[str, int]]) -> None:
    assert turns(shelf(page)) == expected


@pytest.mark.parametrize(
    ("page", "text"), [(0, "Page 1 of 3"), (2, "Page 3 of 3"), (99, "Page 3 of 3"), (-5, "Page 1 of 3")]
)
def test_a_page_says_which_it_is_and_one_beyond_the_ends_is_the_nearest(page: int, text: str) -> None:
    assert shelf(page).blocks[-1] == text


def test_a_shelf_of_one_page_needs_no_turning() -> None:
    view = shelf(0, size=5)
    assert turns(view) == []
    assert len(view.blocks) == 1


def test_an_empty_shelf_can_be_shown() -> None:
    assert shown(browse.shelf(Category.NETWORK, [], 0, 5, ENGLISH)) == []


def test_shelves_that_hold_nothing_are_left_out() -> None:
    view = browse.categories({Category.CHANNELS: 2, Category.NETWORK: 0}, ENGLISH)
    assert [button.label for row in view.rows for button in row] == ["Channels and requests (2)"]
