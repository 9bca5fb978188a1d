"""Measuring the search, and the floors that it keeps on the development questions."""

import json
from pathlib import Path

import pytest

from bot.settings import cache_folder
from knowledge import KnowledgeBase
from knowledge.article import FindingsError
from knowledge.encoder import load_encoder
from knowledge.evaluation import Case, Question, ask, calibration_error, figures, misses, read_questions, report
from knowledge.index import Document
from knowledge.index_cache import read_or_learn
from knowledge.search import Searcher

DATA = Path(__file__).parent.parent / "data"
SEARCHER = Searcher.build(
    [
        Document("kite", "en", "Flying kites", ("may I fly a kite in strong wind", "kite string broken")),
        Document("boat", "en", "Rowing boats", ("may I row a boat on the lake at night", "boat oar lost")),
    ],
    [Document("weather", "en", phrases=("will it rain tomorrow", "weather forecast"))],
)


def cases(*asked: tuple[str, str | None]) -> list[Case]:
    """Ask questions with the article that answers each."""
    return list(ask(SEARCHER, [Question(q=text, lang="en", topic=topic, kind="plain") for text, topic in asked]))


def test_shares_are_of_the_questions_asked() -> None:
    found = figures(cases(("may I fly a kite in strong wind", "kite"), ("may I fly a kite in strong wind", "boat")))
    assert (found.questions, found.top1, found.top3, found.right, found.wrong) == (2, 0.5, 1.0, 0.5, 0.5)
    assert found.mrr == 0.75


def test_nothing_found_is_right_where_nothing_answers() -> None:
    found = figures(cases(("will it rain tomorrow", None)))
    assert (found.right, found.wrong, found.offered) == (1.0, 0.0, 0.0)


def test_groups_are_languages_kinds_both_and_all() -> None:
    made = report(cases(("kite string broken", "kite"), ("will it rain tomorrow", None)))
    assert list(made.inside) == list(made.outside) == ["en", "plain", "en plain", "all"]


def test_a_miss_names_outcome_expectation_and_question() -> None:
    (line,) = misses(cases(("may I fly a kite in strong wind", "boat")))
    assert "expected boat, found kite" in line
    assert line.endswith("en plain: may I fly a kite in strong wind")


def test_the_calibration_error_is_the_distance_of_confidence_and_success() -> None:
    (case,) = cases(("may I fly a kite in strong wind", "kite"))
    assert calibration_error([case]) == pytest.approx(1 - case.confidence, abs=1e-3)


def test_a_malformed_line_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text(json.dumps({"q": "one", "lang": "en", "topic": None}) + '\n{"q": 1}\n', encoding="utf-8")
    with pytest.raises(FindingsError) as raised:
        read_questions(path)
    assert str(raised.value.findings[0]).startswith(f"{path}:2: ")


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    """The development questions: no phrase was written by their authors, and nobody who wrote phrases has seen them."""
    return read_questions(DATA / "development")


@pytest.fixture(scope="module")
def by_words(knowledge: KnowledgeBase, questions: list[Question]) -> list[Case]:
    """The development questions, asked of the words alone: what every machine can do."""
    learned = read_or_learn(knowledge.documents(), knowledge.topics(), cache_folder())
    return list(ask(Searcher(learned), questions))


def test_words_alone_keep_their_floors(by_words: list[Case]) -> None:
    """A little below what docs/benchmarks.md has."""
    made = report(by_words)
    assert made.inside["all"].right >= 0.93
    assert made.inside["all"].top3 >= 0.99
    assert made.inside["all"].wrong <= 0.01
    assert made.outside["all"].wrong <= 0.02


def test_no_language_is_left_behind(by_words: list[Case]) -> None:
    made = report(by_words)
    languages = {case.question.lang for case in by_words}
    assert {name: row.top1 for name, row in made.inside.items() if name in languages and row.top1 < 0.97} == {}


@pytest.mark.skipif(load_encoder() is None, reason="the encoder is not installed")
@pytest.mark.parametrize("folder", ["development", "exam"])
def test_meanings_lift_the_floors(knowledge: KnowledgeBase, folder: str) -> None:
    """For every fifth of the development questions, because each takes a while: 2 in 100 are eight questions."""
    questions = read_questions(DATA / folder)[:: 5 if folder == "development" else 1]
    made = report(list(ask(knowledge.searcher, questions)))
    assert made.inside["all"].right >= 0.975
    assert made.inside["all"].top3 >= 0.99
    assert made.inside["all"].wrong <= 0.01
    assert made.outside["all"].wrong <= 0.02
