"""Where messages come from and where their catalogs are kept."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

SOURCE_LOCALE = "en"
DERIVED_LOCALES = {"sr_Latn": "sr"}
"""Locales without a catalog of their own, and the one they are written from at run time."""
LOCALES = Path("locales")


class Markup(StrEnum):
    """What the texts of a domain are written in."""

    HTML = "Telegram HTML"
    MARKDOWN = "Markdown"


@dataclass(frozen=True)
class Domain:
    """A gettext domain.

    Attributes:
        name: also the stem of its files.
        title: what its texts are, for the header of the files.
        folder: where its sources are, below the checkout.
        patterns: its sources, as Babel's `pathmatch` reads them, below `folder`.
        extractor: how messages are found in a source, a method of Babel or `module:function`.
        markup: what its texts are written in.
    """

    name: str
    title: str
    folder: Path
    patterns: tuple[str, ...]
    extractor: str
    markup: Markup


BOT = Domain("bot", "interface", Path("bot"), ("**.py",), "python", Markup.HTML)
KNOWLEDGE = Domain(
    name="knowledge",
    title="articles",
    folder=Path("knowledge"),
    patterns=(
        "articles/*.md",
        "instruments.yaml",
        "channels.yaml",
        "request_forms.yaml",
        "out_of_scope.yaml",
        "glossary/terms.yaml",
    ),
    extractor="knowledge.extract:extract",
    markup=Markup.MARKDOWN,
)
DOMAINS = (BOT, KNOWLEDGE)


class CheckoutNotFoundError(Exception):
    """There is no checkout of the project where it was looked for."""


def find_root(start: Path) -> Path:
    """Return the checkout that contains `start`: the nearest folder with `pyproject.toml` and `locales`.

    Raises:
        CheckoutNotFoundError: there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "pyproject.toml").is_file() and (folder / LOCALES).is_dir():
            return folder
    raise CheckoutNotFoundError(f"{start}: found no checkout; expected pyproject.toml and locales/ here or above")


def template_path(domain: Domain) -> Path:
    """Return where the template of a domain is, below the checkout."""
    return LOCALES / f"{domain.name}.pot"


def catalog_path(locale: str, domain: Domain) -> Path:
    """Return where the catalog of a locale is, below the checkout."""
    return LOCALES / locale / "LC_MESSAGES" / f"{domain.name}.po"


def translated_locales(root: Path) -> list[str]:
    """Return the locales that have a folder for catalogs, in alphabetical order."""
    return sorted(folder.parent.name for folder in (root / LOCALES).glob("*/LC_MESSAGES"))
