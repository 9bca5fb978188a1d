"""A question taken apart: its tokens, how much each tells, and the terms of the index that it may stand for."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.folding import WORD, skeleton, tokenise
from knowledge.index import FUNCTION_WORD_WEIGHT, Index
from knowledge.terms import is_prefix, prefixes

# Equal first letters are weaker evidence than the whole word, the more so the more letters follow: "intercept" is not
# "international". Words longer than `LONG` are expected to share the longer beginning.
LONG = 8
PREFIX_STRENGTH = 0.7
LONG_PREFIX_STRENGTH = 0.8
PARTIAL_PREFIX_STRENGTH = 0.4
CORRECTION_STRENGTH = 0.9
# An unknown fragment or number says little about the subject: it is an age, a day, an initial.
FRAGMENT_LENGTH = 2
UNKNOWN_FRAGMENT_WEIGHT = 0.5
# Distinct words to which a question is read, and that are corrected: they bound the time per question.
MAX_TOKENS = 60
MAX_CORRECTED = 15
# Characters that are read of a text for its meaning: four thousand would take the encoder five seconds.
MAX_MEANT = 600


@dataclass(frozen=True)
class QueryToken:
    """A word of the question.

    Attributes:
        text: as typed, in lower case.
        key: its skeleton.
        weight: how much it tells, as rarity; damped for function words.
        terms: strength (0-1) by term of the index; empty when no document has anything like it.
        is_function_word: in the language of the question.
    """

    text: str
    key: str
    weight: float
    terms: Mapping[str, float]
    is_function_word: bool

    @property
    def is_informative(self) -> bool:
        """Whether the word can tell one subject from another; a single letter cannot."""
        return not self.is_function_word and self.weight > UNKNOWN_FRAGMENT_WEIGHT and len(self.key) > 1


def analyse(query: str, index: Index, locale: str | None) -> list[QueryToken]:
    """Return the distinct tokens of the question in order, at most `MAX_TOKENS`.

    Args:
        query: as typed.
        index: decides what is known and what is corrected.
        locale: language of the question if known, for its function words.
    """
    texts: dict[str, str] = {}
    for text in tokenise(query):
        texts.setdefault(skeleton(text), text)
    keys = list(itertools.islice(filter(None, texts), MAX_TOKENS))
    function_words = {key for key in keys if index.is_function_word(key, locale)}
    unknown = (key for key in keys if not (key in index or key in function_words or key.isdigit()))
    corrected = set(itertools.islice(unknown, MAX_CORRECTED))
    return [
        _token(
            texts[key],
            key,
            _terms(key, index, corrects=key in corrected),
            index,
            is_function_word=key in function_words,
        )
        for key in keys
    ]


def beginning(query: str) -> str:
    """Return as much of a text as is read for its meaning: `MAX_TOKENS` words of `MAX_MEANT` characters at most."""
    beyond = next(itertools.islice(WORD.finditer(query), MAX_TOKENS, None), None)
    return query[: beyond.start() if beyond else None][:MAX_MEANT]


def total_weight(tokens: Iterable[QueryToken]) -> float:
    """Return the weight of all tokens, never 0."""
    return sum(token.weight for token in tokens) or 1.0


def _token(text: str, key: str, terms: Mapping[str, float], index: Index, *, is_function_word: bool) -> QueryToken:
    if is_function_word:
        terms = {term: strength for term, strength in terms.items() if not is_prefix(term)}
    weight = _weight(key, terms, index) * (FUNCTION_WORD_WEIGHT if is_function_word else 1)
    return QueryToken(text, key, weight, terms, is_function_word)


def _terms(key: str, index: Index, *, corrects: bool) -> dict[str, float]:
    """Return the strength of the word itself, of its first letters and, if wanted, of the words most like it."""
    candidates = _readings(key, 1.0)
    for word, similarity in index.corrections(key) if corrects else ():
        candidates += _readings(word, CORRECTION_STRENGTH * similarity**2)
    # the strongest reading of a term comes last and stays
    return {term: strength for term, strength in sorted(candidates, key=_strength) if term in index}


def _readings(key: str, strength: float) -> list[tuple[str, float]]:
    """Return a word and its first letters with the strength of each."""
    short, *long = prefixes(key)
    if len(key) <= LONG:
        return [(key, strength), (short, strength * PREFIX_STRENGTH)]
    beginnings = [
        (short, strength * PARTIAL_PREFIX_STRENGTH),
        *((term, strength * LONG_PREFIX_STRENGTH) for term in long),
    ]
    return [(key, strength), *beginnings]


def _strength(candidate: tuple[str, float]) -> float:
    return candidate[1]


def _weight(key: str, terms: Iterable[str], index: Index) -> float:
    known = max(map(index.rarity, terms), default=None)
    if known is not None:
        return known
    return UNKNOWN_FRAGMENT_WEIGHT if len(key) <= FRAGMENT_LENGTH or key.isdigit() else index.unknown_rarity
