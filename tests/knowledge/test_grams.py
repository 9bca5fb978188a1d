"""N-grams of letters, by language."""

import math

import pytest

from knowledge.grams import SMOOTHING, GramTable, grams_of

TABLE = GramTable({"aa": {"ab": 1.0}, "bb": {"cd": 2.0, "ab": 0.5}})


def test_grams_are_up_to_four_letters_with_the_ends_and_the_word_itself() -> None:
    assert list(grams_of("a")) == [" ", "a", " ", " a", "a ", " a "]
    assert list(grams_of("abc"))[-1] == " abc "


def test_a_score_is_the_log_likelihood_of_all_grams() -> None:
    mass = {"aa": 1.0 * 10, "bb": 2.5 * 10}  # a word of two letters has ten n-grams
    kinds = len({gram for word in ("ab", "cd") for gram in grams_of(word)})
    expected = [
        math.log((weight + SMOOTHING) / (mass[locale] + SMOOTHING * kinds))
        for locale, weight in (("aa", 1), ("bb", 0.5))
    ]
    assert TABLE.scores(["ab"]) == pytest.approx(expected, rel=1e-6)


def test_each_gram_counts_as_often_as_it_comes() -> None:
    once, twice = TABLE.scores(["ab"]), TABLE.scores(["ab", "ab"])
    assert twice == pytest.approx([2 * score for score in once])


def test_an_unknown_gram_tells_against_every_language() -> None:
    assert all(score < 0 for score in TABLE.scores(["xyz"]))
    assert TABLE.scores([]) == [0, 0]


@pytest.mark.parametrize(
    ("grams", "share"),
    [([" cd "], 0.0), ([" ab ", " cd "], 0.5), (["ab ", "b", "cd"], 1.0), (["c"], 0.0), ([], 0.0)],
)
def test_the_share_counts_longer_grams_that_the_language_has(grams: list[str], share: float) -> None:
    assert TABLE.share(grams, "aa") == share
