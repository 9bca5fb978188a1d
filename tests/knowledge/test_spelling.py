"""What somebody in a hurry meant to type."""

import pytest

from knowledge.spelling import Spelling

TEXTS = (
    ("en", "stolen vehicle request for information"),
    ("hu", "hogyan küldjek megkeresést külföldre, mennyi az idő"),
    ("hu", "megkeresést küldjek"),
    ("ka", "როგორ გავაგზავნო მოთხოვნა და რა ვადაში"),
    ("uk", "як надіслати запит за кордон"),
    ("sr", "како да пошаљем захтев"),
    ("ro", "cum trimit o cerere în străinătate"),
)
SPELLING = Spelling.of(TEXTS)


@pytest.mark.parametrize(
    ("text", "locale", "meant"),
    [
        ("hogyan kuldjek megkeresest", "hu", "hogyan küldjek megkeresést"),
        ("rogor gavagzavno motxovna", "ka", "როგორ გავაგზავნო მოთხოვნა"),
        ("yak nadislaty zapyt", "uk", "як надіслати запит"),
        ("kako da posaljem zahtev", "sr_Latn", "како да пошаљем захтев"),
        ("надслати зпаит", "uk", "надіслати запит"),
        ("მოთხვონა", "ka", "მოთხოვნა"),
        ("straianate", "ro", "străinătate"),
        ("strainatate", "ro", "străinătate"),
        ("stoeln vehcile", "en", "stolen vehicle"),
    ],
)
def test_words_get_their_letters_marks_and_order_back(text: str, locale: str, meant: str) -> None:
    assert SPELLING.meant(text, locale) == meant


@pytest.mark.parametrize(
    "text", ["SIENA", "I-24/7", "2023/977", "", "😀 ?!", "xyzzy", "H3", "a\ud800b", "как отправить запрос"]
)
def test_names_numbers_and_what_is_like_nothing_known_stay(text: str) -> None:
    assert SPELLING.meant(text, None) == text


def test_marks_around_words_stay() -> None:
    assert SPELLING.meant("rogor? (motxovna)!", "ka") == "როგორ? (მოთხოვნა)!"


def test_english_words_among_georgian_ones_stay_and_unknown_ones_are_spelled_by_letter() -> None:
    assert SPELLING.meant("rogor vehicle namdvili", "ka") == "როგორ vehicle ნამდვილი"


def test_an_unclear_question_is_read_in_the_words_of_its_askers_language() -> None:
    assert SPELLING.meant("motxovna", None, "ka") == "მოთხოვნა"
    assert SPELLING.meant("namdvili", None, "ka") == "namdvili"


def test_the_usual_way_to_write_a_word_is_the_most_frequent() -> None:
    spelling = Spelling({"hu": {"kor": 1, "kör": 5}})
    assert spelling.meant("kor", "hu") == "kör"


def test_no_texts_change_nothing() -> None:
    assert Spelling.of(()).meant("rogor gavagzavno", "en") == "rogor gavagzavno"
