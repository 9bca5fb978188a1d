"""What the words of a question find: BM25F over the index, and comparison with each title and phrase as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.index import FUNCTION_WORD_WEIGHT, Index
from knowledge.postings import Floats
from knowledge.query import QueryToken, total_weight


@dataclass(frozen=True)
class Matches:
    """What the tokens of a question found, document by document.

    Attributes:
        mass: weight of the question, never 0.
        scores: what the tokens add up to.
        covered: weight of the tokens that a document has.
        phrases: likeness (0-1) of the question to the nearest title or phrase.
    """

    mass: float
    scores: Floats
    covered: Floats
    phrases: Floats


def match(tokens: Sequence[QueryToken], index: Index) -> Matches:
    """Look the tokens up, each by its best reading in each document and text."""
    mass = total_weight(tokens)
    scores = np.zeros(len(index), dtype=np.float32)
    covered, common = np.zeros_like(scores), np.zeros_like(index.short_texts.masses)
    for token in tokens:
        worths, strengths, shared = np.zeros_like(scores), np.zeros_like(scores), np.zeros_like(common)
        damping = FUNCTION_WORD_WEIGHT if token.is_function_word else 1.0
        for term, strength in token.terms.items():
            places, weights = index.entries(term)
            worth = index.rarity(term) * strength * damping * weights
            better = worth > worths[places]
            worths[places[better]] = worth[better]
            strengths[places[better]] = strength
            texts, owned = index.text_entries(term)
            shared[texts] = np.maximum(shared[texts], strength * np.minimum(token.weight, owned))
        scores += worths
        covered += np.minimum(worths, strengths * token.weight)
        common += shared
    return Matches(mass, scores, covered, likeness(common, mass, index))


def likeness(common: Floats, mass: float, index: Index) -> Floats:
    """Return how alike (0-1) a question and each document's nearest text are: common weight over the weight of both.

    Args:
        common: weight that the question shares with each text (Dice).
        mass: weight of the question.
        index: holds the texts.
    """
    texts = index.short_texts
    if not len(texts.masses):
        return np.zeros(0, dtype=np.float32)
    alike: Floats = np.maximum.reduceat(2 * common / (mass + texts.masses), texts.starts)
    return np.minimum(alike, 1.0)
