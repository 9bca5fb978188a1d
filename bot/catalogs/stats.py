"""How much is translated."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from bot.catalogs import pofiles
from bot.catalogs.messages import entries, find, is_begun, is_usable
from bot.catalogs.sources import DOMAINS, Domain, catalog_path, template_path, translated_locales


@dataclass(frozen=True)
class CatalogStats:
    """The state of one catalog, measured by its template.

    Attributes:
        locale: as `uk`.
        domain: the name of the domain.
        messages: in the template.
        translated: shown in the language of the locale.
        fuzzy: the English has changed since; shown in English.
        missing: without translation, or not in the catalog at all; shown in English.
    """

    locale: str
    domain: str
    messages: int
    translated: int
    fuzzy: int
    missing: int

    @property
    def percent(self) -> float:
        """The translated part, 0-100 with one decimal, never rounded up to 100."""
        if not self.messages:
            return 100.0
        return self.translated * 1000 // self.messages / 10


def collect_stats(root: Path, domains: Sequence[Domain] = DOMAINS) -> list[CatalogStats]:
    """Return the state of every catalog, by locale, then domain; a catalog that is not there misses everything.

    Raises:
        CatalogSyntaxError: a catalog or template cannot be read.
        OSError: a template is missing.
    """
    templates = {domain: pofiles.read(root, template_path(domain)).catalog for domain in domains}
    return [
        _stats(root, locale, domain, template)
        for locale in translated_locales(root)
        for domain, template in templates.items()
    ]


def _stats(root: Path, locale: str, domain: Domain, template: Catalog) -> CatalogStats:
    path = catalog_path(locale, domain)
    catalog = pofiles.read(root, path).catalog if (root / path).is_file() else Catalog(locale)
    states = Counter(_states(catalog, template))
    return CatalogStats(
        locale=locale,
        domain=domain.name,
        messages=len(template),
        translated=states["translated"],
        fuzzy=states["fuzzy"],
        missing=states["missing"],
    )


def _states(catalog: Catalog, template: Catalog) -> Iterator[str]:
    for message in entries(template):
        translation = find(catalog, message)
        if translation is None or not is_begun(translation):
            yield "missing"
        elif is_usable(translation):
            yield "translated"
        else:
            yield "fuzzy" if translation.fuzzy else "missing"
