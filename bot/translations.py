"""The catalogs of an installation, loaded once at the start.

An installed package has compiled catalogs beside its code. A checkout has PO files, so that a translator sees a change
by starting the assistant again; where `ilecu i18n compile` ran since the last change, the compiled ones are read.
"""

import gettext
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NoReturn

from babel.messages.mofile import write_mo

from bot.catalogs import pofiles
from bot.catalogs.compilation import fit_to_show
from bot.catalogs.sources import BOT, KNOWLEDGE, Domain, catalog_path, translated_locales
from bot.i18n import Languages
from knowledge.catalog import DERIVED_LOCALES, Catalog, LatinCatalog

PACKAGED = Path(__file__).parent / "locales"
CHECKOUT = Path(__file__).parent.parent


class _Absent(gettext.NullTranslations):
    """The end of a line of fallbacks: tells that there is no translation."""

    def pgettext(self, context: str, message: str) -> NoReturn:
        """Raise LookupError."""
        raise LookupError(context, message)


@dataclass(frozen=True)
class GettextCatalog:
    """Translations of articles in one locale; what is missing, fuzzy or damaged is not there."""

    locale: str
    translations: gettext.NullTranslations

    def find(self, context: str, msgid: str) -> str | None:
        """Return the translation, or None."""
        try:
            return self.translations.pgettext(context, msgid)
        except LookupError:
            return None


def load_languages() -> Languages:
    """Return the languages of the interface."""
    return Languages(dict(_load(BOT)))


def load_article_catalogs() -> list[Catalog]:
    """Return the translations of the articles, one for each language on offer besides English."""
    catalogs: dict[str, Catalog] = {}
    for locale, translations in _load(KNOWLEDGE):
        translations.add_fallback(_Absent())
        catalogs[locale] = GettextCatalog(locale, translations)
    derived = [LatinCatalog(to, catalogs[origin]) for to, origin in DERIVED_LOCALES.items() if origin in catalogs]
    return [*catalogs.values(), *derived]


def catalog_folders() -> list[Path]:
    """Return the folders that catalogs are read from; [] when there are none."""
    return [folder for folder in (PACKAGED if PACKAGED.is_dir() else CHECKOUT / "locales",) if folder.is_dir()]


def _load(domain: Domain) -> Iterator[tuple[str, gettext.NullTranslations]]:
    """Yield each locale with its catalog of a domain."""
    if PACKAGED.is_dir():
        for path in sorted(PACKAGED.glob(f"*/LC_MESSAGES/{domain.name}.mo")):
            yield path.parts[-3], _read_compiled(path)
        return
    for locale in translated_locales(CHECKOUT):
        source = catalog_path(locale, domain)
        compiled = CHECKOUT / source.with_suffix(".mo")
        if compiled.is_file() and compiled.stat().st_mtime >= (CHECKOUT / source).stat().st_mtime:
            yield locale, _read_compiled(compiled)
        else:
            yield locale, _compile(source, locale, domain)


def _read_compiled(path: Path) -> gettext.NullTranslations:
    with path.open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def _compile(source: Path, locale: str, domain: Domain) -> gettext.NullTranslations:
    """Compile a PO file in memory; `source` is below the checkout."""
    content = BytesIO()
    write_mo(content, fit_to_show(pofiles.read(CHECKOUT, source), locale, domain.markup)[0])
    return gettext.GNUTranslations(BytesIO(content.getvalue()))
