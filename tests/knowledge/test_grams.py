"""N-grams of letters, by language."""

import math
from collections import Counter

import pytest

from knowledge.grams import SMOOTHING, Grams, GramTable

LEARNED = {"aa": {"ab": 1.0}, "bb": {"cd": 2.0, "ab": 0.5}}
TABLE = GramTable(LEARNED)


def spelt(grams: Grams) -> list[str]:
    """Return n-grams as text, words of more than four letters with their ends as `…`."""
    return [
        "…" if key >> 63 else "".join(chr(key >> shift & 0xFFFF) for shift in (48, 32, 16, 0) if key >> shift)
        for key in grams.keys.tolist()
    ]


def test_grams_are_up_to_four_letters_with_the_ends_and_longer_words_themselves() -> None:
    assert spelt(Grams.of(["a"])) == [" ", "a", " ", " a", "a ", " a "]
    assert spelt(Grams.of(["и", "кој"])) == [
        *(" ", "и", " ", " ", "к", "о", "ј", " "),
        *(" и", "и ", " к", "ко", "ој", "ј "),
        *(" и ", " ко", "кој", "ој "),
        *(" кој", "кој "),
        "…",
    ]


def test_each_gram_belongs_to_its_word() -> None:
    grams = Grams.of(["a", "abc"])
    assert [text.strip() for text, owner in zip(spelt(grams), grams.owners, strict=True) if not owner] == (
        ["", "a", "", "a", "a", "a"]
    )
    assert len(grams) == len(grams.owners)


def test_the_telling_ones_have_three_or_four_letters() -> None:
    grams = Grams.of(["abc", "x"])
    assert spelt(grams)[grams.telling] == [" ab", "abc", "bc ", " x ", " abc", "abc "]


@pytest.mark.parametrize("words", [[], [""], ["\U0001d49c\ud800"]])
def test_any_words_have_grams_or_none(words: list[str]) -> None:
    grams = Grams.of(words)
    assert len(grams) == len(grams.owners)
    assert len(TABLE.scores(grams)) == 2


def test_words_that_differ_are_told_apart() -> None:
    long, other = (Grams.of([word]).keys[-1] for word in ("pursuits", "pursuit"))
    assert long != other


def test_a_score_is_the_log_likelihood_of_all_grams() -> None:
    counts: list[Counter[str]] = []
    for words in LEARNED.values():
        counts.append(Counter())
        for word, weight in words.items():
            counts[-1].update({text: weight * count for text, count in Counter(spelt(Grams.of([word]))).items()})
    kinds = len(set().union(*counts))
    expected = [
        sum(math.log((own[text] + SMOOTHING) / (own.total() + SMOOTHING * kinds)) for text in spelt(Grams.of(["abd"])))
        for own in counts
    ]
    assert TABLE.scores(Grams.of(["abd"])) == pytest.approx(expected, rel=1e-6)


def test_each_gram_counts_as_often_as_it_comes() -> None:
    once, twice = TABLE.scores(Grams.of(["ab"])), TABLE.scores(Grams.of(["ab", "ab"]))
    assert twice == pytest.approx([2 * score for score in once])


def test_an_unknown_word_tells_against_every_language() -> None:
    assert all(score < 0 for score in TABLE.scores(Grams.of(["xyz"])))
    assert TABLE.scores(Grams.of([])) == [0, 0]


@pytest.mark.parametrize(("words", "share"), [(["cd"], 0.0), (["ab", "cd"], 0.5), (["ab"], 1.0), ([], 0.0)])
def test_the_share_counts_longer_grams_that_the_language_has(words: list[str], share: float) -> None:
    assert TABLE.share(Grams.of(words), "aa") == share
