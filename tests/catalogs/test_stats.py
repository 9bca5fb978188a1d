"""How much is translated."""

from pathlib import Path

import pytest

from bot.catalogs.sources import BOT, catalog_path
from bot.catalogs.stats import CatalogStats, collect_stats
from tests.catalogs.checkouts import ARTICLES, DOMAINS, edit, translate


def counts(root: Path) -> list[tuple[str, int, int, int, int]]:
    """Return domain, messages, translated, fuzzy and missing of each catalog."""
    rows = collect_stats(root, DOMAINS)
    return [(row.domain, row.messages, row.translated, row.fuzzy, row.missing) for row in rows]


def test_messages_are_counted_by_state(serbian: Path) -> None:
    """Each message is in one state."""
    translate(serbian, "sr", ARTICLES, {"Ask your NCB first.": "Прво питајте NCB."})
    translate(serbian, "sr", BOT, {"Hello, <b>{name}</b>.": "Здраво, <b>{name}</b>."}, "fuzzy")
    assert counts(serbian) == [("bot", 2, 0, 1, 1), ("knowledge", 2, 1, 0, 1)]


def test_half_translated_plural_is_missing(serbian: Path) -> None:
    """It is not shown."""
    translate(serbian, "sr", BOT, {"{count} article": ("{count} чланак", "", "")})
    assert counts(serbian)[0] == ("bot", 2, 0, 0, 2)


def test_message_that_is_not_in_the_catalog_is_missing(serbian: Path) -> None:
    """The template is the measure."""
    edit(serbian / catalog_path("sr", BOT), "Hello,", "Good day,")
    assert counts(serbian)[0] == ("bot", 2, 0, 0, 2)


def test_catalog_that_is_not_there_misses_everything(serbian: Path) -> None:
    """The language is on offer all the same."""
    (serbian / catalog_path("sr", ARTICLES)).unlink()
    assert counts(serbian)[1] == ("knowledge", 2, 0, 0, 2)


@pytest.mark.parametrize(
    ("messages", "translated", "percent"), [(3, 1, 33.3), (2000, 1999, 99.9), (2, 2, 100.0), (0, 0, 100.0)]
)
def test_percent_is_never_rounded_up_to_all(messages: int, translated: int, percent: float) -> None:
    """100 means that nothing is missing."""
    assert CatalogStats("sr", "bot", messages, translated, 0, messages - translated).percent == percent
