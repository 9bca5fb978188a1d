"""A question taken apart into weighed tokens."""

import pytest

from knowledge.folding import skeleton
from knowledge.index import Document, Index
from knowledge.query import MAX_CORRECTED, MAX_MEANT, MAX_TOKENS, QueryToken, analyse, beginning

INDEX = Index(
    [
        Document("passport", "en", "Stolen passport at the border", ("how do I check a passport",)),
        Document("vehicle", "en", "Stolen vehicle", ("the owner of a vehicle",)),
        Document("notice", "hu", "Nemzetközi körözések"),
    ]
)


def only(query: str, locale: str | None = "en") -> QueryToken:
    """Return the one token of a question of one word."""
    (token,) = analyse(query, INDEX, locale)
    return token


def test_a_known_word_stands_for_itself_at_full_strength() -> None:
    """Nothing is closer to a word than the word."""
    assert only("passport").terms[skeleton("passport")] == 1.0


def test_an_inflected_word_stands_for_its_first_letters() -> None:
    """At less than full strength."""
    strengths = only("körözésről", "hu").terms.values()
    assert strengths
    assert max(strengths) < 1


def test_a_misspelt_word_stands_for_the_nearest_word() -> None:
    """As strongly as it is like it."""
    strength = only("vehivle").terms[skeleton("vehicle")]
    assert 0 < strength < 0.9


def test_a_word_that_nothing_is_like_stands_for_nothing_and_weighs_most() -> None:
    """It is what the question is really about."""
    token = only("zeppelin")
    assert (token.terms, token.weight) == ({}, INDEX.unknown_rarity)


def test_a_rarer_word_weighs_more() -> None:
    """One article has passports, both have thefts."""
    stolen, passport = analyse("stolen passport", INDEX, "en")
    assert passport.weight > stolen.weight


def test_a_function_word_weighs_less_than_another_of_the_same_rarity() -> None:
    """Both stand in one article."""
    how, check = analyse("how check", INDEX, "en")
    assert how.is_function_word
    assert how.weight < check.weight


@pytest.mark.parametrize("word", ["x", "к", "12", "how"])
def test_letters_numbers_and_function_words_are_not_informative(word: str) -> None:
    """They tell no subject from another."""
    assert not only(word).is_informative


def test_an_unknown_number_weighs_little() -> None:
    """It is an age or a day."""
    assert only("47").weight < only("zeppelin").weight / 2


def test_a_repeated_word_is_one_token() -> None:
    """Whichever script it is in."""
    assert [token.text for token in analyse("passport PASSPORT пасспорт vehicle", INDEX, "en")] == [
        "passport",
        "vehicle",
    ]


def test_a_long_text_is_read_to_the_limit() -> None:
    """Time per question stays bounded."""
    assert len(analyse(" ".join(f"w{number}x" for number in range(500)), INDEX, "en")) == MAX_TOKENS


def test_only_the_first_unknown_words_are_corrected() -> None:
    """A correction costs more than all else."""
    noise = " ".join(f"qqqq{chr(97 + number)}" for number in range(MAX_CORRECTED + 5))
    before, after = analyse(f"vehivle {noise}", INDEX, "en"), analyse(f"{noise} vehivle", INDEX, "en")
    assert (bool(before[0].terms), bool(after[-1].terms)) == (True, False)


def test_of_a_long_text_the_beginning_is_read_for_its_meaning() -> None:
    assert beginning("zapyt " * (MAX_TOKENS + 1)).split() == ["zapyt"] * MAX_TOKENS
    assert beginning("z" * 2 * MAX_MEANT) == "z" * MAX_MEANT
    assert beginning("a short one?") == "a short one?"
