"""What a question is about, learned from how people ask."""

import pytest

from knowledge.classifier import Classifier, Sample, pieces

SAMPLES = [
    Sample("kite", "flying a kite in the wind"),
    Sample("kite", "пуштање змаја по ветру"),
    Sample("boat", "rowing a boat on the lake"),
    Sample("boat", "веслање чамцем по језеру"),
    Sample("boat", "A long text about boats, lakes, oars and weather.", 0.25),
]


def likeliest(text: str, samples: list[Sample] = SAMPLES) -> str:
    """Return the class that a text belongs to."""
    scores = Classifier.train(samples).scores(text)
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
    scores = Classifier.train(SAMPLES).scores("kite")
    assert scores["kite"] == 0
    assert scores["boat"] < 0


@pytest.mark.parametrize("text", ["", "?!", "999"])
def test_a_text_without_known_pieces_says_nothing(text: str) -> None:
    assert set(Classifier.train(SAMPLES).scores(text).values()) == {0.0}


def test_the_order_of_the_samples_does_not_matter() -> None:
    one, other = (Classifier.train(samples).scores("a boat in the wind") for samples in (SAMPLES, SAMPLES[::-1]))
    assert one == other


def test_a_lighter_sample_counts_less() -> None:
    heavy = [Sample("kite", "wind"), Sample("boat", "wind", 0.1)]
    assert likeliest("wind", heavy) == "kite"


def test_nothing_to_learn_from_knows_no_class() -> None:
    assert Classifier.train([]).scores("kite") == {}


def test_pieces_are_the_word_its_parts_and_its_neighbour() -> None:
    assert list(pieces("ab a")) == ["=ab", "^a", "ab", "b$", "^ab", "ab$", "^ab$", "=a", "^a", "a$", "^a$", "ab a"]
