"""Which articles a question is about: BM25F over the index, then comparison with each title and phrase as a whole."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from knowledge.index import FUNCTION_WORD_WEIGHT, TOPIC_MARK, Index
from knowledge.language import language_of
from knowledge.postings import Floats
from knowledge.query import QueryToken

# How much the classifier's opinion counts: an article that it holds e times less likely has its score times e^-0.4.
SUBJECT_WEIGHT = 0.4
# Subjects that are compared though the question may share no word with them, the likeliest first.
MAX_SUBJECTS = 8
# What an article without any of the question's words starts from, so that its subject alone can lift it.
WORDLESS = 0.05
# A phrase that is nearly the question lifts its article above one that has the same words scattered in its body.
PHRASE_WEIGHT = 0.3
# A version in another language than the question's: the words may be false friends.
OTHER_LOCALE = 0.9
# The same when the language is unclear and only the asker's setting speaks.
OTHER_SETTING = 0.97
NO_OPINION: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Candidate:
    """An article that may answer, or a topic out of scope that the question may be about, by its best language version.

    Attributes:
        article_id: the article, or the topic.
        locale: of the version.
        place: of the version in the index.
        score: what articles are ranked by; comparable within one question only.
        words: the score by words alone, without the classifier's opinion.
        coverage: share (0-1) of the question's weight that the version covers.
        phrase: likeness (0-1) of the question to the nearest title or phrase.
        subject: the classifier's opinion, the logarithm of the likelihood beside the likeliest class, 0 or less.
    """

    article_id: str
    locale: str
    place: int
    score: float
    coverage: float
    phrase: float
    subject: float = 0.0
    words: float = 0.0


@dataclass(frozen=True)
class Ranking:
    """What a question may be about.

    Attributes:
        articles: best first, each once.
        out_of_scope: topics that no article covers, likewise; their `words` compare with those of the articles.
    """

    articles: tuple[Candidate, ...]
    out_of_scope: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Preference:
    """The language that a hit is preferred in.

    Attributes:
        locale: None for no preference.
        is_sure: whether the question itself is in it, or only the asker's setting.
    """

    locale: str | None
    is_sure: bool

    def weight(self, locale: str) -> float:
        """Return the factor (0-1) for a version in a language; both scripts of a language count as one."""
        if self.locale is None or language_of(locale) == language_of(self.locale):
            return 1.0
        return OTHER_LOCALE if self.is_sure else OTHER_SETTING


def rank(
    tokens: Sequence[QueryToken], index: Index, preference: Preference, subjects: Mapping[str, float] = NO_OPINION
) -> Ranking:
    """Return the articles and the topics out of scope that have any of the tokens.

    Args:
        tokens: of the question.
        index: what is searched.
        preference: the language that a hit is preferred in.
        subjects: the classifier's opinion by `knowledge.index.subject_of`; what it does not name counts as likeliest.
    """
    mass = total_weight(tokens)
    found = _match(tokens, index)
    phrases = likeness(found.common, mass, index)
    favour = np.array([preference.weight(locale) for locale in index.locales], np.float32)[index.locale_of_place]
    opinions = np.array([subjects.get(subject, 0.0) for subject in index.subjects], np.float32)[index.subject_of_place]
    words = (found.scores / mass + PHRASE_WEIGHT * phrases) * favour
    lifted = (words + WORDLESS) * np.exp(SUBJECT_WEIGHT * opinions)
    wordless = np.flatnonzero(found.scores <= 0)
    lifted[wordless] *= np.isin(wordless, list(_likeliest(subjects, index)))

    def candidate(place: int) -> Candidate:
        document = index.documents[place]
        return Candidate(
            article_id=document.article_id,
            locale=document.locale,
            place=place,
            score=float(lifted[place]),
            coverage=float(found.covered[place]) / mass,
            phrase=float(phrases[place]),
            subject=float(opinions[place]),
            words=float(words[place]) if found.scores[place] > 0 else 0.0,
        )

    best = [candidate(place) for place in _best(lifted, index)]
    return Ranking(
        tuple(each for each in best if index.is_in_scope(each.place)),
        tuple(each for each in best if not index.is_in_scope(each.place)),
    )


def _best(scores: Floats, index: Index) -> Sequence[int]:
    """Return the best place of each subject, the best first, of those that have a score."""
    order = np.argsort(-scores, kind="stable")[: np.count_nonzero(scores)]
    _, firsts = np.unique(index.subject_of_place[order], return_index=True)
    places: list[int] = order[np.sort(firsts)].tolist()
    return places


@dataclass(frozen=True)
class _Matches:
    """What the tokens of a question found.

    Attributes:
        scores: what they add up to in each document.
        covered: weight of the tokens that each document has.
        common: the same for each short text.
    """

    scores: Floats
    covered: Floats
    common: Floats


def _match(tokens: Sequence[QueryToken], index: Index) -> _Matches:
    """Look the tokens up, each by its best reading in each document and text."""
    scores = np.zeros(len(index.documents), dtype=np.float32)
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
    return _Matches(scores, covered, common)


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


def _likeliest(subjects: Mapping[str, float], index: Index) -> Iterator[int]:
    """Yield the documents of the likeliest subjects; none while no subject is likelier than another."""
    if len(set(subjects.values())) > 1:
        for label in heapq.nlargest(MAX_SUBJECTS, subjects, key=subjects.__getitem__):
            yield from index.versions(label.removeprefix(TOPIC_MARK), in_scope=not label.startswith(TOPIC_MARK))


def total_weight(tokens: Sequence[QueryToken]) -> float:
    """Return the weight of all tokens, never 0."""
    return sum(token.weight for token in tokens) or 1.0
