"""Texts as a hurried thumb types them."""

import pytest
from rapidfuzz.distance import OSA

from knowledge.folding import script_of
from knowledge.slips import SLIPS_BY_LENGTH, typed

TEXTS = {
    "en": "how do I mark a request as urgent",
    "hu": "hogyan jelöljem sürgősnek a megkeresést",
    "ro": "cum marchez o cerere ca fiind urgentă",
    "ka": "როგორ მოვნიშნო გადაუდებელი მოთხოვნა",
    "mk": "како да го означам барањето како итно",
    "sr": "како да означим захтев као хитан",
    "uk": "як позначити запит як терміновий",
}


@pytest.mark.parametrize("locale", TEXTS)
def test_the_same_text_always_becomes_the_same(locale: str) -> None:
    assert typed(TEXTS[locale], locale) == typed(TEXTS[locale], locale)


@pytest.mark.parametrize("locale", TEXTS)
def test_a_text_stays_in_its_script(locale: str) -> None:
    scripts = {script_of(typed(f"{TEXTS[locale]} {number}", locale)) for number in range(20)}
    assert scripts == {script_of(TEXTS[locale])}


def test_english_takes_as_many_slips_as_its_length_allows() -> None:
    for number in range(50):
        text = f"request {'for information ' * (number % 4)}{number}".strip()
        distance = OSA.distance(text.lower(), typed(text, "en").lower())
        assert distance <= sum(len(text) > least for least in SLIPS_BY_LENGTH)


def test_most_texts_change_and_not_all_alike() -> None:
    made = {typed(f"{TEXTS['hu']} {number}", "hu").rsplit(" ", 1)[0] for number in range(40)}
    assert len(made) > 10


def test_hungarian_loses_its_marks_in_some() -> None:
    made = [typed(f"{TEXTS['hu']} {number}", "hu") for number in range(40)]
    assert 5 < sum(text.isascii() for text in made) < 35


@pytest.mark.parametrize("text", ["", "H3", "2023/977", "a b"])
def test_what_has_few_letters_stays(text: str) -> None:
    assert typed(text, "en") == text
