"""Answer, offer, or nothing."""

import dataclasses

import pytest

from knowledge.decision import Outcome, Signals, check, decide, weigh
from knowledge.ranking import Candidate, Ranking

SURE = Signals(coverage=0.9, phrase=0.8, margin=0.7, strength=1.0, evidence=2.0, tokens=4, informative=3, lead=3.0)


def outcome(**changed: float) -> Outcome:
    """Decide on sure signals with some of them changed."""
    return decide(check(dataclasses.replace(SURE, **changed)))  # type: ignore[arg-type]  # int fields take whole floats


def scored(score: float) -> Candidate:
    """Return a candidate that differs from others in nothing else."""
    return Candidate("a", "en", 0, score, 1.0, 0.0, words=score)


def test_sure_signals_answer() -> None:
    """Everything speaks for it."""
    assert outcome() is Outcome.ANSWER


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"margin": 0.0}, id="two articles are as good"),
        pytest.param({"phrase": 0.05}, id="only the body has the words"),
        pytest.param({"coverage": 0.05}, id="most of the question is about something else"),
        pytest.param({"tokens": 60}, id="a page of text"),
    ],
)
def test_one_doubt_is_enough_to_offer_instead_of_answering(changed: dict[str, float]) -> None:
    """However high the confidence."""
    assert outcome(**changed) is Outcome.SUGGEST


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"informative": 0}, id="only function words"),
        pytest.param({"strength": 0.5}, id="only doubtful corrections"),
        pytest.param({"topic_lead": -0.5}, id="a topic out of scope is likelier"),
        pytest.param({"coverage": 0.1, "phrase": 0.1, "evidence": 0.2, "lead": 0.0}, id="hardly a word fits"),
    ],
)
def test_without_evidence_nothing_is_offered(changed: dict[str, float]) -> None:
    """Silence is better than a guess."""
    assert outcome(**changed) is Outcome.NONE


@pytest.mark.parametrize("signal", ["coverage", "evidence", "lead"])
def test_confidence_grows_with_every_signal(signal: str) -> None:
    """Likeness to a phrase and margin are conditions of their own."""
    less = dataclasses.replace(SURE, **{signal: getattr(SURE, signal) / 2})
    assert less.confidence < SURE.confidence < 1


def test_the_margin_is_how_far_the_second_is_behind() -> None:
    """As a share of the first's score."""
    assert weigh(Ranking((scored(2.0), scored(0.5))), [], 1.0, 1.0).margin == 0.75


def test_a_single_candidate_has_the_whole_margin() -> None:
    """There is nothing to confuse it with."""
    assert weigh(Ranking((scored(2.0),)), [], 1.0, 1.0).margin == 1


def test_without_candidates_nothing_is_found() -> None:
    """The signals are all zero then."""
    assert decide(check(weigh(Ranking((), (scored(1.0),)), [], 0.0, 1.0))) is Outcome.NONE


def test_a_failed_condition_says_so() -> None:
    """It is read by curators at a terminal."""
    lines = [str(each) for each in check(dataclasses.replace(SURE, margin=0.0)) if not each.passed]
    assert len(lines) == 1
    assert "margin to the second 0.00" in lines[0]
    assert lines[0].endswith("failed")


def test_a_question_that_is_a_phrase_is_answered_unless_another_article_is_a_twin() -> None:
    """No phrase stands under two articles."""
    assert outcome(phrase=0.95, margin=0.06) is Outcome.ANSWER
    assert outcome(phrase=0.95, margin=0.0) is Outcome.SUGGEST
