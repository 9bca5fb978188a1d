"""When to answer, when to ask "did you mean", and when to say that nothing was found.

A wrong procedure is worse than none. So no single number decides: a confidence is drawn from several signals, and some
signals can forbid an answer by themselves. All weights and thresholds of the decision stand here; they come from
`python -m tests.benchmarks search --calibrate`, to be run again when the articles or their phrases have changed much.
"""

import math
import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.index import TOPIC_MARK
from knowledge.query import MAX_TOKENS, QueryToken, total_weight
from knowledge.ranking import Candidate, Ranking

# A lead beyond this says no more.
MAX_LEAD = 6.0
MAX_MEANING = 15.0

# Answered by words alone from here on: comparing meanings takes long, and changes one in fifty of these.
SURE = 0.95
# Two articles this close are both offered, however sure it is that one of them answers: twins.
MIN_MARGIN = 0.05
# A question that is a phrase of the first article almost word for word is about that article; another may be as near as
# this, but not a twin.
SAME_PHRASE = 0.85
SAME_PHRASE_MARGIN = 0.02
# Below this share of the question's weight the rest of it is about something else.
MIN_COVERAGE = 0.1
# What answers has a title or a phrase that touches the question; words scattered in a body do not make a subject.
MIN_PHRASE = 0.1
# One word at least must be in the article as it is, by its first letters, or with one slip in seven letters:
# corrections of shorter words turn weather (погода) into pursuit (погоня).
MIN_STRENGTH = 0.65
# What the classifier holds for a topic rather than for the first article: 1 of 1,000 questions whose right article is
# first, and 73 of 100 out of scope.
MIN_TOPIC_LEAD = 0.0

CONFIDENCE = "confidence"


@dataclass(frozen=True)
class Calibration:
    """How the signals of a stage make a confidence, and what that must be.

    Attributes:
        weights: logistic, of `Signals.features` in their order.
        bias: the constant beside them.
        answer: least confidence of an answer.
        suggest: below this the right article is rarely among the three that would be offered.
    """

    weights: tuple[float, ...]
    bias: float
    answer: float
    suggest: float


# `python -m tests.benchmarks search --calibrate` (and `--by-words`), fitted on the questions of development, fresh and
# strangers in tests/data.
LEXICAL = Calibration(weights=(0.04, 4.29, 0.54, 1.98, 7.86, 0.0), bias=-18.57, answer=0.85, suggest=0.03)
SEMANTIC = Calibration(weights=(2.48, 3.58, 0.39, 0.99, 5.61, 0.28), bias=-13.52, answer=0.65, suggest=0.15)


@dataclass(frozen=True)
class Stage:
    """What the signals come from.

    Attributes:
        calibration: of the stage.
        meanings: logarithm of the probability of each subject by what the question means; empty by words alone.
    """

    calibration: Calibration
    meanings: Mapping[str, float] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it goes by."""
        return "words and meanings" if self.meanings else "words"


WORDS = Stage(LEXICAL)


class Outcome(StrEnum):
    """What a search ends in."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    NONE = "none"


@dataclass(frozen=True)
class Signals:
    """What the decision is drawn from.

    Attributes:
        coverage: share (0-1) of the question's weight that the first article covers; words found nowhere count.
        phrase: likeness (0-1) of the question to the article's nearest title or phrase.
        margin: how far (0-1) the second article is behind the first; 1 without a second.
        strength: how strongly (0-1) the surest of the informative words matched the article.
        evidence: covered weight, counted in words of the rarest kind: 3 = three such words.
        tokens: number of distinct words.
        informative: number of words that can tell one subject from another.
        lead: how much likelier the classifier holds the first article than the next subject, as a logarithm;
            negative where it holds another likelier; at most `MAX_LEAD` either way.
        topic_lead: the same over the topics out of scope alone.
        meaning_lead: how much likelier the question means the first article than any topic out of scope; 0 by words.
        calibration: of the stage that the signals come from.
    """

    coverage: float
    phrase: float
    margin: float
    strength: float
    evidence: float
    tokens: int
    informative: int
    lead: float = 0.0
    topic_lead: float = MAX_LEAD
    meaning_lead: float = 0.0
    calibration: Calibration = LEXICAL

    @property
    def features(self) -> tuple[float, ...]:
        """What the confidence is drawn from."""
        evidence = math.log1p(self.evidence)
        return (self.coverage, evidence, self.lead, self.topic_lead, self.phrase, self.meaning_lead)

    @property
    def confidence(self) -> float:
        """Probability (0-1) that the first article is the right answer."""
        total = self.calibration.bias + sum(map(operator.mul, self.calibration.weights, self.features))
        return 1 / (1 + math.exp(-total))

    def __str__(self) -> str:
        """Return one line of plain English."""
        numbers = f"coverage {self.coverage:.2f}, phrase {self.phrase:.2f}, margin {self.margin:.2f}"
        leads = f"lead {self.lead:+.1f}, over topics {self.topic_lead:+.1f}, by meaning {self.meaning_lead:+.1f}"
        return f"{numbers}, evidence {self.evidence:.2f} words, {leads}; confidence {self.confidence:.2f}"


@dataclass(frozen=True)
class Check:
    """One condition of the decision.

    Attributes:
        name: what was looked at.
        value: what it was.
        cutoff: what it had to be: at least this, or at most where `is_limit`.
        needed_for: the outcome that is out of reach when the check fails.
        is_limit: whether the cutoff is the most allowed.
    """

    name: str
    value: float
    cutoff: float
    needed_for: Outcome
    is_limit: bool = False

    @property
    def passed(self) -> bool:
        """Whether the condition holds."""
        return self.value <= self.cutoff if self.is_limit else self.value >= self.cutoff

    def __str__(self) -> str:
        """Return one line of plain English."""
        verdict = "passed" if self.passed else "failed"
        bound = "at most" if self.is_limit else "at least"
        return f"{self.needed_for}: {self.name} {self.value:.2f}, {bound} {self.cutoff:.2f}: {verdict}"


def weigh(
    ranking: Ranking,
    tokens: Sequence[QueryToken],
    strength: float,
    unknown_rarity: float,
    stage: Stage = WORDS,
) -> Signals:
    """Return the signals for the first of the articles, which may be none.

    Args:
        ranking: of the question.
        tokens: of the question.
        strength: of the surest match of an informative word in the first article.
        unknown_rarity: weight of a word of the rarest kind.
        stage: that ranked.
    """
    informative = sum(token.is_informative for token in tokens)
    if not ranking.articles:
        return Signals(0.0, 0.0, 0.0, 0.0, 0.0, len(tokens), informative)
    first, *others = ranking.articles
    return Signals(
        coverage=first.coverage,
        phrase=first.phrase,
        margin=1 - others[0].score / first.score if others else 1.0,
        strength=strength,
        evidence=first.coverage * total_weight(tokens) / unknown_rarity,
        tokens=len(tokens),
        informative=informative,
        lead=_lead(first, (*others, *ranking.out_of_scope)),
        topic_lead=_lead(first, ranking.out_of_scope),
        meaning_lead=_meaning_lead(first.article_id, stage.meanings),
        calibration=stage.calibration,
    )


def _lead(first: Candidate, rivals: Iterable[Candidate]) -> float:
    """Return how much likelier the first article is than the likeliest of its rivals."""
    lead = first.subject - max((rival.subject for rival in rivals), default=first.subject - MAX_LEAD)
    return max(-MAX_LEAD, min(MAX_LEAD, lead))


def _meaning_lead(article_id: str, meanings: Mapping[str, float]) -> float:
    """Return how much likelier the question means an article than any topic out of scope; 0 where nothing is known."""
    topics = [value for label, value in meanings.items() if label.startswith(TOPIC_MARK)]
    if not topics or article_id not in meanings:
        return 0.0
    return max(-MAX_MEANING, min(MAX_MEANING, meanings[article_id] - max(topics)))


def check(signals: Signals) -> tuple[Check, ...]:
    """Return all conditions, first those for offering anything at all, then those for answering."""
    margin = SAME_PHRASE_MARGIN if signals.phrase >= SAME_PHRASE else MIN_MARGIN
    return (
        Check("informative words", signals.informative, 1, Outcome.SUGGEST),
        Check("surest match", signals.strength, MIN_STRENGTH, Outcome.SUGGEST),
        Check(CONFIDENCE, signals.confidence, signals.calibration.suggest, Outcome.SUGGEST),
        Check("lead over topics out of scope", signals.topic_lead, MIN_TOPIC_LEAD, Outcome.SUGGEST),
        Check(CONFIDENCE, signals.confidence, signals.calibration.answer, Outcome.ANSWER),
        Check("coverage", signals.coverage, MIN_COVERAGE, Outcome.ANSWER),
        Check("likeness to a phrase", signals.phrase, MIN_PHRASE, Outcome.ANSWER),
        Check("margin to the second", signals.margin, margin, Outcome.ANSWER),
        Check("different words", signals.tokens, MAX_TOKENS - 1, Outcome.ANSWER, is_limit=True),
    )


def needs_meaning(signals: Signals) -> bool:
    """Tell whether words leave it open what to do: neither sure of an answer, nor without a word to go by."""
    return signals.informative > 0 and signals.confidence < SURE


def decide(checks: Sequence[Check]) -> Outcome:
    """Return the best outcome that no failed check puts out of reach."""
    failed = {check.needed_for for check in checks if not check.passed}
    if Outcome.SUGGEST in failed:
        return Outcome.NONE
    return Outcome.SUGGEST if Outcome.ANSWER in failed else Outcome.ANSWER
