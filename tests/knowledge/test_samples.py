"""What the classifiers learn from: everything short, and of bodies more where phrases are few."""

from dataclasses import replace

import pytest

from knowledge.classifier import Sample
from knowledge.index import Document
from knowledge.samples import (
    BODY_SHARE,
    BODY_WEIGHT,
    ENOUGH_PHRASES,
    LEARNED_BLOCKS,
    short_samples,
    subject_samples,
)
from knowledge.search import Searcher

KITE = Document(
    "kite", "en", "Flying a kite", body=("A gale tears it. Wait for less wind!", "Oil the reel\nOr buy one.")
)
TOPIC = Document("weather", "en", phrases=("will it rain",))
PHRASES = tuple(f"kite question {number}" for number in range(ENOUGH_PHRASES))


def bodies(document: Document) -> list[Sample]:
    """Return what is learned from the document's body."""
    short = list(short_samples([document], []))
    return [sample for sample in subject_samples([document], []) if sample not in short]


def test_titles_and_phrases_are_learned_whole_articles_first() -> None:
    article = replace(KITE, phrases=("kite in a storm",))
    assert list(short_samples([article], [TOPIC])) == [
        Sample("kite", "Flying a kite"),
        Sample("kite", "kite in a storm"),
        Sample("~weather", "will it rain"),
    ]


def test_a_body_without_phrases_is_learned_sentence_by_sentence() -> None:
    assert [sample.text for sample in bodies(KITE)] == [
        "A gale tears it.",
        "Wait for less wind!",
        "Oil the reel",
        "Or buy one.",
    ]


@pytest.mark.parametrize("body", [("One.",), ("One. Two. Three.", "Four.")])
def test_sentences_say_together_the_same_however_many_there_are(body: tuple[str, ...]) -> None:
    assert sum(sample.weight for sample in bodies(replace(KITE, body=body))) == pytest.approx(BODY_SHARE)


def test_a_body_beside_enough_phrases_is_learned_by_its_first_blocks() -> None:
    blocks = tuple(f"Block {number}. It goes on." for number in range(LEARNED_BLOCKS + 1))
    article = replace(KITE, phrases=PHRASES, body=blocks)
    assert bodies(article) == [Sample("kite", text, BODY_WEIGHT) for text in blocks[:LEARNED_BLOCKS]]


def test_one_phrase_less_is_not_enough() -> None:
    assert len(bodies(replace(KITE, phrases=PHRASES[1:]))) > len(bodies(replace(KITE, phrases=PHRASES)))


@pytest.mark.parametrize("body", [(), ("",), (" \n ",)])
def test_a_document_without_a_body_is_learned_by_its_title(body: tuple[str, ...]) -> None:
    assert list(subject_samples([replace(KITE, body=body)], [])) == [Sample("kite", "Flying a kite")]


def test_two_words_of_a_body_outweigh_one_of_a_title_where_there_are_no_phrases() -> None:
    """A title is but one way to put it."""
    owner = Document("owner", "en", "Who makes kites?", body=("Kites are sold by the firm Gale. Nobody else owns it.",))
    user = Document(
        "user", "en", "Do kites use Gale?", body=("They fly in it. Strong wind is good. So are long tails.",)
    )
    others = [Document(name, "en", f"Are kites {name}?", body=(f"They are {name}.",)) for name in ("red", "big", "old")]
    hits = Searcher.build([user, owner, *others]).search("is a kite owned by Gale").hits
    assert hits[0].article_id == "owner"
