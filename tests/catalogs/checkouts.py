"""A made-up checkout: two sources, one article, and catalogs that tests fill."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.catalogs import extraction, merging, pofiles
from bot.catalogs.messages import entries, msgid_of
from bot.catalogs.sources import BOT, KNOWLEDGE, Domain, catalog_path

ARTICLES = replace(KNOWLEDGE, patterns=("articles/*.md",), extractor="tests.catalogs.one_line_articles:extract")
DOMAINS = (BOT, ARTICLES)
NOW = dt.datetime(2026, 3, 1, 12, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 4, 1, 12, 0, tzinfo=dt.UTC)
GREETING = '''"""Greets."""

# Translators: the name of the officer
hello = _("Hello, <b>{name}</b>.")
found = ngettext("{count} article", "{count} articles", 2)
'''
ARTICLE = "Wait at most **5 hours** (Art. 17(2)).\nAsk your NCB first.\n"

Translation = str | tuple[str, ...]


def make_checkout(root: Path) -> Path:
    """Make a checkout with sources and no catalogs."""
    (root / "pyproject.toml").touch()
    for folder in ("locales", "bot/views", "knowledge/articles"):
        (root / folder).mkdir(parents=True)
    (root / "bot/views/greeting.py").write_text(GREETING, encoding="utf-8")
    (root / "knowledge/articles/hot-pursuit.md").write_text(ARTICLE, encoding="utf-8")
    return root


def make_catalogs(root: Path, *locales: str) -> Path:
    """Make the templates and the catalogs of some locales."""
    extraction.extract(root, NOW, DOMAINS)
    merging.update(root, locales, DOMAINS)
    return root


def translate(root: Path, locale: str, domain: Domain, translations: Mapping[str, Translation], *flags: str) -> None:
    """Write translations into a catalog by msgid."""
    path = catalog_path(locale, domain)
    catalog = pofiles.read(root, path).catalog
    for message in entries(catalog):
        if msgid_of(message) in translations:
            message.string = translations[msgid_of(message)]
            message.flags |= set(flags)
    pofiles.write(root / path, catalog)


def edit(path: Path, old: str, new: str) -> None:
    """Replace a part of a file that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
