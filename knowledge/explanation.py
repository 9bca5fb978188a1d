"""Why a search ended as it did: language, words, what they matched, and the conditions of the decision."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.decision import Check, Signals
from knowledge.index import Field, Index
from knowledge.language import Guess
from knowledge.query import QueryToken
from knowledge.ranking import Candidate


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
class Explanation:
    """How a search came to its outcome.

    Attributes:
        guess: language of the question.
        matches: every word of the question, in order, against the first hit.
        signals: what the decision is drawn from.
        checks: its conditions, passed or failed.
        rival: the topic out of scope that is nearest to the question, if any is near.
    """

    guess: Guess
    matches: tuple[TokenMatch, ...]
    signals: Signals
    checks: tuple[Check, ...]
    rival: Candidate | None = None

    def lines(self) -> list[str]:
        """Return the explanation in plain English, one fact a line, for a terminal."""
        return [
            f"language: {self.guess.locale or 'unclear'} (margin {self.guess.margin:.2f} nats per n-gram)",
            *map(str, self.matches),
            *([f"out of scope: {self.rival.article_id}, score {self.rival.score:.2f}"] if self.rival else []),
            str(self.signals),
            *map(str, self.checks),
        ]


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
