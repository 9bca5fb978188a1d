"""What a question is about, learned from how people ask."""

import pytest

from knowledge.classifier import Sample, pieces
from knowledge.classifier_training import train

SAMPLES = [
    Sample("kite", "flying a kite in the wind"),
    Sample("kite", "пуштање змаја по ветру"),
    Sample("boat", "rowing a boat on the lake"),
    Sample("boat", "веслање чамцем по језеру"),
    Sample("boat", "A long text about boats, lakes, oars and weather.", 0.25),
]


def likeliest(text: str, samples: list[Sample] = SAMPLES) -> str:
    """Return the class that a text belongs to."""
    scores = train(samples).scores(text)
    return max(scores, key=lambda label: scores[label])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the kites fly", "kite"),
        ("kiet flyng", "kite"),
        ("zmaja pustiti", "kite"),
        ("row over lakes", "boat"),
        ("čamac na jezeru", "boat"),
    ],
)
def test_a_text_is_known_by_words_and_pieces_of_words(text: str, label: str) -> None:
    assert likeliest(text) == label


def test_the_likeliest_class_has_zero_and_the_others_less() -> None:
    scores = train(SAMPLES).scores("kite")
    assert scores["kite"] == 0
    assert scores["boat"] < 0


@pytest.mark.parametrize("text", ["", "?!", "999"])
def test_a_text_without_known_pieces_says_nothing(text: str) -> None:
    assert set(train(SAMPLES).scores(text).values()) == {0.0}


def test_pieces_are_the_word_its_parts_and_its_neighbour() -> None:
    assert list(pieces("ab a")) == ["=ab", "^a", "ab", "b$", "^ab", "ab$", "^ab$", "=a", "^a", "a$", "^a$", "ab a"]
