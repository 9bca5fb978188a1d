"""The catalogs of an installation."""

import os
from pathlib import Path

import pytest

from bot import translations
from bot.catalogs import sources
from bot.catalogs.compilation import compile_all
from bot.i18n import Languages
from knowledge import catalog

HEADER = r"""
msgid ""
msgstr ""
"Language: uk\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
"""
BOT = """
msgid "Sources"
msgstr "Джерела"

#, fuzzy
msgid "Next ›"
msgstr "Старе"

msgid "Page {page} of {pages}"
msgstr "Сторінка {page} з {seiten}"
"""
KNOWLEDGE = """
msgctxt "signal/title"
msgid "Sending a signal"
msgstr "Надіслати сигнал"

#, fuzzy
msgctxt "signal/steps"
msgid "Write."
msgstr "Дзвоніть."
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with Ukrainian only."""
    folder = tmp_path / "locales" / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "bot.po").write_text(HEADER + BOT, encoding="utf-8")
    (folder / "knowledge.po").write_text(HEADER + KNOWLEDGE, encoding="utf-8")
    monkeypatch.setattr(translations, "CHECKOUT", tmp_path)
    return tmp_path


def test_a_language_is_on_offer_when_it_has_a_folder(checkout: Path) -> None:
    assert translations.load_languages().locales == ("en", "uk")


@pytest.mark.parametrize(
    ("msgid", "shown"),
    [
        ("Sources", "Джерела"),
        ("Next ›", "Next ›"),
        ("Page {page} of {pages}", "Page {page} of {pages}"),
        ("Conditions", "Conditions"),
    ],
    ids=["whole", "fuzzy", "damaged", "missing"],
)
def test_what_is_fuzzy_damaged_or_missing_is_shown_in_english(checkout: Path, msgid: str, shown: str) -> None:
    assert translations.load_languages().translator("uk").gettext(msgid) == shown


def test_articles_know_what_is_not_translated(checkout: Path) -> None:
    (ukrainian,) = translations.load_article_catalogs()
    assert ukrainian.find("signal/title", "Sending a signal") == "Надіслати сигнал"
    assert ukrainian.find("signal/steps", "Write.") is None
    assert ukrainian.find("other/title", "Sending a signal") is None


def test_the_shipped_catalogs_offer_eight_languages(languages: Languages) -> None:
    assert languages.locales == ("en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk")
    assert {found.locale for found in translations.load_article_catalogs()} == set(languages.locales) - {"en"}


def test_tools_and_assistant_agree_on_source_and_derived_locales() -> None:
    """The build compiles catalogs without the knowledge base's dependencies, so both packages hold these."""
    assert sources.SOURCE_LOCALE == catalog.SOURCE_LOCALE
    assert sources.DERIVED_LOCALES == catalog.DERIVED_LOCALES


def test_a_compiled_catalog_is_read_until_the_source_changes(checkout: Path) -> None:
    source = checkout / "locales" / "uk" / "LC_MESSAGES" / "bot.po"
    compile_all(checkout, [sources.BOT])
    compiled = source.with_suffix(".mo")
    source.write_text(source.read_text(encoding="utf-8").replace("Джерела", "Посилання"), encoding="utf-8")
    os.utime(source, (1, 1))
    os.utime(compiled, (2, 2))
    assert translations.load_languages().translator("uk").gettext("Sources") == "Джерела"
    os.utime(source, (3, 3))
    assert translations.load_languages().translator("uk").gettext("Sources") == "Посилання"
