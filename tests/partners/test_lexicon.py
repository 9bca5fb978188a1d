"""Words and phrases found by their skeletons."""

import pytest

from bot.partners.lexicon import Lexicon, read_patterns
from bot.partners.meanings import Kind, Meaning

PLACE = Meaning(Kind.PLACE)
TIME = Meaning(Kind.TIME)


def lexicon(places: str, times: str = "") -> Lexicon:
    """Return a lexicon of these phrases."""
    return Lexicon([*read_patterns(places, PLACE), *read_patterns(times, TIME)])


@pytest.mark.parametrize(
    ("key", "is_known"), [("belgrad", True), ("belgradban", True), ("belgra", False), ("kev", True), ("kevin", False)]
)
def test_a_stem_stands_for_all_that_begins_so_and_a_word_for_itself(key: str, is_known: bool) -> None:
    assert (lexicon("Belgrad*, Kijev").at([key]) is not None) is is_known


def test_a_short_stem_stands_for_itself_only() -> None:
    found = lexicon("Finn*")
    assert found.at(["fin"])
    assert found.at(["fingerprint"]) is None


def test_the_longest_phrase_wins() -> None:
    match = lexicon("Novi Sad", "sad, novi").at(["novi", "sad"])
    assert match is not None
    assert (match.length, set(match.meanings)) == (2, {PLACE})


def test_a_phrase_needs_all_its_words() -> None:
    assert lexicon("Novi Sad").at(["novi"]) is None


def test_words_of_a_phrase_may_be_stems() -> None:
    match = lexicon("офицер* за врск*").at(["oficerot", "za", "vrska"])
    assert match is not None
    assert match.length == 3


def test_a_whole_word_wins_over_a_stem() -> None:
    match = lexicon("serb*", "serb").at(["serb"])
    assert match is not None
    assert match.meanings == {TIME}


def test_a_word_of_two_meanings_has_both() -> None:
    match = lexicon("sad", "sad").at(["sad"])
    assert match is not None
    assert match.meanings == {PLACE, TIME}
