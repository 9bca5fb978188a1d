"""Why a search ended as it did: language, and by each stage the words, scores and conditions of its decision."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.decision import MIN_STRENGTH, SURE, Check, Outcome, Signals, Stage, decide, needs_meaning
from knowledge.index import Field, Index
from knowledge.language import Guess
from knowledge.query import QueryToken
from knowledge.ranking import Candidate, Ranking

SHOWN = 3
"""Articles and subjects that are named."""


@dataclass(frozen=True)
class TokenMatch:
    """What one word of the question matched in the first hit.

    Attributes:
        token: the word.
        term: the term that matched most strongly; None when none did. It begins with ^ for equal first letters.
        field: the first field that has it.
        strength: 0-1; 1 for the word itself, less for its first letters or for a correction.
    """

    token: QueryToken
    term: str | None = None
    field: Field | None = None
    strength: float = 0.0

    def __str__(self) -> str:
        """Return one line of plain English."""
        kind = "function word" if self.token.is_function_word else "word"
        head = f"{kind} {self.token.text!r} as {self.token.key!r}, weight {self.token.weight:.2f}: "
        if self.term is None:
            return head + ("not in the first hit" if self.token.terms else "found nowhere")
        return head + f"matched {self.term!r} in {self.field}, strength {self.strength:.2f}"


@dataclass(frozen=True)
class Judgement:
    """What one stage made of a question.

    Attributes:
        stage: words alone, or words and meanings.
        subjects: what the question is about by the opinion of the stage, as the logarithm of a likelihood.
        ranking: the articles and topics out of scope by words and that opinion.
        matches: every word of the question, in order, against the first article.
        signals: what the decision is drawn from.
        checks: its conditions, passed or failed.
    """

    stage: Stage
    subjects: Mapping[str, float]
    ranking: Ranking
    matches: tuple[TokenMatch, ...]
    signals: Signals
    checks: tuple[Check, ...]

    @property
    def outcome(self) -> Outcome:
        """What the stage would do."""
        return decide(self.checks)

    @property
    def has_known_word(self) -> bool:
        """Whether any informative word is one that a document has: nonsense is near to something too."""
        strengths = (match.token.terms.values() for match in self.matches if match.token.is_informative)
        return any(strength >= MIN_STRENGTH for some in strengths for strength in some)

    @property
    def rival(self) -> Candidate | None:
        """The topic out of scope that is nearest to the question by its words, if any is near."""
        return next((topic for topic in self.ranking.out_of_scope if topic.words), None)

    def lines(self) -> list[str]:
        """Return the judgement in plain English, one fact a line."""
        return [
            f"by {self.stage.name}:",
            *map(str, self.matches),
            f"subject by {self.stage.name}: {_likeliest(self.subjects)}",
            *([f"subject by meanings: {_likeliest(self.stage.meanings)}"] if self.stage.meanings else []),
            *map(_line, self.ranking.articles[:SHOWN]),
            *([f"out of scope: {self.rival.article_id}, score {self.rival.score:.2f}"] if self.rival else []),
            str(self.signals),
            *map(str, self.checks),
            f"decision by {self.stage.name}: {self.outcome}",
        ]


@dataclass(frozen=True)
class Explanation:
    """How a search came to its outcome.

    Attributes:
        guess: language of the question.
        judgements: of the stages that ran, of which the last decides; by words first.
        meanings: why meanings were, or were not, compared.
        answers: of a text with several questions, each of which another article answers, how many; else 0.
    """

    guess: Guess
    judgements: tuple[Judgement, ...]
    meanings: str
    answers: int = 0

    @property
    def signals(self) -> Signals:
        """What the decision was drawn from."""
        return self.judgements[-1].signals

    @property
    def checks(self) -> tuple[Check, ...]:
        """The conditions of the decision."""
        return self.judgements[-1].checks

    def lines(self) -> list[str]:
        """Return the explanation in plain English, one fact a line, for a terminal."""
        first, *others = (judgement.lines() for judgement in self.judgements)
        return [
            f"language: {self.guess.locale or 'unclear'} (margin {self.guess.margin:.2f} nats per n-gram)",
            *first,
            f"meanings: {self.meanings}",
            *(line for lines in others for line in lines),
            *([f"several questions in one text: {self.answers} articles are offered"] if self.answers else []),
        ]


def on_meanings(signals: Signals, meant: str | None) -> str:
    """Return why meanings are, or are not, compared after the words of a question.

    Args:
        signals: by words.
        meant: the question as it was read for its meaning; None where meanings cannot be compared on this machine.
    """
    if not signals.informative:
        return "not compared, as no word tells one subject from another"
    confidence = f"confidence {signals.confidence:.2f} by words, sure from {SURE:.2f} on"
    if not needs_meaning(signals):
        return f"not compared, as words are sure: {confidence}"
    if meant is None:
        return f"not on this machine: {confidence}"
    return f"compared, as words are not sure: {confidence}; read as {meant!r}"


def _likeliest(subjects: Mapping[str, float]) -> str:
    first = heapq.nlargest(SHOWN, subjects.items(), key=lambda subject: subject[1])
    return ", ".join(f"{label} {likelihood:.1f}" for label, likelihood in first) or "none"


def _line(article: Candidate) -> str:
    scores = f"score {article.score:.2f}, by words {article.words:.2f}, subject {article.subject:.1f}"
    likeness = f"coverage {article.coverage:.2f}, likeness to a phrase {article.phrase:.2f}"
    return f"article {article.article_id} in {article.locale}: {scores}, {likeness}"


def match_tokens(tokens: Sequence[QueryToken], index: Index, place: int | None) -> Iterator[TokenMatch]:
    """Yield what each token matched in one document; nothing matched when there is no document."""
    for token in tokens:
        found = [
            (strength, term, field)
            for term, strength in token.terms.items()
            if place is not None and (field := index.field(place, term))
        ]
        strength, term, field = max(found, default=(0.0, None, None))
        yield TokenMatch(token, term, field, strength)


def surest(matches: Iterable[TokenMatch]) -> float:
    """Return the strength (0-1) of the strongest match of an informative word; 0 when there is none."""
    return max((match.strength for match in matches if match.token.is_informative), default=0.0)
