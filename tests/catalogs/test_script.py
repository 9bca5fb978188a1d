"""Letters."""

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.script import faults

RIGHT = [
    pytest.param("uk", "Send it via SIENA.", "Надішліть через SIENA.", id="acronym"),
    pytest.param("uk", "the DNA file", "ДНК-файл у форматі PDF-файлу", id="hyphen between scripts"),
    pytest.param("ka", "by SIENA", "SIENA-ს მეშვეობით", id="Georgian ending behind a hyphen"),
    pytest.param("ka", "at INTERPOL", "INTERPOLის მონაცემები", id="Georgian ending behind an acronym"),
    pytest.param("mk", "everything that she wants", "сѐ што ѝ треба", id="Macedonian accents"),
    pytest.param("mk", "measures", "Ѓорче, ќе мериме ѕвезди", id="Macedonian letters"),
    pytest.param("sr", "from", "Ђорђе, ћуприја, џак, љиљан, њушка", id="Serbian letters"),
    pytest.param("uk", "connection", "зв’язок, під'їзд, ґанок, єдність", id="Ukrainian letters and apostrophes"),
    pytest.param("uk", "Article 27(9)(a)", "стаття 27(9)(a)", id="letter in brackets"),
    pytest.param("uk", "{name}, press /language", "{name}, натисніть /language", id="placeholder and command"),
    pytest.param("uk", "Write to duty@example.org", "Пишіть на duty@example.org", id="address"),
    pytest.param("hu", "Српски or English", "Српски vagy angol", id="word of the English"),
    pytest.param("ro", "the police of Şişli", "poliția din Şişli", id="name as the English has it"),
    pytest.param("hu", "Kék Vonal", "Kék Vonal, Čapek és Țepeș", id="names with foreign letters"),
    pytest.param("ro", "so that", "astfel încât și ținta să fie știută", id="comma below"),
    pytest.param("uk", "<b>Steps</b>", "<b>Кроки</b>", id="tags"),
    pytest.param("uk", "the manual", "посібник «Running a joint team» для", id="English title in the text"),
    pytest.param("uk", "code H1", "код H1", id="single capital"),
]
WRONG = [
    pytest.param("uk", "Latin a in a word", "стaття", 'Latin "a" in "стaття"', id="Latin a"),
    pytest.param("sr", "Latin j in a word", "cтанje", 'Latin "c, j, e" in "cтанje"', id="three letters"),
    pytest.param("mk", "Latin i", "полициja", 'Latin "j, a" in "полициja"', id="Macedonian"),
    pytest.param("ka", "Latin o", "პoლიცია", 'Latin "o" in "პoლიცია"', id="Georgian"),
    pytest.param("hu", "Cyrillic a", "rendőrség аdat", 'Cyrillic "а" in "аdat"', id="Cyrillic in Hungarian"),
    pytest.param("uk", "EU", "ЕU", 'Latin "U" in "ЕU"', id="acronym of two scripts"),
    pytest.param("uk", "and", "він i вона", 'Latin "i" as a word', id="conjunction in Latin"),
    pytest.param("sr", "but", "он a не она", 'Latin "a" as a word', id="Serbian conjunction"),
    pytest.param("mk", "not by e-mail", "преку SIENA a не по пошта", 'Latin "a" as a word', id="behind an acronym"),
    pytest.param("uk", "was", "был и это объект", '"ы" in "был"', id="Russian y"),
    pytest.param("sr", "I", "ја сам и ѓак", '"ѓ" in "ѓак"', id="Macedonian letter in Serbian"),
    pytest.param("sr", "his", "његов їжак", '"ї" in "їжак"', id="Ukrainian letter in Serbian"),
    pytest.param("mk", "house", "кућа", '"ћ" in "кућа"', id="Serbian letter in Macedonian"),
    pytest.param("hu", "he", "õ", '"õ" in "õ"', id="old Hungarian font"),
    pytest.param("ro", "and", "şi", '"ş" in "şi"', id="cedilla"),
]


@pytest.mark.parametrize(("locale", "source", "text"), RIGHT)
def test_right_letters_are_right(locale: str, source: str, text: str) -> None:
    """Acronyms, endings, names and addresses bring other letters along."""
    assert faults(source, text, locale) == []


@pytest.mark.parametrize(("locale", "source", "text", "found"), WRONG)
def test_wrong_letter_is_found(locale: str, source: str, text: str, found: str) -> None:
    """None of these can be seen in most fonts."""
    assert [(fault.rule, fault.found) for fault in faults(source, text, locale)][:1] == [(Rule.SCRIPT, found)]


def test_every_wrong_word_is_named_once() -> None:
    """The translator looks for words, not for their occurrences."""
    assert [fault.found for fault in faults("", "это это объект", "uk")] == ['"э" in "это"', '"ъ" in "объект"']
