"""Templates -> catalogs (`locales/LANG/LC_MESSAGES/*.po`), keeping what is translated.

Babel merges; matching changed English with its old translation is done here. Babel's own looks at all messages of all
articles, which takes minutes, and offers a reviewed sentence of one article for a similar one of another.
"""

import copy
import difflib
from collections.abc import Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message

from bot.catalogs import pofiles
from bot.catalogs.extraction import PROJECT
from bot.catalogs.messages import entries, find, is_begun, msgid_of
from bot.catalogs.plurals import plural_forms
from bot.catalogs.sources import (
    DERIVED_LOCALES,
    DOMAINS,
    SOURCE_LOCALE,
    Domain,
    catalog_path,
    template_path,
    translated_locales,
)

DRAFT_NOTE = "Draft: needs review by a native speaker."
CUTOFF = 0.6
"""Similarity from which on English counts as the same text changed; what msgmerge and Babel take."""


class LocaleError(ValueError):
    """A locale cannot have catalogs."""


def update(root: Path, locales: Sequence[str] = (), domains: Sequence[Domain] = DOMAINS) -> list[Path]:
    """Merge the templates into the catalogs; return those that changed, below the checkout.

    Args:
        root: the checkout.
        locales: which to update; new ones get their catalogs. Empty: all that are there.
        domains: which to update.

    Raises:
        LocaleError: a locale is not known to CLDR, or is written from another one.
        CatalogSyntaxError: a catalog or template cannot be read.
        OSError: a template is missing, or a file cannot be written.
    """
    for locale in locales:
        _must_be_translatable(locale)
    templates = {domain: pofiles.read(root, template_path(domain)).catalog for domain in domains}
    merged = {
        catalog_path(locale, domain): merge(_existing(root, locale, domain), template)
        for locale in locales or translated_locales(root)
        for domain, template in templates.items()
    }
    return [path for path, catalog in merged.items() if pofiles.write(root / path, catalog)]


def merge(catalog: Catalog, template: Catalog) -> Catalog:
    """Bring a catalog in step with its template, and return it.

    What is gone from the template is kept as obsolete and comes back as it was if the English does. A fuzzy translation
    is not kept: an obsolete message cannot say that it is fuzzy.
    """
    catalog.mime_headers = [("Plural-Forms", plural_forms(str(catalog.locale)).header)]
    _revive(catalog, template)
    # Babel puts the template's own messages into the catalog: without a copy, a suggestion in one language would be
    # written into all that follow.
    catalog.update(copy.deepcopy(template), no_fuzzy_matching=True)
    _suggest(catalog)
    kept = ((key, message) for key, message in catalog.obsolete.items() if is_begun(message) and not message.fuzzy)
    catalog.obsolete = dict(kept)
    return catalog


def _revive(catalog: Catalog, template: Catalog) -> None:
    for key, message in list(catalog.obsolete.items()):
        if find(template, message) and not find(catalog, message):
            catalog[message.id] = catalog.obsolete.pop(key)


def _suggest(catalog: Catalog) -> None:
    """Give new messages the translation of the same text elsewhere, or of the text that they were, marked fuzzy."""
    same = {msgid_of(message): message for message in entries(catalog) if is_begun(message)}
    old: dict[str, dict[str, Message]] = {}
    for message in filter(is_begun, catalog.obsolete.values()):
        old.setdefault(_subject(message), {})[msgid_of(message)] = message
    for message in entries(catalog):
        if is_begun(message):
            continue
        message.flags.discard("fuzzy")
        candidates = old.get(_subject(message), {})
        nearest = difflib.get_close_matches(msgid_of(message), candidates, n=1, cutoff=CUTOFF)
        other = same.get(msgid_of(message)) or (candidates[nearest[0]] if nearest else None)
        if other is not None and other.pluralizable == message.pluralizable:
            message.string = other.string
            message.flags.add("fuzzy")


def _subject(message: Message) -> str:
    """Return the article that a message is from: the context `red-notice/steps` names it; "" in the interface."""
    return (message.context or "").partition("/")[0]


def _existing(root: Path, locale: str, domain: Domain) -> Catalog:
    path = catalog_path(locale, domain)
    if not (root / path).is_file():
        return _new_catalog(locale, domain)
    catalog = pofiles.read(root, path).catalog
    catalog.mime_headers = [("Language", locale), ("Project-Id-Version", PROJECT)]
    return catalog


def _new_catalog(locale: str, domain: Domain) -> Catalog:
    language = Locale.parse(locale).english_name
    catalog = Catalog(
        locale=locale,
        domain=domain.name,
        header_comment=f"# {language} texts of {PROJECT}: {domain.title}.\n"
        f"# This file is distributed under the same licence as {PROJECT}.\n# {DRAFT_NOTE}\n#",
        fuzzy=False,
    )
    catalog.mime_headers = [("Project-Id-Version", PROJECT)]
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    return catalog


def _must_be_translatable(locale: str) -> None:
    if locale == SOURCE_LOCALE or locale in DERIVED_LOCALES:
        raise LocaleError(f"{locale} has no catalog: it is written from {DERIVED_LOCALES.get(locale, 'the sources')}")
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError) as error:
        raise LocaleError(f"found locale {locale!r}; expected one that CLDR knows, as uk or pt_BR") from error
