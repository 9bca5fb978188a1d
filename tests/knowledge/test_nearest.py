"""Meanings of a base that nothing was learned from ahead."""

import math

import pytest

from knowledge.encoder import Vector
from knowledge.index import Document
from knowledge.nearest import NearestTexts
from knowledge.search import Searcher
from tests.knowledge.encoders import ConceptEncoder

DOCUMENTS = [
    Document("pursuit", "en", "First procedure", body=("Some words. You may follow over the frontier. More words.",)),
    Document("vehicle", "en", "Second procedure", body=("Some words. An auto was found.\nMore words.",)),
]
TOPICS = [Document("weather", "en", phrases=("will it rain",))]


def test_the_document_with_the_nearest_sentence_is_likeliest() -> None:
    scores = NearestTexts.of(DOCUMENTS, ConceptEncoder(), TOPICS).scores("may we chase him at the border")
    assert max(scores, key=lambda label: scores[label]) == "pursuit"
    assert set(scores) == {"pursuit", "vehicle", "~weather"}
    assert sum(map(math.exp, scores.values())) == pytest.approx(1, abs=1e-5)


def test_known_texts_are_not_embedded_again_and_new_ones_are_kept() -> None:
    first, second = ConceptEncoder(), ConceptEncoder()
    vectors: dict[str, Vector] = {}
    NearestTexts.of(DOCUMENTS, first, known=vectors)
    NearestTexts.of(DOCUMENTS, second, known=vectors)
    assert set(first.texts) == set(vectors)
    assert second.texts == []


def test_a_base_without_a_network_finds_by_meaning() -> None:
    question = "was someone hunted"
    words = Searcher.build(DOCUMENTS).search(question)
    meant = Searcher.build(DOCUMENTS, semantic=NearestTexts.of(DOCUMENTS, ConceptEncoder())).search(question)
    assert (words.hits[0].article_id, meant.hits[0].article_id) == ("vehicle", "pursuit")
