"""The words that a slip may be corrected to."""

import pytest
from rapidfuzz.distance import OSA

from knowledge.folding import skeleton
from knowledge.vocabulary import MAX_CORRECTIONS, MIN_SIMILARITY, SHORT, Vocabulary

WORDS = tuple(
    f"{beginning}{middle}{end}"
    for beginning in ("pas", "ve", "a")
    for middle in "abcdef"
    for end in ("port", "icle", "s")
)


@pytest.mark.parametrize(
    ("typed", "meant"), [("pasport", "passport"), ("vehcile", "vehicle"), ("surveilance", "surveillance")]
)
def test_a_slip_is_corrected_to_a_known_word(typed: str, meant: str) -> None:
    """Unless the skeleton has mended it already."""
    words = [skeleton(word) for word in ("vehicle", "passport", "surveillance")]
    assert skeleton(typed) in words or Vocabulary(words).corrections(skeleton(typed))[0][0] == skeleton(meant)


@pytest.mark.parametrize("typed", ["car", "weather", "xqzkw", ""])
def test_a_word_like_no_other_is_not_corrected(typed: str) -> None:
    """Short words and noise have no neighbours."""
    assert Vocabulary(["cab", "pasport", "vehicle"]).corrections(typed) == []


@pytest.mark.parametrize("typed", ["pasaprt", "vecile", "asporticle", "passsport", "avprot"])
def test_no_word_is_missed_for_its_length(typed: str) -> None:
    """As if all words with the first letters had been compared."""
    alike = {word: OSA.normalized_similarity(typed, word) for word in WORDS if word[0] in typed[:2]}
    best = sorted((value for value in alike.values() if value >= MIN_SIMILARITY), reverse=True)[:MAX_CORRECTIONS]
    assert len(typed) >= SHORT
    assert [value for _, value in Vocabulary(WORDS).corrections(typed)] == pytest.approx(best)


def test_of_equally_good_corrections_the_earlier_words_are_found() -> None:
    """So that the same words always lead to the same answers."""
    words = [f"border{letter}" for letter in "zyxwvuts"]
    assert [word for word, _ in Vocabulary(words).corrections("border")] == ["borderz", "bordery", "borderx", "borderw"]


def test_an_empty_vocabulary_corrects_nothing() -> None:
    assert Vocabulary([]).corrections("passport") == []
