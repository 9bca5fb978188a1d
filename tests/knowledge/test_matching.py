"""What the words of a question find."""

import pytest

from knowledge.index import Document, Index
from knowledge.matching import Matches, match
from knowledge.query import analyse

INDEX = Index(
    [
        Document("passport", "en", "Papers", ("lost passport", "stolen passport at the border"), ("a visa",)),
        Document("vehicle", "en", "Stolen vehicle"),
    ]
)


def matched(query: str, index: Index = INDEX) -> Matches:
    """Look up an English question."""
    return match(analyse(query, index, "en"), index)


def test_each_word_adds_to_the_documents_that_have_it() -> None:
    one, both = matched("stolen").scores, matched("stolen vehicle").scores
    assert both[1] > one[1] > 0
    assert both[0] == one[0]


def test_a_question_covers_at_most_itself() -> None:
    found = matched("lost passport zeppelin")
    assert 0 < found.covered[0] < found.mass
    assert found.covered[1] == 0


def test_likeness_is_to_the_nearest_text_and_bodies_have_none() -> None:
    assert matched("lost passport").phrases[0] == pytest.approx(1)
    assert matched("visa").phrases[0] == 0


@pytest.mark.parametrize("query", ["", "?!", "zeppelin"])
def test_a_question_without_known_words_finds_nothing(query: str) -> None:
    found = matched(query)
    assert found.mass > 0
    assert not found.scores.any()


def test_an_empty_index_has_nothing_to_match() -> None:
    assert [len(each) for each in (matched("passport", Index([])).scores, matched("passport", Index([])).phrases)] == [
        0,
        0,
    ]
