"""Which articles a question is about: BM25F over the index, then comparison with each title and phrase as a whole."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from knowledge.index import FUNCTION_WORD_WEIGHT, Index, ShortTexts
from knowledge.language import language_of
from knowledge.query import QueryToken

# Documents of either kind that are compared phrase by phrase; the right one was never farther down.
MAX_COMPARED = 24
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
TOPIC_MARK = "~"
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
        subjects: the classifier's opinion by `subject_of`; what it does not name counts as likeliest.
    """
    mass = total_weight(tokens)
    scores: dict[int, float] = defaultdict(float)
    covered: dict[int, float] = defaultdict(float)
    for token in tokens:
        for place, (worth, strength) in contributions(token, index).items():
            scores[place] += worth
            covered[place] += min(worth, strength * token.weight)
    found = sorted(scores, key=lambda place: -scores[place] * preference.weight(index.documents[place].locale))

    def candidate(place: int) -> Candidate:
        document = index.documents[place]
        phrase = likeness(tokens, index.short_texts(place), mass)
        subject = subjects.get(subject_of(document.article_id, in_scope=index.is_in_scope(place)), 0.0)
        score = (scores[place] / mass + PHRASE_WEIGHT * phrase) * preference.weight(document.locale)
        lifted = (score + WORDLESS) * math.exp(SUBJECT_WEIGHT * subject)
        coverage = covered[place] / mass
        return Candidate(document.article_id, document.locale, place, lifted, coverage, phrase, subject, score)

    articles = [place for place in found if index.is_in_scope(place)]
    topics = [place for place in found if not index.is_in_scope(place)]
    compared = dict.fromkeys((*articles[:MAX_COMPARED], *topics[:MAX_COMPARED], *_likeliest(subjects, index)))
    candidates = [candidate(place) for place in compared]
    return Ranking(
        _best(one for one in candidates if index.is_in_scope(one.place)),
        _best(one for one in candidates if not index.is_in_scope(one.place)),
    )


def _likeliest(subjects: Mapping[str, float], index: Index) -> Iterator[int]:
    """Yield the documents of the likeliest subjects; none while no subject is likelier than another."""
    if len(set(subjects.values())) > 1:
        for label in heapq.nlargest(MAX_SUBJECTS, subjects, key=subjects.__getitem__):
            yield from index.versions(label.removeprefix(TOPIC_MARK), in_scope=not label.startswith(TOPIC_MARK))


def subject_of(article_id: str, *, in_scope: bool) -> str:
    """Return the classifier's name for an article, or for a topic out of scope."""
    return article_id if in_scope else TOPIC_MARK + article_id


def contributions(token: QueryToken, index: Index) -> Mapping[int, tuple[float, float]]:
    """Return what the token adds to each document's score by its best reading there, and the strength (0-1) of that."""
    damping = FUNCTION_WORD_WEIGHT if token.is_function_word else 1.0
    worths: dict[int, tuple[float, float]] = {}
    for term, strength in token.terms.items():
        rarity = index.rarity(term) * strength * damping
        for place, weight in index.postings(term):
            worths[place] = max(worths.get(place, (0.0, 0.0)), (rarity * weight, strength))
    return worths


def likeness(tokens: Sequence[QueryToken], texts: ShortTexts, mass: float) -> float:
    """Return how alike (0-1) the question and the nearest text are: common weight over the weight of both (Dice).

    Args:
        tokens: of the question.
        texts: what it is compared with.
        mass: weight of all tokens.
    """
    common: list[dict[int, float]] = [{} for _ in texts.weights]
    readings = ((term, strength, token.weight) for token in tokens for term, strength in token.terms.items())
    for term, strength, weight in readings:
        for text, word in texts.places.get(term, ()):
            shared = strength * min(weight, texts.weights[text][word])
            if shared > common[text].get(word, 0.0):
                common[text][word] = shared
    return max(
        2 * sum(shared.values()) / (mass + sum(weights)) for shared, weights in zip(common, texts.weights, strict=True)
    )


def total_weight(tokens: Sequence[QueryToken]) -> float:
    """Return the weight of all tokens, never 0."""
    return sum(token.weight for token in tokens) or 1.0


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates best first, of each article only its best version."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        best[candidate.article_id] = max(candidate, best.get(candidate.article_id, candidate), key=_score)
    return tuple(sorted(best.values(), key=_score, reverse=True))


def _score(candidate: Candidate) -> float:
    return candidate.score
