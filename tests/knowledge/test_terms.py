"""What words are held under."""

import pytest

from knowledge.folding import skeleton
from knowledge.terms import Terms, is_prefix, prefixes


def names(terms: Terms, text: str, locale: str = "en") -> list[list[str]]:
    """Return the terms of each word of a text."""
    return [[terms.names[number] for number in terms.of(word)] for word in terms.words(text, locale)]


def test_a_word_stands_under_its_skeleton_and_its_first_letters() -> None:
    assert names(Terms(), "Notices, car") == [["notices", "^notic", "^notices"], ["car", "^car"]]


def test_a_word_keeps_its_number_and_new_ones_get_the_next() -> None:
    terms = Terms()
    assert list(terms.words("red car, red", "en")) == [0, 1, 0]
    assert list(terms.words("blue car", "en")) == [2, 1]
    assert [terms.names[number] for number in terms.numbers.values()] == terms.names


def test_a_word_that_one_language_sounds_in_two_ways_stands_under_both() -> None:
    terms = Terms()
    assert {"graf", "hraf"} <= set(names(terms, "граф", "uk")[0])
    assert "hraf" not in names(terms, "граф", "sr")[0]


@pytest.mark.parametrize(("word", "count"), [("car", 1), ("border", 1), ("borders", 2)])
def test_long_words_have_two_beginnings(word: str, count: int) -> None:
    found = prefixes(skeleton(word))
    assert len(found) == count
    assert all(map(is_prefix, found))
