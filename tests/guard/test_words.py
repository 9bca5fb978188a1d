"""Words around a place."""

import pytest

from bot.guard.words import Words, last, phrases

TEXT = "Паспорт број 7 је B1234567, tel. 555"


def test_words_before_come_in_their_order_and_folded() -> None:
    assert Words(TEXT).before(TEXT.index("B1"), 3) == "broi # e"


def test_words_after_end_with_the_text() -> None:
    assert Words(TEXT).after(TEXT.index(","), 5) == "tel #"


def test_a_long_number_ends_the_stretch() -> None:
    assert Words(TEXT).before(TEXT.index("555"), 5) == "tel"


def test_there_are_no_words_before_the_first() -> None:
    assert Words("").before(0, 3) == Words(TEXT).before(0, 3) == ""


@pytest.mark.parametrize("window", ["пасош", "pasoš", "PASOSA", "пасошот", "nov pasoš je"])
def test_a_stem_is_found_in_any_script_and_form(window: str) -> None:
    assert phrases("pasoš*").search(Words(window).before(99, 5))


@pytest.mark.parametrize("window", ["pas", "ispasoš", "identity", "card identity"])
def test_phrases_are_whole_words_in_their_order(window: str) -> None:
    assert phrases("pasoš*, identity card").search(Words(window).before(99, 5)) is None


def test_an_ending_may_begin_with_a_vowel() -> None:
    """Folding drops an i before a vowel, so a stem that ends in i must be found without it as well."""
    assert phrases("poliți*").search(Words("poliția").before(99, 1))


def test_the_last_of_several_phrases_counts() -> None:
    assert last(phrases("a, b"), "a x b x") == 5
    assert last(phrases("a, b"), "x") == -1
