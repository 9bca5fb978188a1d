"""Templates into catalogs."""

from pathlib import Path

import pytest

from bot.catalogs import extraction, pofiles
from bot.catalogs.merging import LocaleError, update
from bot.catalogs.messages import entries, msgid_of, strings_of
from bot.catalogs.plurals import plural_forms
from bot.catalogs.sources import BOT, Domain, catalog_path
from tests.catalogs.checkouts import ARTICLES, DOMAINS, LATER, edit, make_catalogs, translate

WAIT = "Wait at most **5 hours** (Art. 17(2))."
WARTEN = "Чекајте највише **5 сати** (члан 17. став 2)."
ARTICLE_FILE = Path("knowledge/articles/hot-pursuit.md")


def states(root: Path, domain: Domain = ARTICLES) -> dict[str, tuple[str, bool]]:
    """Return first translation and fuzziness of the Serbian messages by msgid."""
    catalog = pofiles.read(root, catalog_path("sr", domain)).catalog
    return {msgid_of(message): (strings_of(message)[0], message.fuzzy) for message in entries(catalog)}


def refresh(root: Path) -> list[Path]:
    """Extract and update."""
    extraction.extract(root, LATER, DOMAINS)
    return update(root, domains=DOMAINS)


@pytest.mark.parametrize("locale", ["hu", "ro", "ka", "mk", "sr", "uk", "pt_BR"])
def test_new_locale_gets_catalogs_with_its_plural_forms(checkout: Path, locale: str) -> None:
    """Adding a language is this command."""
    make_catalogs(checkout, locale)
    for domain in DOMAINS:
        header = pofiles.read(checkout, catalog_path(locale, domain)).header
        assert (header["project-id-version"], header["language"]) == ("ILECU Assistant", locale)
        assert header["plural-forms"].replace("\n", "") == plural_forms(locale).header


def test_new_catalog_is_marked_as_a_draft(serbian: Path) -> None:
    """The reader of the file must see that nobody has reviewed it."""
    text = (serbian / catalog_path("sr", BOT)).read_text(encoding="utf-8")
    assert text.startswith("# Serbian texts of ILECU Assistant: interface.\n")
    assert "\n# Draft: needs review by a native speaker.\n" in text
    assert "fuzzy" not in text.partition("\n\n")[0]


@pytest.mark.parametrize("locale", ["en", "sr_Latn", "xx", "no such"])
def test_locale_that_cannot_have_catalogs_is_refused(serbian: Path, locale: str) -> None:
    """The source, what is derived, and what CLDR does not know."""
    with pytest.raises(LocaleError, match=locale):
        update(serbian, [locale], DOMAINS)
    assert not (serbian / "locales" / locale).exists()


def test_second_update_changes_nothing(serbian: Path) -> None:
    """Also with a fuzzy and an obsolete message in the catalog."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN, "Ask your NCB first.": "Прво питајте свој NCB."})
    edit(serbian / ARTICLE_FILE, "at most", "no longer than")
    edit(serbian / ARTICLE_FILE, "Ask your NCB first.\n", "")
    assert refresh(serbian) == [catalog_path("sr", ARTICLES)]
    assert update(serbian, domains=DOMAINS) == []


def test_comments_of_people_are_kept(serbian: Path) -> None:
    """The draft note, a translator's name, a note on a message."""
    path = serbian / catalog_path("sr", ARTICLES)
    edit(
        path,
        "# Draft: needs review by a native speaker.",
        "# needs review by a native speaker\n# Translated by a unit.",
    )
    edit(path, "#: knowledge/articles/hot-pursuit.md", "# Not 'pričekajte'.\n#: knowledge/articles/hot-pursuit.md")
    edit(serbian / ARTICLE_FILE, "Ask your NCB first.", "Call your NCB now.")
    refresh(serbian)
    text = path.read_text(encoding="utf-8")
    assert "# needs review by a native speaker\n# Translated by a unit.\n" in text
    assert "# Not 'pričekajte'.\n" in text


def test_changed_english_makes_the_translation_fuzzy(serbian: Path) -> None:
    """An outdated procedure must not be shown as current."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN})
    edit(serbian / ARTICLE_FILE, "5 hours", "6 hours")
    refresh(serbian)
    assert states(serbian)[WAIT.replace("5", "6")] == (WARTEN, True)


def test_english_that_comes_back_has_its_translation_again(serbian: Path) -> None:
    """Obsolete messages are kept for this."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN})
    edit(serbian / ARTICLE_FILE, WAIT, "Something else entirely, about another matter.")
    refresh(serbian)
    assert "#~ msgid" in (serbian / catalog_path("sr", ARTICLES)).read_text(encoding="utf-8")
    edit(serbian / ARTICLE_FILE, "Something else entirely, about another matter.", WAIT)
    refresh(serbian)
    assert states(serbian)[WAIT] == (WARTEN, False)


def test_fuzzy_translation_does_not_come_back_as_a_sure_one(serbian: Path) -> None:
    """An obsolete message cannot say that it is fuzzy."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN}, "fuzzy")
    edit(serbian / ARTICLE_FILE, WAIT, "Something else entirely, about another matter.")
    refresh(serbian)
    edit(serbian / ARTICLE_FILE, "Something else entirely, about another matter.", WAIT)
    refresh(serbian)
    assert states(serbian)[WAIT] == ("", False)


def test_english_changed_twice_keeps_its_old_translation(serbian: Path) -> None:
    """The translator has not looked at it in between."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN})
    for old, new in (("5 hours", "6 hours"), ("at most", "no longer than")):
        edit(serbian / ARTICLE_FILE, old, new)
        refresh(serbian)
    assert states(serbian)["Wait no longer than **6 hours** (Art. 17(2))."] == (WARTEN, True)


def test_same_sentence_in_another_article_is_suggested_as_fuzzy(serbian: Path) -> None:
    """It may have to be translated differently there."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN})
    (serbian / "knowledge/articles/red-notice.md").write_text(WAIT + "\n", encoding="utf-8")
    refresh(serbian)
    catalog = pofiles.read(serbian, catalog_path("sr", ARTICLES)).catalog
    fuzzy = {message.context: message.fuzzy for message in entries(catalog) if msgid_of(message) == WAIT}
    assert fuzzy == {"hot-pursuit/steps": False, "red-notice/steps": True}


def test_similar_sentence_of_another_article_is_not_suggested(serbian: Path) -> None:
    """Two procedures differ in the one word that matters."""
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN})
    edit(serbian / ARTICLE_FILE, WAIT + "\n", "")
    (serbian / "knowledge/articles/red-notice.md").write_text(WAIT.replace("5", "6") + "\n", encoding="utf-8")
    refresh(serbian)
    assert states(serbian)[WAIT.replace("5", "6")] == ("", False)


def test_changed_plural_message_keeps_its_forms_as_fuzzy(serbian: Path) -> None:
    """All three of them."""
    forms = ("{count} чланак", "{count} чланка", "{count} чланака")
    translate(serbian, "sr", BOT, {"{count} article": forms})
    edit(serbian / "bot/views/greeting.py", "articles", "articles found")
    edit(serbian / "bot/views/greeting.py", '"{count} article"', '"{count} article found"')
    refresh(serbian)
    catalog = pofiles.read(serbian, catalog_path("sr", BOT)).catalog
    message = next(message for message in entries(catalog) if message.pluralizable)
    assert (strings_of(message), message.fuzzy) == (forms, True)


def test_wrong_plural_forms_in_a_header_are_mended(serbian: Path) -> None:
    """The language decides, not the program that made the file."""
    path = serbian / catalog_path("sr", ARTICLES)
    text = path.read_text(encoding="utf-8")
    start, end = text.index('"Plural-Forms'), text.index('"MIME-Version')
    path.write_text(text[:start] + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n' + text[end:], encoding="utf-8")
    update(serbian, domains=DOMAINS)
    assert path.read_text(encoding="utf-8") == text


def test_damaged_catalog_is_not_touched(serbian: Path) -> None:
    """Nor is any other: all is read before anything is written."""
    make_catalogs(serbian, "hu")
    damaged = serbian / catalog_path("sr", BOT)
    damaged.write_text('msgid "a\n', encoding="utf-8")
    edit(serbian / ARTICLE_FILE, "Ask", "Call")
    before = (serbian / catalog_path("hu", ARTICLES)).read_bytes()
    with pytest.raises(pofiles.CatalogSyntaxError):
        refresh(serbian)
    assert damaged.read_text(encoding="utf-8") == 'msgid "a\n'
    assert (serbian / catalog_path("hu", ARTICLES)).read_bytes() == before


def test_a_suggestion_in_one_language_stays_out_of_the_others(serbian: Path) -> None:
    """All catalogs are merged with one template in one go."""
    make_catalogs(serbian, "uk")
    translate(serbian, "sr", ARTICLES, {WAIT: WARTEN})
    edit(serbian / ARTICLE_FILE, "at most", "no longer than")
    refresh(serbian)
    ukrainian = pofiles.read(serbian, catalog_path("uk", ARTICLES)).catalog
    assert not any("".join(strings_of(message)) for message in entries(ukrainian))
