"""The synthetic documents of the growth benchmark."""

import pytest

from knowledge.index import Document
from tests.benchmarks.synthetic import recombine

OURS = [
    Document(
        f"article-{number}", locale, f"title {number}", ("first way", "other way to ask"), ("a body of some words",)
    )
    for number in range(4)
    for locale in ("en", "ro")
]


@pytest.mark.parametrize("count", [1, 7, 30])
def test_there_are_as_many_as_wanted(count: int) -> None:
    assert len(recombine(OURS, count)) == count


def test_they_are_the_same_every_time() -> None:
    assert recombine(OURS, 12) == recombine(OURS, 12)


def test_they_differ_from_each_other_and_from_ours() -> None:
    texts = [(document.phrases, document.body) for document in (*OURS[:1], *recombine(OURS, 12))]
    assert len(set(texts)) == len(texts)


def test_an_article_has_the_languages_and_lengths_of_one_of_ours() -> None:
    english, romanian = recombine(OURS, 2)
    assert (english.article_id, english.locale, romanian.locale) == (romanian.article_id, "en", "ro")
    assert [len(text.split()) for text in (english.title, *english.phrases, *english.body)] == [2, 2, 4, 5]


def test_most_words_are_ours() -> None:
    known = {
        word
        for document in OURS
        for text in (document.title, *document.phrases, *document.body)
        for word in text.split()
    }
    made = [word for document in recombine(OURS, 50) for text in document.body for word in text.split()]
    assert 0.8 < sum(word in known for word in made) / len(made) < 1
