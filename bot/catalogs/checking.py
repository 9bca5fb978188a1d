"""The check of all catalogs: sources against templates, templates against catalogs, translations against English."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message

from bot.catalogs import plurals, pofiles, rules, telegram_html
from bot.catalogs.extraction import ExtractionError, collect, is_current
from bot.catalogs.findings import Fault, Finding, Rule, locate
from bot.catalogs.messages import entries, find, msgid_of, plural_of
from bot.catalogs.placeholders import placeholders
from bot.catalogs.sources import DOMAINS, Domain, Markup, catalog_path, template_path, translated_locales

EXTRACT = "run `ilecu i18n extract`"
UPDATE = "run `ilecu i18n update`"


def check(root: Path, domains: Sequence[Domain] = DOMAINS) -> list[Finding]:
    """Return everything that is wrong with the catalogs of a checkout, file by file and line by line.

    Fuzzy and untranslated messages are no findings: they are shown in English.
    """
    found: list[Finding] = []
    for domain in domains:
        found += _template_findings(root, domain)
        template = _read_template(root, domain)
        for locale in translated_locales(root):
            found += _catalog_findings(root, locale, domain, template)
    return sorted(found, key=lambda finding: (finding.path, finding.line))


def message_findings(catalog: pofiles.PoFile, locale: str, markup: Markup) -> Iterator[Finding]:
    """Yield what is wrong with the translations of one catalog."""
    for message in entries(catalog.catalog):
        for fault in rules.faults(message, locale, markup):
            yield locate(fault, catalog.path, message.lineno or 1, msgid_of(message))


def _template_findings(root: Path, domain: Domain) -> Iterator[Finding]:
    """Yield what is wrong with a template: out of date, or English that cannot be shown."""
    path = template_path(domain)
    try:
        catalog = collect(root, domain)
    except ExtractionError as error:
        yield locate(Fault(Rule.SOURCE, str(error), "a source whose messages can be told"), path, 1)
        return
    if not (root / path).is_file():
        yield locate(Fault(Rule.TEMPLATE, "no file", EXTRACT), path, 1)
    elif not is_current(root, domain, catalog):
        yield locate(Fault(Rule.TEMPLATE, "other messages than in the sources", EXTRACT), path, 1)
    for message in entries(catalog):
        source, line = message.locations[0]
        for text in filter(None, (msgid_of(message), plural_of(message))):
            for fault in _english_faults(text, domain.markup):
                yield locate(fault, Path(source), line, text)


def _read_template(root: Path, domain: Domain) -> Catalog | None:
    """Return the template on disk, or None where `_template_findings` has said that there is none to read."""
    try:
        return pofiles.read(root, template_path(domain)).catalog
    except (OSError, pofiles.CatalogSyntaxError):
        return None


def _english_faults(text: str, markup: Markup) -> list[Fault]:
    faults = telegram_html.source_faults(text) if markup is Markup.HTML else []
    try:
        placeholders(text)
    except ValueError as error:
        faults.append(Fault(Rule.SOURCE, f"damaged braces ({error})", "{placeholders}, or {{ and }}"))
    return faults


def _catalog_findings(root: Path, locale: str, domain: Domain, template: Catalog | None) -> list[Finding]:
    path = catalog_path(locale, domain)
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return [locate(Fault(Rule.HEADER, f"folder {locale}", "a locale that CLDR knows"), path, 1)]
    if not (root / path).is_file():
        return [locate(Fault(Rule.CATALOG, "no file", UPDATE), path, 1)]
    found: list[Finding] = []
    try:
        catalog = pofiles.read(root, path)
    except pofiles.CatalogSyntaxError as error:
        return error.findings
    found += [locate(fault, path, 1) for fault in _header_faults(catalog, locale)]
    found += (
        [locate(fault, path, 1) for fault in _step_faults(catalog.catalog, template)] if template is not None else []
    )
    return [*found, *message_findings(catalog, locale, domain.markup)]


def _header_faults(catalog: pofiles.PoFile, locale: str) -> Iterator[Fault]:
    yield from plurals.header_faults(catalog.header.get("plural-forms"), locale)
    language = catalog.header.get("language", "").replace("-", "_")
    if language != locale:
        yield Fault(Rule.HEADER, f'Language "{language}"', f'"{locale}", as the folder says')
    charset = catalog.catalog.charset
    if charset != "utf-8":
        yield Fault(Rule.HEADER, f'charset "{charset}"', '"utf-8"')


def _step_faults(catalog: Catalog, template: Catalog) -> Iterator[Fault]:
    """Yield one fault if a catalog has other messages than its template."""
    missing = sum(1 for message in entries(template) if not _has(catalog, message))
    left = sum(1 for message in entries(catalog) if not _has(template, message))
    if missing or left:
        yield Fault(Rule.CATALOG, f"{missing} messages missing and {left} no longer in use", UPDATE)


def _has(catalog: Catalog, message: Message) -> bool:
    other = find(catalog, message)
    return other is not None and other.id == message.id
