"""Words of typed dates."""

import pytest
from babel import Locale

from bot.dates.symbols import HalfOfDay, Kind, Symbol, Unit
from bot.dates.vocabulary import LOCALES, meanings


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_every_month_and_weekday_of_every_language_means_itself_only(locale: str, context: str) -> None:
    calendar = Locale.parse(locale)
    for number, name in calendar.months[context]["wide"].items():
        assert meanings(name, locale) == {Symbol(Kind.MONTH, (number,))}
    for number, name in calendar.days[context]["wide"].items():
        days = {symbol for symbol in meanings(name, locale) if symbol.kind in {Kind.WEEKDAY, Kind.SUNDAY_OR_WEEK}}
        assert {symbol.numbers for symbol in days} == {(number,)}


@pytest.mark.parametrize(
    ("word", "locale", "symbol"),
    [
        ("березня", "uk", Symbol(Kind.MONTH, (3,))),
        ("bereznia", "uk", Symbol(Kind.MONTH, (3,))),
        ("МАРТА", "sr", Symbol(Kind.MONTH, (3,))),
        ("cetvrtak", "sr_Latn", Symbol(Kind.WEEKDAY, (3,))),
        ("pénteken", "hu", Symbol(Kind.WEEKDAY, (4,))),
        ("დეკემბრის", "ka", Symbol(Kind.MONTH, (12,))),
        ("dayaftertomorrow", "en", Symbol(Kind.FROM_TODAY, (2,))),
        ("дня", "uk", Symbol(Kind.HALF, (HalfOfDay.PM,))),
        ("დღეში", "ka", Symbol(Kind.UNIT_IN, (Unit.DAY,))),
    ],
)
def test_a_word_is_known_in_any_case_script_and_form(word: str, locale: str, symbol: Symbol) -> None:
    assert symbol in meanings(word, locale)


def test_the_officers_language_comes_first() -> None:
    assert Symbol(Kind.WEEKDAY, (5,)) in meanings("sat", "en")
    assert Symbol(Kind.WEEKDAY, (5,)) not in meanings("sat", "sr_Latn")


def test_a_word_of_another_language_is_known_too() -> None:
    assert meanings("tomorrow", "ka") == {Symbol(Kind.FROM_TODAY, (1,))}


def test_a_sunday_that_is_also_a_week_is_marked() -> None:
    assert Symbol(Kind.SUNDAY_OR_WEEK, (6,)) in meanings("недеља", "sr")
    assert meanings("неділя", "uk") == {Symbol(Kind.WEEKDAY, (6,))}


@pytest.mark.parametrize("locale", [*LOCALES, "xx", ""])
def test_an_unknown_word_means_nothing(locale: str) -> None:
    assert meanings("xyzzy", locale) == frozenset()
