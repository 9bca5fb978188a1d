"""Numbers and article numbers."""

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.numbers import faults

ANSWER = "An answer in 8 hours when urgent, in 7 calendar days otherwise (Art. 5(1))."
PURSUIT = "Between each other, Articles 41 to 43 of the Schengen Convention apply."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(ANSWER, "Sürgős esetben 8 órán, egyébként 7 naptári napon belül (5. cikk (1) bekezdés).", id="hu"),
        pytest.param(
            ANSWER, "Răspuns în 8 ore în caz de urgență, altfel în 7 zile calendaristice [art. 5 alin. (1)].", id="ro"
        ),
        pytest.param(
            ANSWER,
            "პასუხი 8 საათში, თუ სასწრაფოა, სხვა შემთხვევაში 7 კალენდარულ დღეში (მე-5 მუხლის 1-ლი პუნქტი).",
            id="ka",
        ),
        pytest.param(ANSWER, "Одговор за 8 часа ако е итно, инаку за 7 календарски дена (член 5 став 1).", id="mk"),
        pytest.param(
            ANSWER, "Одговор у року од 8 сати ако је хитно, иначе 7 календарских дана (члан 5. став 1).", id="sr"
        ),
        pytest.param(
            ANSWER, "Відповідь за 8 годин, якщо терміново, інакше за 7 календарних днів (стаття 5(1)).", id="uk"
        ),
        pytest.param(
            PURSUIT, "Egymás között a Schengeni Egyezmény 41–43. cikke alkalmazandó.", id="range in another order"
        ),
        pytest.param("The hotline 116 000", "Гаряча лінія 116000", id="without a gap"),
        pytest.param("At most 4,096 characters", "Legfeljebb 4 096 karakter", id="grouped by a space"),
        pytest.param("At most 4,096 characters", "Najviše 4.096 znakova", id="grouped by a point"),
        pytest.param("At most 4096 characters", "Не більше 4 096 символів", id="grouped by a narrow space"),
        pytest.param("1.5 km", "1,5 км", id="decimal comma"),
        pytest.param("since 1 January 2025", "од 1. јануара 2025. године", id="date in words"),
        pytest.param("since 1 January 2025", "2025. január 1-jétől", id="date in another order"),
        pytest.param("since 1 January 2025", "з 01.01.2025", id="date in digits"),
        pytest.param("open from 8:00", "от 08 ч.", id="full hour"),
        pytest.param("by 6 p.m.", "este 6 óráig", id="time of twelve hours"),
        pytest.param("by 6:30 p.m., not 12 am", "до 18:30, не 0:00", id="time of 24 hours"),
        pytest.param("the 24/7 contact point", "цілодобовий контактний пункт", id="24/7 in words"),
        pytest.param("the 24/7 contact point", "контакт тачка 0–24", id="24/7 as 0-24"),
        pytest.param("24 hours a day, 7 days a week", "24/7", id="24 hours a day as 24/7"),
        pytest.param("in two or three words", "2-3 სიტყვით", id="word in digits"),
        pytest.param("the second paragraph", "2. bekezdés", id="ordinal in digits"),
        pytest.param("Call 112 or write to duty1@example.org", "Телефонуйте 112 або пишіть", id="digits in an address"),
        pytest.param('See <a href="https://example.org/1">it</a>', "Vezi", id="digits in a link"),
        pytest.param("{a1} and {b2}", "{b2} та {a1}", id="digits in placeholders"),
        pytest.param("Prüm Decisions 2008/615/JHA", "Рішення Прюм 2008/615/ЮВС", id="number of an act"),
    ],
)
def test_translation_with_the_same_numbers_is_right(source: str, text: str) -> None:
    """Grouping, order, dates and article references are written differently in each language."""
    assert faults(source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "rule", "found"),
    [
        pytest.param(
            ANSWER, "8 órán, egyébként 9 napon belül (5. cikk (1) bekezdés)", Rule.NUMBER, "no 7, 9", id="other number"
        ),
        pytest.param(ANSWER, "8 ore, 7 zile [art. 5 alin. (2)]", Rule.ARTICLE, "no 1, 2", id="other paragraph"),
        pytest.param(
            PURSUIT, "важать статті 41–44 Шенгенської конвенції", Rule.ARTICLE, "no 43, 44", id="other article"
        ),
        pytest.param("Articles 13(1) and 34(1)", "член 13(1)", Rule.ARTICLE, "no 1, no 34", id="one of two articles"),
        pytest.param("within 5 hours", "negyed órán belül", Rule.NUMBER, "no 5", id="lost"),
        pytest.param("within hours", "у року од 5 сати", Rule.NUMBER, "5", id="added"),
        pytest.param("4,096 characters", "4.069 de caractere", Rule.NUMBER, "no 4096, 4069", id="digits turned"),
        pytest.param("handling code H1", "код H2", Rule.NUMBER, "no 1, 2", id="digit of a code"),
        pytest.param("signed on 14 December 2016", "підписано 14 грудня 2017", Rule.NUMBER, "no 2016, 2017", id="year"),
        pytest.param("within two hours", "у року од 3 сата", Rule.NUMBER, "3", id="another than the word"),
        pytest.param("by 6 p.m.", "до 19:00", Rule.NUMBER, "no 6, 19", id="another hour"),
        pytest.param("over I-24/7", "по I-24/6", Rule.NUMBER, "6", id="24/7 damaged"),
    ],
)
def test_other_number_is_found(source: str, text: str, rule: Rule, found: str) -> None:
    """A wrong deadline or article is a wrong procedure."""
    assert [(fault.rule, fault.found) for fault in faults(source, text)] == [(rule, found)]


def test_article_fault_names_the_reference() -> None:
    """The translator has to find the place."""
    fault = faults("Stop on demand (Article 17(6)).", "Opriți la cerere [articolul 17 alin. (5)].")[0]
    assert fault.expected == "Article 17(6)"


@pytest.mark.parametrize("text", ["Egy cikk", "1 cikk"])
def test_form_for_one_number_may_write_it_any_way(text: str) -> None:
    """Languages differ in whether one is a digit, a word or left out."""
    assert faults("One article", text, exact=1) == []
