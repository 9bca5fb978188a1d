"""Sources -> templates (`locales/*.pot`)."""

import datetime as dt
import tokenize
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from bot.catalogs import pofiles
from bot.catalogs.messages import entries, msgid_of, plural_of
from bot.catalogs.sources import DOMAINS, Domain, template_path

PROJECT = "ILECU Assistant"
COMMENT_TAG = "Translators:"
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""Functions whose arguments are messages; `N_` marks one that is translated later."""

Signature = list[tuple[str | None, str, str | None, str, tuple[str, ...]]]


class ExtractionError(Exception):
    """The messages of a source cannot be told; the text says which source and why."""


def collect(root: Path, domain: Domain) -> Catalog:
    """Return the messages of a domain in the order of their sources.

    Raises:
        ExtractionError: a source breaks its format, or its extractor is not there.
    """
    catalog = _empty_template(domain)
    folder = root / domain.folder
    current = [domain.folder]

    def remember(filename: str, _method: str, _options: object) -> None:
        current[0] = domain.folder / filename

    try:
        for filename, line, msgid, comments, context in extract_from_dir(
            folder,
            method_map=[(pattern, domain.extractor) for pattern in domain.patterns],
            keywords=KEYWORDS,
            comment_tags=(COMMENT_TAG,),
            callback=remember,
            strip_comment_tags=True,
        ):
            source = (domain.folder / filename).as_posix()
            catalog.add(msgid, locations=[(source, line)], auto_comments=comments, context=context)
    except (SyntaxError, ValueError, TypeError, ImportError, tokenize.TokenError) as error:
        raise ExtractionError(f"{current[0].as_posix()}: {error}") from error
    return catalog


def extract(root: Path, now: dt.datetime, domains: Sequence[Domain] = DOMAINS) -> list[Path]:
    """Write the templates; return those that changed, below the checkout.

    A template whose messages are the same is left as it is, with its date.

    Args:
        root: the checkout.
        now: aware; the creation date of what changes.
        domains: which to extract.

    Raises:
        ExtractionError: a source breaks its format. No template is written then.
    """
    templates = {domain: collect(root, domain) for domain in domains}
    changed = []
    for domain, catalog in templates.items():
        if is_current(root, domain, catalog):
            continue
        catalog.creation_date = now
        pofiles.write(root / template_path(domain), catalog)
        changed.append(template_path(domain))
    return changed


def is_current(root: Path, domain: Domain, catalog: Catalog) -> bool:
    """Tell whether the template on disk says what was collected; False where it is missing or damaged."""
    try:
        template = pofiles.read(root, template_path(domain))
    except (OSError, pofiles.CatalogSyntaxError):
        return False
    return _signature(template.catalog) == _signature(catalog)


def _signature(catalog: Catalog) -> Signature:
    """Return what a template says, without what only its form is: line numbers, how comments are wrapped."""
    return [
        (
            message.context,
            msgid_of(message),
            plural_of(message),
            " ".join(message.auto_comments).strip(),
            tuple(sorted({source for source, _line in message.locations})),
        )
        for message in entries(catalog)
    ]


def _empty_template(domain: Domain) -> Catalog:
    name, _, version = PROJECT.rpartition(" ")  # Babel takes the last word of Project-Id-Version for a version
    catalog = Catalog(
        domain=domain.name,
        project=name,
        version=version,
        header_comment=f"# Texts of {PROJECT}: {domain.title}.\n"
        f"# This file is distributed under the same licence as {PROJECT}.\n#",
    )
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    return catalog
