"""Folding: all scripts and spellings of a word meet in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.folding import Script, fold, fold_informally, script_of, skeleton, spellings, tokenise


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        pytest.param("потерница", "poternica", id="Serbian, one letter for one"),
        pytest.param("потерница", "poternitsa", id="Macedonian, as passports write it"),
        pytest.param("ђубре", "đubre", id="Latin d with stroke"),
        pytest.param("ђубре", "djubre", id="two letters for it"),
        pytest.param("ђубре", "dubre", id="stroke left out"),
        pytest.param("шта", "šta", id="hook"),
        pytest.param("шта", "sta", id="hook left out"),
        pytest.param("міжнародний", "mizhnarodnyi", id="Ukrainian by the 2010 table"),
        pytest.param("міжнародний", "miznarodni", id="Ukrainian as heard"),
        pytest.param("зв’язок", "звязок", id="apostrophe left out"),
        pytest.param("სასწრაფო", "saswrafo", id="Georgian by its keyboard"),
        pytest.param("საზღვარი", "sazgvari", id="Georgian gh as g"),
        pytest.param("ხაზი", "xazi", id="Georgian kh as x"),
        pytest.param("megkeresés", "megkereses", id="Hungarian without accents"),
        pytest.param("ÎNȘTIINȚARE", "instiintare", id="Romanian, comma below, capitals"),
        pytest.param("înştiinţare", "înștiințare", id="Romanian, cedilla of old keyboards"),
        pytest.param("Europol", "Европол", id="name in another script"),
    ],
)
def test_ways_to_type_a_word_share_a_spelling(written: str, typed: str) -> None:
    """The index and the question need only one in common."""
    known = {key for locale in ("sr", "uk", "ka") for token in tokenise(written) for key in spellings(token, locale)}
    assert {skeleton(token) for token in tokenise(typed)} <= known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("дете", "дата", id="vowels tell words apart"),
        pytest.param("potera", "potraga", id="pursuit and search"),
        pytest.param("visum", "vezes", id="Hungarian"),
    ],
)
def test_different_words_keep_different_skeletons(one: str, other: str) -> None:
    """A skeleton is loose, not blind."""
    assert skeleton(one) != skeleton(other)


def test_tokens_are_lower_case_words_in_order() -> None:
    """Punctuation parts words and is gone."""
    assert list(tokenise("Red Notice — WANTED, person?")) == ["red", "notice", "wanted", "person"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [("I-24/7", "i247"), ("2023/977", "2023977"), ("SIENA-H3", "sienah3")],
)
def test_a_compound_with_a_digit_is_also_one_token(text: str, whole: str) -> None:
    """Names of systems, instruments and codes are typed with and without their marks."""
    assert list(tokenise(text))[-1] == whole


def test_a_compound_of_words_is_only_its_parts() -> None:
    """Endings hang on abbreviations with a hyphen."""
    assert list(tokenise("SIENA-ით")) == ["siena", "ით"]


@pytest.mark.parametrize("text", ["", "   ", "/", "😀🚓", "—?!", "\u0301"])
def test_text_without_letters_and_digits_has_no_tokens(text: str) -> None:
    """Such messages are common in a chat."""
    assert list(tokenise(text)) == []


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("порука", Script.CYRILLIC),
        ("SIENA порука", Script.CYRILLIC),
        ("შეტყობინება", Script.GEORGIAN),
        ("üzenet", Script.LATIN),
        ("116 000", None),
        ("こんにちは", None),
    ],
)
def test_script_is_told_by_the_rarer_letters(text: str, script: Script | None) -> None:
    """Abbreviations stay Latin in any text."""
    assert script_of(text) is script


def test_ukrainian_g_is_found_as_h_and_as_g() -> None:
    """Passports say h, keyboards say g."""
    assert set(spellings("догляд", "uk")) == {skeleton("doglyad"), skeleton("dohlyad")}


def test_other_languages_have_no_second_spelling_of_that_letter() -> None:
    """Serbian has one sound for it."""
    assert spellings("догађај", "sr") == (skeleton("događaj"),)


def test_georgian_letters_with_two_readings_are_found_in_every_combination() -> None:
    """Typists mix both tables in one word."""
    assert {skeleton("fiqri"), skeleton("piqri")} <= set(spellings("ფიქრი", "ka"))


def test_numbers_keep_their_repeated_digits() -> None:
    """A hotline is not a word."""
    assert skeleton("116000") == "116000"


def test_informal_folding_takes_one_letter_for_one() -> None:
    """It shows how a language looks when typed in a hurry."""
    assert (fold("што"), fold_informally("што")) == ("shto", "sto")


@given(st.text(max_size=200))
def test_any_text_is_folded_and_split_without_an_error(text: str) -> None:
    """Unicode is large."""
    for token in tokenise(text):
        assert token == token.strip()
        skeleton(token)


@given(st.text(alphabet="abcčćdđežšзжшчћљњკხწღ", min_size=1, max_size=12))
def test_a_skeleton_has_only_ascii_letters(word: str) -> None:
    """All scripts of ours meet in one."""
    assert skeleton(word).isascii()
