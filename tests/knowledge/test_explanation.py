"""Why a search ended as it did, stage by stage."""

from dataclasses import replace

import numpy as np
import pytest

from knowledge.decision import SURE, Outcome, Signals
from knowledge.encoder import DIMENSIONS
from knowledge.explanation import on_meanings
from knowledge.index import Document
from knowledge.search import Searcher
from knowledge.semantic import Networks, SemanticClassifier
from tests.knowledge.encoders import ConceptEncoder

ARTICLES = [
    Document("pursuit", "en", "Hot pursuit of fugitives", ("may officers chase fugitives over borders",)),
    Document("vehicle", "en", "Tracing stolen cars", ("stolen car database", "whose vehicle is it")),
]
TOPICS = [Document("weather", "en", phrases=("will it rain",))]
SURE_QUESTION = "may officers chase fugitives over borders"
UNSURE_QUESTION = "they hunt whose car"
UNSURE = Signals(coverage=0.5, phrase=0.1, margin=0.5, strength=1.0, evidence=0.5, tokens=4, informative=2)


def network() -> Networks:
    """Return a network for which the first concept means pursuit and the second weather."""
    hidden, output = np.zeros((1, DIMENSIONS, 2), np.float32), np.zeros((1, 2, 3), np.float32)
    hidden[0, 0, 0] = hidden[0, 1, 1] = output[0, 0, 0] = output[0, 1, 2] = 1
    biases = np.zeros((1, 2), np.float32), np.zeros((1, 3), np.float32)
    return Networks(
        ("pursuit", "vehicle", "~weather"), np.zeros(DIMENSIONS, np.float32), (hidden, output), biases, "none"
    )


def lines(question: str, *, semantic: bool = True) -> list[str]:
    """Return the explanation of an English question."""
    meanings = SemanticClassifier(network(), ConceptEncoder()) if semantic else None
    return Searcher.build(ARTICLES, TOPICS, meanings).search(question, "en").explanation.lines()


def test_both_stages_show_subjects_articles_conditions_and_decision() -> None:
    found = lines(UNSURE_QUESTION)
    first, second = found.index("by words:"), found.index("by words and meanings:")
    for stage in (found[first:second], found[second:]):
        assert any(line.startswith("subject by words") for line in stage)
        assert any(line.startswith("article vehicle in en: score ") for line in stage)
        assert any(line.startswith("answer: confidence ") for line in stage)
        assert any(line.startswith("decision by words") for line in stage)
    assert not any(line.startswith("subject by meanings") for line in found[first:second])
    assert any(line.startswith("subject by meanings: pursuit ") for line in found[second:])


def test_the_last_decision_is_the_outcome() -> None:
    searcher = Searcher.build(ARTICLES, TOPICS, SemanticClassifier(network(), ConceptEncoder()))
    for question in (SURE_QUESTION, UNSURE_QUESTION, "rain", ""):
        result = searcher.search(question, "en")
        *_, last = (line for line in result.explanation.lines() if line.startswith("decision by"))
        assert last.endswith(f": {result.outcome}")


def test_between_the_stages_it_says_why_meanings_were_compared() -> None:
    found = lines(UNSURE_QUESTION)
    (place,) = (number for number, line in enumerate(found) if line.startswith("meanings: compared, as words are not"))
    assert found.index("by words:") < place < found.index("by words and meanings:")
    assert found[place].endswith(f"; read as {UNSURE_QUESTION!r}")


@pytest.mark.parametrize(
    ("question", "semantic", "why"),
    [
        pytest.param(SURE_QUESTION, True, "not compared, as words are sure", id="words are sure"),
        pytest.param("how", True, "not compared, as no word", id="nothing to compare"),
        pytest.param(UNSURE_QUESTION, False, "not on this machine", id="no encoder"),
    ],
)
def test_without_meanings_it_says_why(question: str, semantic: bool, why: str) -> None:
    found = lines(question, semantic=semantic)
    assert any(line.startswith(f"meanings: {why}") for line in found)
    assert "by words and meanings:" not in found


def test_how_sure_words_are_and_have_to_be_is_said() -> None:
    assert f"{UNSURE.confidence:.2f} by words, sure from {SURE:.2f}" in on_meanings(UNSURE, UNSURE_QUESTION)
    assert "no word" in on_meanings(replace(UNSURE, informative=0), UNSURE_QUESTION)


def test_a_text_with_several_questions_says_so() -> None:
    both = f"{SURE_QUESTION}? Is there a stolen car database?"
    result = Searcher.build(ARTICLES, TOPICS).search(both, "en")
    assert result.outcome is Outcome.SUGGEST
    assert result.explanation.lines()[-1] == "several questions in one text: 2 articles are offered"
