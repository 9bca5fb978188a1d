"""Plural forms."""

from gettext import c2py

import pytest
from babel import Locale, UnknownLocaleError

from bot.catalogs.findings import Rule
from bot.catalogs.plurals import faults, header_faults, plural_forms

SERBIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


@pytest.mark.parametrize(
    ("locale", "count", "exact"),
    [
        ("hu", 2, (1, None)),
        ("ro", 3, (1, None, None)),
        ("ka", 2, (1, None)),
        ("mk", 2, (None, None)),
        ("sr", 3, (None, None, None)),
        ("uk", 3, (None, None, None)),
        ("fr", 2, (None, None)),
        ("ja", 1, (None,)),
    ],
)
def test_language_has_its_plural_forms(locale: str, count: int, exact: tuple[int | None, ...]) -> None:
    """`exact` is what lets a form leave its number out."""
    forms = plural_forms(locale)
    assert (forms.count, forms.exact) == (count, exact)


@pytest.mark.parametrize("locale", ["hu", "ro", "ka", "mk", "sr", "uk"])
def test_formula_tells_the_same_numbers_apart_as_cldr(locale: str) -> None:
    """One gettext form for each CLDR category, and no form for two."""
    form = c2py(plural_forms(locale).formula)
    category = Locale.parse(locale).plural_form
    pairs = {(form(number), category(number)) for number in range(1001)}
    assert len(pairs) == plural_forms(locale).count


def test_unknown_locale_has_no_plural_forms() -> None:
    """Two forms would be a guess."""
    with pytest.raises(UnknownLocaleError):
        plural_forms("xx")


@pytest.mark.parametrize(
    ("header", "locale"),
    [
        pytest.param(SERBIAN, "sr", id="as ours"),
        pytest.param("nplurals=2; plural=n != 1;", "hu", id="without brackets"),
        pytest.param("nplurals=2; plural=n == 1 ? 0 : 1", "ka", id="another formula that does the same"),
        pytest.param("nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);", "mk", id="as Weblate writes it"),
    ],
)
def test_right_header_is_right_in_any_wording(header: str, locale: str) -> None:
    """Poedit and Weblate write their own formulas."""
    assert header_faults(header, locale) == []


@pytest.mark.parametrize(
    ("header", "locale"),
    [
        pytest.param("nplurals=2; plural=(n != 1);", "sr", id="two forms for Serbian"),
        pytest.param("nplurals=1; plural=0;", "hu", id="one form for Hungarian, as Babel's table has it"),
        pytest.param("nplurals=2; plural=(n != 1);", "mk", id="Macedonian 21 takes the form of 1"),
        pytest.param("nplurals=3; plural=(n==1 ? 0 : 1);", "ro", id="form never used"),
        pytest.param("nplurals=2; plural=n +;", "hu", id="no formula"),
        pytest.param(None, "uk", id="missing"),
    ],
)
def test_wrong_header_is_found(header: str | None, locale: str) -> None:
    """A wrong formula shows the wrong form for some numbers only."""
    assert [(fault.rule, fault.expected) for fault in header_faults(header, locale)] == [
        (Rule.PLURAL, f'"{plural_forms(locale).header}"')
    ]


@pytest.mark.parametrize(
    ("strings", "locale", "found"),
    [
        pytest.param(("{count} чланак", "{count} чланка", "{count} чланака"), "sr", [], id="all three"),
        pytest.param(("{count} cikk", "{count} cikk"), "hu", [], id="both, though equal"),
        pytest.param(("{count} чланак", "", "{count} чланака"), "sr", ["2 translated"], id="one empty"),
        pytest.param(("{count} стаття", "{count} статті"), "uk", ["2 translated"], id="one too few"),
    ],
)
def test_every_plural_form_must_be_translated(strings: tuple[str, ...], locale: str, found: list[str]) -> None:
    """An empty form would show English in the middle of a translated screen."""
    assert [fault.found for fault in faults(strings, locale)] == found
