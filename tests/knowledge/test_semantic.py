"""What a question means: a network over sentence embeddings, learned and used."""

import math
from pathlib import Path

import numpy as np
import pytest

from knowledge import Outcome
from knowledge.classifier import Sample
from knowledge.encoder import DIMENSIONS, PACKAGE, load_encoder
from knowledge.index import Document
from knowledge.samples import short_samples
from knowledge.search import Searcher
from knowledge.semantic import Networks, SemanticClassifier, blend, digest_of
from knowledge.semantic_training import embed, learn
from tests.knowledge.encoders import ConceptEncoder

SAMPLES = [
    Sample("pursuit", "chase over the border"),
    Sample("pursuit", "hot pursuit"),
    Sample("~weather", "will it rain"),
    Sample("~weather", "sun tomorrow"),
    Sample("vehicle", "a car was found"),
    Sample("vehicle", "whose vehicle is it"),
]


def network(samples: list[Sample] = SAMPLES) -> Networks:
    """Return the network learned from samples."""
    encoder = ConceptEncoder()
    return learn(samples, {sample.text: encoder.encode(sample.text) for sample in samples})


def test_a_meaning_is_known_by_words_that_were_never_learned() -> None:
    scores = SemanticClassifier(network(), ConceptEncoder()).scores("may we follow them")
    assert max(scores, key=lambda label: scores[label]) == "pursuit"
    assert sum(map(math.exp, scores.values())) == pytest.approx(1)


def test_the_order_of_the_samples_does_not_matter() -> None:
    vector = ConceptEncoder().encode("may we follow them")
    assert np.array_equal(network().likelihoods(vector), network(SAMPLES[::-1]).likelihoods(vector))


def test_a_stored_network_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / "network.npz"
    learned = network()
    learned.save(path)
    stored = Networks.load(path)
    assert stored is not None
    assert (stored.labels, stored.digest) == (learned.labels, learned.digest)
    vector = ConceptEncoder().encode("may we follow them")
    assert np.allclose(stored.likelihoods(vector), learned.likelihoods(vector), atol=0.05)


def test_there_is_no_network_without_a_file(tmp_path: Path) -> None:
    assert Networks.load(tmp_path / "gone.npz") is None


def test_the_digest_changes_with_the_texts_and_not_with_their_order() -> None:
    assert digest_of(SAMPLES) == digest_of(SAMPLES[::-1])
    assert digest_of(SAMPLES) != digest_of(SAMPLES[1:])


def test_only_new_texts_are_embedded() -> None:
    encoder = ConceptEncoder()
    known = {"a car": np.zeros(DIMENSIONS, dtype=np.float32)}
    done: list[None] = []
    vectors = embed(["a car", "rain"], encoder, known, lambda: done.append(None))
    assert (encoder.texts, set(vectors), len(done)) == (["rain"], {"a car", "rain"}, 2)


def test_two_opinions_are_added_and_the_best_is_zero() -> None:
    mixed = blend({"a": 0.0, "b": -1.0}, {"a": -4.0, "b": 0.0}, 0.5)
    assert mixed == {"a": -1.0, "b": 0.0}


def test_a_class_that_meanings_do_not_know_is_neither_lifted_nor_lowered() -> None:
    mixed = blend({"a": 0.0, "b": 0.0, "new": 0.0}, {"a": 0.0, "b": -2.0, "c": -1.0}, 1.0)
    assert mixed["b"] < mixed["new"] < mixed["a"]


def test_a_question_in_other_words_finds_its_article_by_meaning_alone() -> None:
    articles = [
        Document("pursuit", "en", "Hot pursuit", ("chase over the border", "follow over the frontier")),
        Document("vehicle", "en", "Found things", ("a car was found", "whose vehicle is it")),
    ]
    topics = [Document("weather", "en", phrases=("will it rain", "sun tomorrow"))]
    encoder = ConceptEncoder()
    samples = list(short_samples(articles, topics))
    learned = learn(samples, {sample.text: encoder.encode(sample.text) for sample in samples})
    question = "they hunt whom"
    plain = Searcher.build(articles, topics).search(question)
    meant = Searcher.build(articles, topics, SemanticClassifier(learned, encoder)).search(question)
    assert (plain.hits[0].article_id, meant.hits[0].article_id) == ("vehicle", "pursuit")


def test_a_sure_answer_is_not_asked_again() -> None:
    articles = [
        Document("pursuit", "en", "Hot pursuit of fugitives", ("may officers chase fugitives over borders",)),
        Document("vehicle", "en", "Tracing stolen cars", ("stolen car database",)),
    ]
    encoder = ConceptEncoder()
    searcher = Searcher.build(articles, (), SemanticClassifier(network(), encoder))
    assert searcher.search("may officers chase fugitives over borders").outcome is Outcome.ANSWER
    assert encoder.texts == []


@pytest.mark.skipif(load_encoder() is None, reason=f"{PACKAGE} is not installed")
def test_the_real_encoder_holds_a_translation_for_nearer_than_another_subject() -> None:
    encoder = load_encoder()
    assert encoder is not None
    english, hungarian, other = map(encoder.encode, ("stolen car", "ellopott autó", "birthday cake"))
    assert english @ hungarian > english @ other
    assert english.shape == (DIMENSIONS,)
    assert np.isclose(np.linalg.norm(english), 1, atol=0.01)
