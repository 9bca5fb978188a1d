"""Units."""

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.units import faults

RIGHT = [
    ("hu", "within 5 hours", "5 órán belül"),
    ("hu", "in 7 calendar days", "7 naptári napon belül"),
    ("hu", "in 5 working days", "5 munkanapon belül"),
    ("hu", "a 24-hour contact", "24 órás kapcsolattartó"),
    ("hu", "for 6 months", "6 hónapig"),
    ("hu", "{count} minutes", "{count} perc"),
    ("hu", "50% of cases", "az esetek 50%-a"),
    ("ro", "24 hours", "24 de ore"),
    ("ro", "in 7 calendar days", "în termen de 7 zile calendaristice"),
    ("ro", "after 3 months", "după 3 luni"),
    ("ro", "18 years old", "în vârstă de 18 ani"),
    ("ro", "30 km", "30 km"),
    ("ka", "within 5 hours", "5 საათის განმავლობაში"),
    ("ka", "a 24-hour contact", "24-საათიანი საკონტაქტო პუნქტი"),
    ("ka", "in 3 calendar days", "3 კალენდარულ დღეში"),
    ("ka", "for 6 months", "6 თვის ვადით"),
    ("ka", "10 years", "10 წლის განმავლობაში"),
    ("ka", "30 km", "30 კმ"),
    ("mk", "in 8 hours", "за 8 часа"),
    ("mk", "in 3 calendar days", "за 3 календарски дена"),
    ("mk", "5 years", "5 години"),
    ("mk", "2 weeks", "2 недели"),
    ("sr", "5 hours", "5 часова"),
    ("sr", "5 hours", "5 сати"),
    ("sr", "30 consecutive days", "30 узастопних календарских дана"),
    ("sr", "5 years", "5 година"),
    ("sr", "50 percent", "50 одсто"),
    ("sr", "EUR 500", "500 евра"),
    ("uk", "5 hours", "5 годин"),
    ("uk", "within 24 hours", "протягом доби (24 години)"),
    ("uk", "a 40-day limit", "40-денний строк"),
    ("uk", "1 day", "1 доба"),
    ("uk", "5 years", "5 років"),
    ("uk", "20 MB", "20 МБ"),
    ("uk", "2 minutes", "2 хв"),
    ("uk", "10 metres", "10 м"),
]
"""Locale, English and a correct translation."""
TRICKY = [
    pytest.param("hu", "24/7, day and night", "éjjel-nappal", id="round the clock is no 7 days"),
    pytest.param("uk", "24 hours a day, 7 days a week", "24/7", id="24 hours a day"),
    pytest.param("sr", "Article 5 in 10 days", "члан 5. у року од 10 дана", id="number without unit"),
    pytest.param("ro", "3 investigations in 2 years", "3 anchete în 2 ani", id="word that begins like a unit"),
    pytest.param("ka", "5 hours, then 10 days", "5 საათი, შემდეგ 10 დღე", id="two numbers"),
    pytest.param("hu", "10 to 14 days", "10-14 nap", id="range"),
    pytest.param("mk", "2 copies every day", "секој ден по 2 примероци", id="unit of something else"),
    pytest.param("uk", "1,000 km", "1 000 км", id="grouped number"),
    pytest.param("mk", "{count} day", "{count} ден", id="placeholder"),
    pytest.param("hu", "{count} hour", "Egy óra", id="placeholder left out"),
    pytest.param("mk", "by 6 a.m.", "до 6 наутро", id="6 a.m. is no 6 metres"),
    pytest.param("hu", "7 days", "hét nap", id="number in words is not the unit's business"),
    pytest.param("de", "5 hours", "5 Stunden", id="a language that only CLDR knows"),
    pytest.param("pt_BR", "in 3 days", "em 3 dias", id="a territory's locale"),
]
WRONG = [
    ("hu", "within 5 hours", "5 napon belül", "5 day"),
    ("hu", "for 6 months", "6 napig", "6 day"),
    ("ro", "in 8 hours", "în 8 zile", "8 day"),
    ("ka", "in 3 calendar days", "3 თვეში", "3 month"),
    ("mk", "in 8 hours", "за 8 дена", "8 day"),
    ("mk", "5 hours", "5 години", "5 year"),
    ("sr", "5 hours", "5 година", "5 year"),
    ("uk", "5 years", "5 годин", "5 hour"),
    ("uk", "{count} hours", "{count} днів", "{count} day"),
    ("sr", "30 km", "30 m", "30 m"),
    ("hu", "50 percent", "50 euró", "50 EUR"),
    ("sr", "within 5 hours", "у року од 5", "no such unit"),
    ("ro", "5 hours and 10 days", "5 zile și 10 ore", "5 day"),
]


@pytest.mark.parametrize(("locale", "source", "text"), [*RIGHT, *TRICKY])
def test_translation_with_the_same_unit_is_right(locale: str, source: str, text: str) -> None:
    """Any form of the word, with other words in between."""
    assert faults(source, text, locale) == []


@pytest.mark.parametrize(("locale", "source", "text", "found"), WRONG)
def test_other_unit_is_found(locale: str, source: str, text: str, found: str) -> None:
    """Hours for days is the mistake that costs a case."""
    assert [(fault.rule, fault.found) for fault in faults(source, text, locale)][:1] == [(Rule.UNIT, found)]


def test_fault_says_number_and_unit() -> None:
    """A text may hold several quantities."""
    assert faults("in 8 hours", "за 8 дена", "mk")[0].expected == "8 hour"
