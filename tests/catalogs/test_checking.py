"""The check of a checkout."""

from pathlib import Path

import pytest

from bot.catalogs.checking import EXTRACT, UPDATE, check
from bot.catalogs.findings import Finding, Rule
from bot.catalogs.sources import BOT, catalog_path, template_path
from tests.catalogs.checkouts import ARTICLES, DOMAINS, edit, make_catalogs, translate

GREETING = "Hello, <b>{name}</b>."
SERBIAN = catalog_path("sr", BOT)


def findings(root: Path) -> list[Finding]:
    """Check a checkout."""
    return check(root, DOMAINS)


def test_translated_catalogs_without_a_fault_pass(serbian: Path) -> None:
    """Untranslated messages are no findings either."""
    translate(serbian, "sr", BOT, {GREETING: "Здраво, <b>{name}</b>."})
    assert findings(serbian) == []


def test_finding_stands_at_the_line_of_its_message(serbian: Path) -> None:
    """Where the translator has to go."""
    translate(serbian, "sr", BOT, {GREETING: "Здраво, <b>{ime}</b>."})
    (finding,) = findings(serbian)
    lines = (serbian / SERBIAN).read_text(encoding="utf-8").splitlines()
    assert (finding.path, finding.rule) == (SERBIAN, Rule.PLACEHOLDER)
    assert lines[finding.line - 1] == f'msgid "{GREETING}"'


def test_both_domains_and_all_languages_are_checked(checkout: Path) -> None:
    """Each by the rules of its domain and its language."""
    make_catalogs(checkout, "hu", "uk")
    translate(checkout, "hu", ARTICLES, {"Ask your NCB first.": "**Előbb** kérdezd az NCB-t."})
    translate(checkout, "uk", BOT, {GREETING: "Привет, ты <b>{name}</b>."})
    assert [(finding.path, finding.rule) for finding in findings(checkout)] == [
        (catalog_path("hu", ARTICLES), Rule.MARKUP),
        (catalog_path("uk", BOT), Rule.SCRIPT),
    ]


def test_fuzzy_translation_is_not_judged(serbian: Path) -> None:
    """It is shown in English anyway."""
    translate(serbian, "sr", BOT, {GREETING: "Здраво."}, "fuzzy")
    assert findings(serbian) == []


def test_missing_template_is_found(serbian: Path) -> None:
    """The finding says what to run."""
    (serbian / template_path(BOT)).unlink()
    assert [(finding.rule, finding.expected) for finding in findings(serbian)] == [(Rule.TEMPLATE, EXTRACT)]


def test_template_out_of_date_is_found(serbian: Path) -> None:
    """The finding says what to run."""
    edit(serbian / "bot/views/greeting.py", "Hello", "Good day")
    assert [(finding.path, finding.expected) for finding in findings(serbian)] == [(template_path(BOT), EXTRACT)]


def test_catalog_out_of_step_is_found(serbian: Path) -> None:
    """One finding for the file, not one for each message."""
    edit(serbian / SERBIAN, "Hello,", "Good day,")
    (finding,) = findings(serbian)
    assert (finding.path, finding.rule, finding.expected) == (SERBIAN, Rule.CATALOG, UPDATE)
    assert finding.found == "1 messages missing and 1 no longer in use"


def test_changed_plural_puts_a_catalog_out_of_step(serbian: Path) -> None:
    """Gettext looks messages up by their singular, so that alone would hide it."""
    edit(serbian / SERBIAN, 'msgid_plural "{count} articles"', 'msgid_plural "{count} pieces"')
    assert [finding.rule for finding in findings(serbian)] == [Rule.CATALOG]


def test_missing_catalog_is_found(serbian: Path) -> None:
    """A language has all domains or none."""
    (serbian / SERBIAN).unlink()
    assert [(finding.path, finding.found) for finding in findings(serbian)] == [(SERBIAN, "no file")]


def test_damaged_catalog_is_a_finding_and_the_others_are_checked(serbian: Path) -> None:
    """No traceback, and no second run needed."""
    (serbian / SERBIAN).write_text('msgid "a\n', encoding="utf-8")
    translate(serbian, "sr", ARTICLES, {"Ask your NCB first.": "Прво питајте NCB 2 пута."})
    assert [finding.rule for finding in findings(serbian)] == [Rule.SYNTAX, Rule.NUMBER]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("Language: sr\\n", "Language: uk\\n", 'Language "uk"', id="language"),
        pytest.param("charset=utf-8", "charset=cp1251", 'charset "cp1251"', id="charset"),
    ],
)
def test_header_must_agree_with_folder_and_encoding(serbian: Path, old: str, new: str, found: str) -> None:
    """Other programs believe the header."""
    edit(serbian / SERBIAN, old, new)
    assert [(finding.rule, finding.found) for finding in findings(serbian)] == [(Rule.HEADER, found)]


def test_wrong_plural_forms_are_found(serbian: Path) -> None:
    """Even where the number of forms is right."""
    edit(serbian / SERBIAN, "n%10==1", "n%10==2")
    assert [finding.rule for finding in findings(serbian)] == [Rule.PLURAL]


def test_folder_that_is_no_locale_is_found(serbian: Path) -> None:
    """A spelling mistake in a new language."""
    (serbian / "locales/srb_x/LC_MESSAGES").mkdir(parents=True)
    assert {finding.rule for finding in findings(serbian)} == {Rule.HEADER}


def test_broken_source_is_a_finding(serbian: Path) -> None:
    """Its messages cannot be told."""
    (serbian / "knowledge/articles/hot-pursuit.md").write_text("!\n", encoding="utf-8")
    (finding,) = findings(serbian)
    assert (finding.rule, finding.found) == (Rule.SOURCE, "knowledge/articles/hot-pursuit.md: line 1 is broken")


@pytest.mark.parametrize("english", ["<b>Hello, {name}.", "Hello, {name."])
def test_english_that_cannot_be_shown_is_found_in_its_source(checkout: Path, english: str) -> None:
    """No translation could be right."""
    edit(checkout / "bot/views/greeting.py", GREETING, english)
    make_catalogs(checkout)
    assert [(finding.rule, finding.path, finding.line) for finding in findings(checkout)] == [
        (Rule.SOURCE, Path("bot/views/greeting.py"), 4)
    ]
