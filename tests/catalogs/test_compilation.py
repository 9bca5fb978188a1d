"""Compiled catalogs."""

from gettext import GNUTranslations
from pathlib import Path

import pytest

from bot.catalogs.compilation import Compiled, compile_all
from bot.catalogs.pofiles import CatalogSyntaxError
from bot.catalogs.sources import BOT, catalog_path
from tests.catalogs.checkouts import ARTICLES, DOMAINS, edit, make_catalogs, translate

GREETING = "Hello, <b>{name}</b>."
WAIT = "Wait at most **5 hours** (Art. 17(2))."
FORMS = ("{count} чланак", "{count} чланка", "{count} чланака")
SERBIAN = catalog_path("sr", BOT)


def compiled(root: Path) -> GNUTranslations:
    """Compile and load the Serbian texts of the interface."""
    compile_all(root, DOMAINS)
    with (root / SERBIAN.with_suffix(".mo")).open("rb") as file:
        return GNUTranslations(file)


def test_translation_is_in_the_compiled_catalog(serbian: Path) -> None:
    """As gettext of the standard library reads it."""
    translate(serbian, "sr", BOT, {GREETING: "Здраво, <b>{name}</b>."})
    assert compiled(serbian).gettext(GREETING) == "Здраво, <b>{name}</b>."


@pytest.mark.parametrize(
    ("locale", "forms", "expected"),
    [
        ("hu", ("egy", "több"), ["több", "egy", "több", "több", "több", "több"]),
        ("ro", ("un", "puține", "multe"), ["puține", "un", "puține", "puține", "multe", "multe"]),
        ("mk", ("едно", "многу"), ["многу", "едно", "многу", "многу", "едно", "многу"]),
        ("sr", ("1", "2", "5"), ["5", "1", "2", "5", "1", "2"]),
        ("uk", ("1", "2", "5"), ["5", "1", "2", "5", "1", "2"]),
    ],
)
def test_number_takes_its_plural_form(checkout: Path, locale: str, forms: tuple[str, ...], expected: list[str]) -> None:
    """0, 1, 2, 5, 21 and 22 in the languages in which they differ."""
    make_catalogs(checkout, locale)
    translate(checkout, locale, BOT, {"{count} article": tuple(f"{{count}}-{form}" for form in forms)})
    compile_all(checkout, [BOT])
    with (checkout / catalog_path(locale, BOT).with_suffix(".mo")).open("rb") as file:
        texts = GNUTranslations(file)
    shown = [texts.ngettext("{count} article", "{count} articles", number) for number in (0, 1, 2, 5, 21, 22)]
    assert shown == [f"{{count}}-{form}" for form in expected]


@pytest.mark.parametrize(
    "translation",
    [
        pytest.param("Здраво, <b>{ime}</b>.", id="placeholder"),
        pytest.param("Здраво, <b>{name}.", id="markup"),
        pytest.param("", id="untranslated"),
    ],
)
def test_damaged_or_missing_translation_is_left_out(serbian: Path, translation: str) -> None:
    """English is shown, and nothing raises."""
    translate(serbian, "sr", BOT, {GREETING: translation})
    assert compiled(serbian).gettext(GREETING) == GREETING


def test_fuzzy_translation_is_left_out(serbian: Path) -> None:
    """An outdated translation is never shown as current."""
    translate(serbian, "sr", BOT, {GREETING: "Здраво, <b>{name}</b>."}, "fuzzy")
    assert compiled(serbian).gettext(GREETING) == GREETING


@pytest.mark.parametrize("number", [1, 2, 21])
def test_untranslated_plural_takes_english_forms(serbian: Path, number: int) -> None:
    """Serbian 21 takes the form of 1; English 21 is plural."""
    expected = "{count} article" if number == 1 else "{count} articles"
    assert compiled(serbian).ngettext("{count} article", "{count} articles", number) == expected


def test_plurals_are_left_out_where_the_header_has_a_wrong_formula(serbian: Path) -> None:
    """Each number would take another one's form."""
    translate(serbian, "sr", BOT, {"{count} article": FORMS, GREETING: "Здраво, <b>{name}</b>."})
    edit(serbian / SERBIAN, "n%10==1", "n%10==2")
    assert compile_all(serbian, DOMAINS)[0] == Compiled(SERBIAN.with_suffix(".mo"), messages=1, left_out=1)


def test_equal_sentences_keep_their_own_translations(serbian: Path) -> None:
    """The context tells them apart."""
    (serbian / "knowledge/articles/red-notice.md").write_text(WAIT + "\n", encoding="utf-8")
    make_catalogs(serbian, "sr")
    path = serbian / catalog_path("sr", ARTICLES)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'msgid "{WAIT}"\nmsgstr ""', f'msgid "{WAIT}"\nmsgstr "Б **5 сати** 17(2)."', 1), encoding="utf-8"
    )
    compile_all(serbian, DOMAINS)
    with path.with_suffix(".mo").open("rb") as file:
        texts = GNUTranslations(file)
    assert texts.pgettext("hot-pursuit/steps", WAIT).startswith("Б")
    assert texts.pgettext("red-notice/steps", WAIT) == WAIT


def test_the_same_catalog_compiles_to_the_same_bytes(serbian: Path) -> None:
    """Builds can be compared."""
    translate(serbian, "sr", BOT, {GREETING: "Здраво, <b>{name}</b>."})
    compile_all(serbian, DOMAINS)
    first = (serbian / SERBIAN.with_suffix(".mo")).read_bytes()
    compile_all(serbian, DOMAINS)
    assert (serbian / SERBIAN.with_suffix(".mo")).read_bytes() == first


def test_catalog_that_cannot_be_read_is_not_compiled(serbian: Path) -> None:
    """Half a catalog would look like missing translations."""
    (serbian / SERBIAN).write_text('msgid "a\n', encoding="utf-8")
    with pytest.raises(CatalogSyntaxError):
        compile_all(serbian, DOMAINS)
