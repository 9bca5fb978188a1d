"""A question in any of our languages -> the article that answers it, articles to offer, or nothing.

The stages: guess the language, take the question apart (`query`), rank the articles (`ranking`), decide (`decision`).
A further stage ranks the same candidates again or adds a signal to the decision; nothing else has to know of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Self

from knowledge.classifier import Classifier
from knowledge.classifier_training import train
from knowledge.decision import SEMANTIC, WORDS, Outcome, Signals, Stage, check, needs_meaning, weigh
from knowledge.explanation import Explanation, Judgement, match_tokens, on_meanings, surest
from knowledge.index import Document, Index
from knowledge.language import Guess, LanguageGuesser, read_function_words
from knowledge.matching import Matches, match
from knowledge.query import QueryToken, analyse, beginning
from knowledge.ranking import MAX_HITS, Preference, Ranking, rank
from knowledge.samples import subject_samples
from knowledge.semantic import Meanings, blend
from knowledge.spelling import Spelling

__all__ = ["Hit", "Outcome", "SearchResult", "Searcher"]

# A longer text is no question; Telegram allows no longer message.
MAX_CHARACTERS = 4096
MAX_SUGGESTIONS = 3
# A text with two question marks may be two questions; each of them has three words at least.
QUESTION = re.compile(r"[^?;\uff1f\n]+[?\uff1f]")
FEWEST_QUESTIONS = 2
FEWEST_WORDS = 3
# What the meaning of a question says of its subject, beside its words.
MEANING_WEIGHT = 0.4


@dataclass(frozen=True)
class Hit:
    """An article that matches.

    Attributes:
        article_id: the article.
        locale: of the language version that matched best.
        score: what hits are ranked by; comparable within one question only.
    """

    article_id: str
    locale: str
    score: float


@dataclass(frozen=True)
class SearchResult:
    """What a search found.

    Attributes:
        outcome: what to do with it.
        hits: the candidates, best first, at most five; also those that are not good enough to show.
        locale: language of the question if it is clearly one of ours.
        explanation: how it came to this.
        topic: the topic out of scope that it is about rather than any article, if it is.
    """

    outcome: Outcome
    hits: tuple[Hit, ...]
    locale: str | None
    explanation: Explanation
    topic: str | None = None

    @property
    def answer(self) -> Hit | None:
        """The hit that answers, if any does."""
        return self.hits[0] if self.outcome is Outcome.ANSWER else None

    @property
    def suggestions(self) -> tuple[Hit, ...]:
        """What to offer when no hit is sure to answer, best first, at most three."""
        return self.hits[:MAX_SUGGESTIONS] if self.outcome is Outcome.SUGGEST else ()


@dataclass(frozen=True)
class Learned:
    """All that is made from the documents before the first question.

    Attributes:
        index: what is searched.
        guesser: tells each question's language.
        classifier: tells its subject by its words.
        spelling: tells how its words were meant.
    """

    index: Index
    guesser: LanguageGuesser
    classifier: Classifier
    spelling: Spelling

    @classmethod
    def of(cls, documents: Sequence[Document], out_of_scope: Sequence[Document] = ()) -> Self:
        """Index the documents, which may be none, and learn from them what each language and subject looks like.

        Args:
            documents: the articles.
            out_of_scope: topics that none of them covers, by the ways to ask for them; they are never hits.
        """
        every = (*documents, *out_of_scope)
        texts = [
            *((document.locale, text) for document in every for text in (document.title, *document.phrases)),
            *((document.locale, text) for document in every for text in document.body),
        ]
        words = ((locale, " ".join(words)) for locale, words in read_function_words().items())
        guesser, spelling = LanguageGuesser.train(chain(words, texts)), Spelling.of(texts)
        return cls(Index(documents, out_of_scope), guesser, train(subject_samples(documents, out_of_scope)), spelling)


class Searcher:
    """Searches one index; holds no state of a search."""

    def __init__(self, learned: Learned, semantic: Meanings | None = None) -> None:
        """Search what was learned.

        Args:
            learned: from the documents.
            semantic: tells a question's subject by its meaning, where words leave it unsure; None does without.
        """
        self._index = learned.index
        self._guesser = learned.guesser
        self._classifier = learned.classifier
        self._spelling = learned.spelling
        self._semantic = semantic

    @property
    def is_semantic(self) -> bool:
        """Whether meanings are compared where words are not enough."""
        return self._semantic is not None

    @classmethod
    def build(
        cls,
        documents: Sequence[Document],
        out_of_scope: Sequence[Document] = (),
        semantic: Meanings | None = None,
    ) -> Self:
        """Learn from the documents and search them; see `Learned.of`."""
        return cls(Learned.of(documents, out_of_scope), semantic)

    def search(self, query: str, locale: str | None = None) -> SearchResult:
        """Find what answers a question; takes any text and never raises.

        Args:
            query: as typed.
            locale: the asker's own setting; speaks only where the language of the question is unclear.
        """
        text = query[:MAX_CHARACTERS]
        found = self._find(text, locale)
        parts = questions_in(text)
        if len(parts) < FEWEST_QUESTIONS or found.outcome is Outcome.NONE:
            return found
        answers = [result.answer for result in (self._find(part, locale) for part in parts) if result.answer]
        hits = tuple({answer.article_id: answer for answer in answers}.values())
        if len(hits) < FEWEST_QUESTIONS:
            return found
        return replace(
            found, outcome=Outcome.SUGGEST, hits=hits, explanation=replace(found.explanation, answers=len(hits))
        )

    def _find(self, text: str, locale: str | None) -> SearchResult:
        """Find what answers a text as one question."""
        guess = self._guesser.guess(text, locale)
        tokens = analyse(text, self._index, guess.locale)
        preference = Preference(guess.locale or locale, is_sure=guess.locale is not None)
        asked = _Asked(guess, preference, tokens, match(tokens, self._index))
        subjects = self._classifier.scores(text)
        judgements = [self._judge(asked, subjects, WORDS)]
        signals, meant = judgements[0].signals, None
        if self._semantic is not None and needs_meaning(signals):
            meant = self._spelling.meant(beginning(text), guess.locale, locale)
            meanings = self._semantic.scores(meant)
            both = blend(subjects, meanings, MEANING_WEIGHT)
            judgements.append(self._judge(asked, both, Stage(SEMANTIC, meanings)))
        return _result(Explanation(guess, tuple(judgements), on_meanings(signals, meant)))

    def _judge(self, asked: "_Asked", subjects: Mapping[str, float], stage: Stage) -> Judgement:
        """Rank and decide with an opinion on the question's subject."""
        ranking = rank(asked.matches, self._index, asked.preference, subjects)
        first = ranking.articles[0].place if ranking.articles else None
        matches = tuple(match_tokens(asked.tokens, self._index, first))
        signals = weigh(ranking, asked.tokens, surest(matches), self._index.unknown_rarity, stage)
        return Judgement(stage, subjects, ranking, matches, signals, check(signals))


@dataclass(frozen=True)
class _Asked:
    """A question, read once for all stages."""

    guess: Guess
    preference: Preference
    tokens: Sequence[QueryToken]
    matches: Matches


def _result(explanation: Explanation) -> SearchResult:
    """Return what the last stage found."""
    last = explanation.judgements[-1]
    articles = last.ranking.articles[:MAX_HITS]
    hits = tuple(Hit(candidate.article_id, candidate.locale, candidate.score) for candidate in articles)
    topic = nearest_topic(last.ranking, last.signals) if last.has_known_word else None
    return SearchResult(last.outcome, hits, explanation.guess.locale, explanation, topic)


def questions_in(text: str) -> list[str]:
    """Return the questions of a text that asks more than one, at most `MAX_SUGGESTIONS`; [] for any other."""
    parts = [part for part in QUESTION.findall(text) if len(part.split()) >= FEWEST_WORDS]
    return parts[:MAX_SUGGESTIONS] if len(parts) >= FEWEST_QUESTIONS else []


def nearest_topic(ranking: Ranking, signals: Signals) -> str | None:
    """Return the topic out of scope that is likelier than every article; None where none is, or nothing tells."""
    if signals.topic_lead >= 0 or not ranking.out_of_scope:
        return None
    return max(ranking.out_of_scope, key=lambda topic: topic.subject).article_id
