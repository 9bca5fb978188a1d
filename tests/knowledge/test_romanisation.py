"""Latin letters back in the script of their language."""

import pytest

from knowledge.romanisation import native


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("daketili piris gadacema", "ka", "დაკეთილი პირის გადაცემა"),
        ("shemidzlia gavagzavno", "ka", "შემიძლია გავაგზავნო"),
        ("SIENA shetyobineba", "ka", "SIENA შეთყობინება"),
        ("zapyt do Rumuniji cherez I-24/7", "uk", "запит до Руміниїї через I-24/7"),
        ("prekugranicno gonenje", "mk", "прекугранично гоненје"),
    ],
)
def test_words_are_spelled_in_the_script_and_abbreviations_stay(text: str, locale: str, expected: str) -> None:
    found = native(text, locale)
    assert [word for word in found.split() if word.isascii()] == [word for word in expected.split() if word.isascii()]
    assert all(
        not letter.isascii() for word in found.split() if not word.isupper() for letter in word if letter.isalpha()
    )


@pytest.mark.parametrize(("text", "locale"), [("hogyan kérjek", "hu"), ("запит", "uk"), ("zapyt", None), ("", "ka")])
def test_what_is_in_its_script_or_of_no_language_stays(text: str, locale: str | None) -> None:
    assert native(text, locale) == text
