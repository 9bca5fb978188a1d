"""The inverted index: fields, rarity, corrections."""

import pytest

from knowledge.folding import skeleton
from knowledge.index import Document, Field, Index
from knowledge.terms import is_prefix, prefixes


def article(article_id: str, locale: str = "en", title: str = "", phrase: str = "", body: str = "") -> Document:
    """Return a document of at most one text a field."""
    return Document(article_id, locale, title, (phrase,) if phrase else (), (body,) if body else ())


def places(index: Index, word: str) -> list[int]:
    """Return the documents that have a word."""
    return list(map(int, index.entries(skeleton(word))[0]))


def test_a_word_is_found_in_every_field() -> None:
    """Documents are named by their place."""
    index = Index([article("a", title="notice"), article("b", phrase="a notice"), article("c", body="the notice")])
    assert places(index, "notice") == [0, 1, 2]


def test_a_title_weighs_more_than_a_body() -> None:
    """At equal length."""
    index = Index([article("a", body="red notice wanted"), article("b", title="red notice wanted")])
    body, title = index.entries(skeleton("notice"))[1]
    assert title > body


def test_more_of_a_word_weighs_more_but_ever_less() -> None:
    """Saturation, the heart of BM25."""
    bodies = ["visa " * count + "other " * (9 - count) for count in (1, 2, 3)]
    one, two, three = Index([article("a", body=body) for body in bodies]).entries("visa")[1]
    assert 0 < three - two < two - one


def test_first_letters_stand_for_inflected_forms() -> None:
    """Hungarian has more endings than any list."""
    index = Index([article("a", "hu", title="körözések")])
    assert all(term in index for term in prefixes(skeleton("korozessel")))


def test_a_longer_beginning_tells_derived_words_apart() -> None:
    """State and citizenship begin alike for five letters."""
    index = Index([article("a", "sr_Latn", title="država")])
    assert [term in index for term in prefixes(skeleton("državljanstvo"))] == [True, False]


def test_a_word_of_one_article_is_rarer_than_a_word_of_all() -> None:
    """Rare words tell articles apart."""
    index = Index([article(name, title=f"request {name}word") for name in "abc"])
    assert index.rarity(skeleton("aword")) > index.rarity(skeleton("request"))


def test_rarity_is_counted_within_a_language() -> None:
    """Otherwise every word of a small language would be rare."""
    english = [article(name, title="request") for name in "abc"]
    index = Index([*english, *(article(name, "hu", title=f"kérelem {name}") for name in "abc")])
    assert index.rarity(skeleton("request")) == index.rarity(skeleton("kérelem"))


def test_a_word_common_in_one_language_is_not_rare_because_another_has_it_once() -> None:
    """English "care" and Romanian "care" are one term."""
    index = Index([*(article(name, title="care") for name in "abcd"), article("a", "ro", title="care")])
    assert index.rarity("care") < Index([article(name, title="care") for name in "ab"]).unknown_rarity / 2


def test_corrections_are_words_and_never_first_letters() -> None:
    """A piece of a word is no word."""
    index = Index([article("a", title="notification")])
    assert not any(is_prefix(term) for term, _ in index.corrections(skeleton("notificaton")))


@pytest.mark.parametrize(
    ("word", "locale", "expected"),
    [
        pytest.param("како", "sr", True, id="in its language"),
        pytest.param("kako", "sr_Latn", True, id="in the other script of its language"),
        pytest.param("kako", None, True, id="in any language"),
        pytest.param("hogyan", "ro", False, id="not in another language"),
        pytest.param("passport", None, False, id="a word that names a thing"),
    ],
)
def test_function_words_belong_to_a_language(word: str, locale: str | None, expected: bool) -> None:  # expected value
    """What is a function word in one may be a thing in another."""
    assert Index([]).is_function_word(skeleton(word), locale) is expected


@pytest.mark.parametrize(
    ("word", "field"),
    [("title", Field.TITLE), ("phrase", Field.PHRASES), ("body", Field.BODY), ("both", Field.TITLE), ("other", None)],
)
def test_a_word_stands_in_the_weightiest_field_that_has_it(word: str, field: Field | None) -> None:
    """The explanation says where."""
    index = Index([Document("a", "en", "title both", ("phrase both",), ("body both",)), article("b", title="other")])
    assert index.field(0, skeleton(word)) is field


def test_short_texts_are_the_title_and_the_phrases() -> None:
    """The body is too long to be compared with a question."""
    index = Index([Document("a", "en", "notice", ("wanted person", "arrest"), ("body",))])
    assert index.short_texts.starts.tolist() == [0]
    assert len(index.short_texts.masses) == 3
    assert "bodi" in index
    assert len(index.text_entries("bodi")[0]) == 0


def test_topics_out_of_scope_come_after_the_articles() -> None:
    """In the same index, so that their words are known and weighed."""
    index = Index([article("a", title="notice")], [Document("weather", "en", phrases=("will it rain",))])
    assert [index.is_in_scope(place) for place in range(2)] == [True, False]
    assert places(index, "rain") == [1]


def test_a_document_without_a_title_has_no_words_there() -> None:
    """Its first short text is empty."""
    index = Index([], [Document("weather", "en", phrases=("rain today",))])
    title, phrase = index.short_texts.masses
    assert title == 0 < phrase


def test_an_empty_index_has_nothing() -> None:
    """And does not raise."""
    index = Index([])
    assert ("notice" in index, index.field(0, "notice"), index.rarity("notice")) == (False, None, 0.0)
