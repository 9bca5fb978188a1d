"""Which articles a question is about: by its words, and by what a classifier holds its subject to be."""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from knowledge.index import TOPIC_MARK, Index
from knowledge.language import language_of
from knowledge.matching import Matches
from knowledge.postings import Floats

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
MAX_HITS = 5
"""Articles that are told of, and topics."""
# The likeliest by subject are kept beside them: the decision compares the first with the likeliest of the others.
LIKELIEST = 2
NO_OPINION: Mapping[str, float] = MappingProxyType({})

Places = NDArray[np.intp]


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
    """What a question may be about, as far as it matters: of hundreds of subjects a few are ever looked at.

    Attributes:
        articles: best first, each once: the first `MAX_HITS`, and those that the classifier holds likeliest.
        out_of_scope: topics that no article covers, likewise, and the first that has words of the question;
            their `words` compare with those of the articles.
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


def rank(found: Matches, index: Index, preference: Preference, subjects: Mapping[str, float] = NO_OPINION) -> Ranking:
    """Return the articles and the topics out of scope that have any of the question's words, or its subject.

    Args:
        found: what the words of the question found.
        index: where they did.
        preference: the language that a hit is preferred in.
        subjects: the classifier's opinion by `knowledge.index.subject_of`; what it does not name counts as likeliest.
    """
    favour = np.array([preference.weight(locale) for locale in index.locales], np.float32)[index.locale_of_place]
    opinions = np.array([subjects.get(subject, 0.0) for subject in index.subjects], np.float32)[index.subject_of_place]
    words = (found.scores / found.mass + PHRASE_WEIGHT * found.phrases) * favour
    lifted = (words + WORDLESS) * np.exp(SUBJECT_WEIGHT * opinions)
    wordless = np.flatnonzero(found.scores <= 0)
    lifted[wordless] *= np.isin(wordless, list(_likeliest(subjects, index)))

    def candidate(place: int) -> Candidate:
        return Candidate(
            article_id=index.article_id(place),
            locale=index.locale(place),
            place=place,
            score=float(lifted[place]),
            coverage=float(found.covered[place]) / found.mass,
            phrase=float(found.phrases[place]),
            subject=float(opinions[place]),
            words=float(words[place]) if found.scores[place] > 0 else 0.0,
        )

    best = _best(lifted, index)
    articles, topics = best[best < index.articles], best[best >= index.articles]
    kept = (_needed(places, opinions, found.scores) for places in (articles, topics))
    return Ranking(*(tuple(map(candidate, places)) for places in kept))


def _best(scores: Floats, index: Index) -> Places:
    """Return the best place of each subject, the best first, of those that have a score."""
    order = np.argsort(-scores, kind="stable")[: np.count_nonzero(scores)]
    _, firsts = np.unique(index.subject_of_place[order], return_index=True)
    places: Places = order[np.sort(firsts)]
    return places


def _needed(places: Places, opinions: Floats, scores: Floats) -> list[int]:
    """Return those of the places, best first, that somebody looks at; see `Ranking`."""
    kept = np.arange(len(places)) < MAX_HITS
    kept[np.argsort(-opinions[places], kind="stable")[:LIKELIEST]] = True
    kept[np.flatnonzero(scores[places] > 0)[:1]] = True
    needed: list[int] = places[kept].tolist()
    return needed


def _likeliest(subjects: Mapping[str, float], index: Index) -> Iterator[int]:
    """Yield the documents of the likeliest subjects; none while no subject is likelier than another."""
    if len(set(subjects.values())) > 1:
        for label in heapq.nlargest(MAX_SUBJECTS, subjects, key=subjects.__getitem__):
            yield from index.versions(label.removeprefix(TOPIC_MARK), in_scope=not label.startswith(TOPIC_MARK))
