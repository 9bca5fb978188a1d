"""When to answer, when to ask "did you mean", and when to say that nothing was found.

A wrong procedure is worse than none. So no single number decides: a confidence is drawn from several signals, and some
signals can forbid an answer by themselves. All weights and thresholds of the decision stand here; they come from
`python -m tests.benchmarks search --calibrate`, to be run again when the articles or their phrases have changed much.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.query import MAX_TOKENS, QueryToken
from knowledge.ranking import Candidate, Ranking, total_weight

# A lead beyond this says no more.
MAX_LEAD = 6.0

# Answered by words alone from here on: comparing meanings takes long, and changes one in fifty of these.
SURE = 0.97
# Below this the right article is rarely among the three that would be offered.
SUGGEST_CONFIDENCE = 0.25
# Two articles this close are both offered, however sure it is that one of them answers: twins.
MIN_MARGIN = 0.1
# A question that is a phrase of the first article almost word for word is about that article; another may be as near as
# this, but not a twin.
SAME_PHRASE = 0.85
SAME_PHRASE_MARGIN = 0.05
# Below this share of the question's weight the rest of it is about something else.
MIN_COVERAGE = 0.2
# What answers has a title or a phrase that touches the question; words scattered in a body do not make a subject.
MIN_PHRASE = 0.15
# One word at least must be in the article as it is, by its first letters, or with one slip in seven letters:
# corrections of shorter words turn weather (погода) into pursuit (погоня).
MIN_STRENGTH = 0.65


# Score of a topic out of scope, as a multiple of the first article's. A topic has no title and no body to score with,
# so equal scores mean that the question is nearer to it. Where the first article is the right one it stays below 0.9
# in 99 % of the test questions and below 1 in 96 % of held-out phrases; it is above 1.3 in 90 % of the questions on
# neighbouring matters. In between both happen: there nothing is answered. (Measured with 12 articles; with 75, 1.0
# loses none of the test questions.)
RIVAL_WINS = 1.0
RIVAL_DOUBTS = 0.8
# What the classifier holds for a topic rather than for the first article: 1 of 1,000 questions whose right article is
# first, and 73 of 100 out of scope.
MIN_TOPIC_LEAD = 0.0

CONFIDENCE = "confidence"


@dataclass(frozen=True)
class Calibration:
    """Logistic weights of the signals, and the confidence that an answer needs.

    Fitted on labelled questions, those out of scope counted three times, each stage by itself: with the semantic stage
    the same lead is worth more. A margin between scores says little beside the lead, hence its small weight.
    """

    coverage: float
    phrase: float
    margin: float
    evidence: float
    lead: float
    bias: float
    answer: float


# From here on about 2 % are answered wrongly, on lines that chose nothing (docs/benchmarks.md).
LEXICAL = Calibration(coverage=0.63, phrase=0.63, margin=-0.36, evidence=1.96, lead=1.03, bias=-2.91, answer=0.8)
SEMANTIC = Calibration(coverage=0.63, phrase=0.63, margin=-0.36, evidence=1.96, lead=1.03, bias=-2.91, answer=0.8)


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
        rival: score by words of the nearest topic out of scope, as a multiple of the first article's; 0 without one.
        strength: how strongly (0-1) the surest of the informative words matched the article.
        evidence: covered weight, counted in words of the rarest kind: 3 = three such words.
        tokens: number of distinct words.
        informative: number of words that can tell one subject from another.
        lead: how much likelier the classifier holds the first article than the next subject, as a logarithm;
            negative where it holds another likelier; at most `MAX_LEAD` either way.
        topic_lead: the same over the topics out of scope alone.
        calibration: of the stages that the signals come from.
    """

    coverage: float
    phrase: float
    margin: float
    rival: float
    strength: float
    evidence: float
    tokens: int
    informative: int
    lead: float = 0.0
    topic_lead: float = MAX_LEAD
    calibration: Calibration = LEXICAL

    @property
    def confidence(self) -> float:
        """Probability (0-1) that the first article is the right answer."""
        weights = self.calibration
        total = (
            weights.coverage * self.coverage
            + weights.phrase * self.phrase
            + weights.margin * self.margin
            + weights.evidence * math.log1p(self.evidence)
            + weights.lead * self.lead
            + weights.bias
        )
        return 1 / (1 + math.exp(-total))

    def __str__(self) -> str:
        """Return one line of plain English."""
        numbers = f"coverage {self.coverage:.2f}, phrase {self.phrase:.2f}, margin {self.margin:.2f}"
        return f"{numbers}, evidence {self.evidence:.2f} words, lead {self.lead:+.1f}; confidence {self.confidence:.2f}"


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
    calibration: Calibration = LEXICAL,
) -> Signals:
    """Return the signals for the first of the articles, which may be none.

    Args:
        ranking: of the question.
        tokens: of the question.
        strength: of the surest match of an informative word in the first article.
        unknown_rarity: weight of a word of the rarest kind.
        calibration: of the stages that ranked.
    """
    informative = sum(token.is_informative for token in tokens)
    if not ranking.articles:
        return Signals(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, len(tokens), informative)
    first, *others = ranking.articles
    return Signals(
        coverage=first.coverage,
        phrase=first.phrase,
        margin=1 - others[0].score / first.score if others else 1.0,
        rival=max((topic.words for topic in ranking.out_of_scope), default=0.0) / (first.words or 1.0),
        strength=strength,
        evidence=first.coverage * total_weight(tokens) / unknown_rarity,
        tokens=len(tokens),
        informative=informative,
        lead=_lead(first, (*others, *ranking.out_of_scope)),
        topic_lead=_lead(first, ranking.out_of_scope),
        calibration=calibration,
    )


def _lead(first: Candidate, rivals: Iterable[Candidate]) -> float:
    """Return how much likelier the first article is than the likeliest of its rivals."""
    lead = first.subject - max((rival.subject for rival in rivals), default=first.subject - MAX_LEAD)
    return max(-MAX_LEAD, min(MAX_LEAD, lead))


def check(signals: Signals) -> tuple[Check, ...]:
    """Return all conditions, first those for offering anything at all, then those for answering."""
    margin = SAME_PHRASE_MARGIN if signals.phrase >= SAME_PHRASE else MIN_MARGIN
    return (
        Check("informative words", signals.informative, 1, Outcome.SUGGEST),
        Check("surest match", signals.strength, MIN_STRENGTH, Outcome.SUGGEST),
        Check(CONFIDENCE, signals.confidence, SUGGEST_CONFIDENCE, Outcome.SUGGEST),
        Check("topic out of scope", signals.rival, RIVAL_WINS, Outcome.SUGGEST, is_limit=True),
        Check("lead over topics out of scope", signals.topic_lead, MIN_TOPIC_LEAD, Outcome.SUGGEST),
        Check("topic out of scope", signals.rival, RIVAL_DOUBTS, Outcome.ANSWER, is_limit=True),
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
