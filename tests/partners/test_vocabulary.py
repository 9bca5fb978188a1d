"""The packaged words."""

import pytest

from bot.partners.functions import PartnerFunction, Role
from bot.partners.meanings import Kind
from bot.partners.vocabulary import lexicon
from knowledge import Country


def whole_words(kind: Kind) -> set[str]:
    """Return the words of a kind that stand for themselves."""
    first = (pattern.words[0] for pattern in lexicon().words() if pattern.meaning.kind is kind)
    return {word.key for word in first if not word.is_stem}


def test_every_country_function_and_kind_has_words() -> None:
    meanings = {pattern.meaning for pattern in lexicon().words()}
    assert {meaning.country for meaning in meanings} >= set(Country)
    assert {meaning.function for meaning in meanings} >= set(PartnerFunction)
    assert {meaning.kind for meaning in meanings} == set(Kind)


def test_codes_of_other_countries_are_codes_and_none_is_of_the_network() -> None:
    codes = {pattern.meaning.elsewhere for pattern in lexicon().words()} - {None}
    assert all(code and len(code) == 2 and code.isupper() for code in codes)
    assert not codes & set(Country)


def test_only_bg_is_a_place_of_the_network_and_of_another_country() -> None:
    assert whole_words(Kind.PLACE) & whole_words(Kind.ELSEWHERE) == {"bg"}


def test_no_name_is_also_a_word_that_says_nothing_but_for_a_code() -> None:
    names = whole_words(Kind.PLACE) | whole_words(Kind.ELSEWHERE) | whole_words(Kind.FUNCTION)
    assert names & (whole_words(Kind.FILLER) | whole_words(Kind.PROCEDURE)) == {"ro"}


@pytest.mark.parametrize("function", list(PartnerFunction))
def test_a_function_has_a_role(function: PartnerFunction) -> None:
    assert function.role in (Role.ANY, function.value)
