"""Catalogs -> compiled catalogs (`*.mo` beside the `*.po`), which are never committed.

What is fuzzy, missing or damaged is left out, so that English is shown in its place.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot.catalogs import plurals, pofiles, rules
from bot.catalogs.messages import entries, is_usable
from bot.catalogs.sources import DOMAINS, Domain, Markup, catalog_path, translated_locales


@dataclass(frozen=True)
class Compiled:
    """A compiled catalog.

    Attributes:
        path: of the file, below the checkout.
        messages: how many are in it.
        left_out: how many are translated, but damaged.
    """

    path: Path
    messages: int
    left_out: int


def compile_all(root: Path, domains: Sequence[Domain] = DOMAINS) -> list[Compiled]:
    """Compile every catalog of a checkout.

    Raises:
        CatalogSyntaxError: a catalog cannot be read.
        OSError: a file cannot be written.
    """
    paths = (
        (locale, domain, catalog_path(locale, domain)) for locale in translated_locales(root) for domain in domains
    )
    return [_compile(root, path, locale, domain.markup) for locale, domain, path in paths if (root / path).is_file()]


def fit_to_show(catalog: pofiles.PoFile, locale: str, markup: Markup) -> tuple[Catalog, int]:
    """Return the catalog with only what may be shown, and how many damaged messages that leaves out.

    With a wrong Plural-Forms every message with plural forms is damaged: a number would take another one's form.
    """
    shown = Catalog(locale, fuzzy=False)
    shown.mime_headers = catalog.catalog.mime_headers
    plurals_wrong = bool(plurals.header_faults(catalog.header.get("plural-forms"), locale))
    damaged = 0
    for message in filter(is_usable, entries(catalog.catalog)):
        if (plurals_wrong and message.pluralizable) or rules.is_damaged(message, locale, markup):
            damaged += 1
        else:
            shown[message.id] = message
    return shown, damaged


def _compile(root: Path, path: Path, locale: str, markup: Markup) -> Compiled:
    shown, left_out = fit_to_show(pofiles.read(root, path), locale, markup)
    content = io.BytesIO()
    write_mo(content, shown)
    target = path.with_suffix(".mo")
    (root / target).write_bytes(content.getvalue())
    return Compiled(target, len(shown), left_out)
