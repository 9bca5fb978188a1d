"""The inverted index over all language versions of all articles and all topics out of scope, weighed with BM25F.

All languages share one index, so a question in any of them may find any version. A word is held under its skeleton and
under the first letters of that (`^sxxxx`), which stand in for lemmas: no dictionary covers all our languages.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.folding import skeleton, spellings, tokenise
from knowledge.language import language_of, read_function_words

# BM25F as usual (Robertson, Zaragoza 2009); that three phrases outweigh a body was measured on seven languages.
K1 = 1.2
LENGTH_NORM = 0.5
# How many first letters a word is held under. Seven tell "državljanstvo" (citizenship) from "država" (state), five do
# not; but they tell inflected forms of shorter words apart.
SHORT_PREFIX = 5
LONG_PREFIX = 7
# A shorter word has too many neighbours to be corrected.
MIN_CORRECTED = 4
# Least similarity (0-1, optimal string alignment) of a correction: one slip in four letters, two in eight.
MIN_SIMILARITY = 0.74
MIN_SIMILARITY_SHORT = 0.79
SHORT = 6
MAX_CORRECTIONS = 4
# What "how", "may" and "need" weigh beside other words: they tell articles apart a little, subjects not at all.
FUNCTION_WORD_WEIGHT = 0.3


class Field(StrEnum):
    """The parts of a document that are weighed apart."""

    TITLE = "title"
    PHRASES = "phrases"
    BODY = "body"


FIELD_WEIGHTS = MappingProxyType({Field.TITLE: 3.0, Field.PHRASES: 3.0, Field.BODY: 1.0})


@dataclass(frozen=True)
class Document:
    """One language version of one article, or of a topic out of scope.

    Attributes:
        article_id: the same in all versions; of a topic, its id.
        locale: `en`, `hu`, `ro`, `ka`, `mk`, `sr`, `sr_Latn`, `uk`, or any other.
        title: one line; a topic has none.
        phrases: native ways to ask for it.
        body: blocks of plain text.
    """

    article_id: str
    locale: str
    title: str = ""
    phrases: tuple[str, ...] = ()
    body: tuple[str, ...] = ()

    def texts(self, field: Field) -> tuple[str, ...]:
        """Return the texts of one field."""
        return {Field.TITLE: (self.title,), Field.PHRASES: self.phrases, Field.BODY: self.body}[field]


@dataclass(frozen=True)
class ShortTexts:
    """The title and the phrases of a document, to be compared with a whole question.

    Attributes:
        places: (text, word in it) where each term stands; the title is text 0.
        weights: rarity of each word of each text, damped for function words.
    """

    places: Mapping[str, Sequence[tuple[int, int]]]
    weights: tuple[tuple[float, ...], ...]


class Index:
    """Postings, rarity and vocabulary of a sequence of documents; never changes once built.

    Attributes:
        documents: the articles, then the topics out of scope, in the given order; postings name them by their place.
        unknown_rarity: what a word weighs that no document has: as much as the rarest.
    """

    def __init__(self, documents: Sequence[Document], out_of_scope: Sequence[Document] = ()) -> None:
        """Index the articles and the topics out of scope; there may be none of either."""
        self.documents = (*documents, *out_of_scope)
        self._articles = len(documents)
        self._versions: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for place, document in enumerate(self.documents):
            self._versions[document.article_id, self.is_in_scope(place)].append(place)
        self._function_words = _function_words()
        self._spellings: dict[tuple[str, str], tuple[str, ...]] = {}
        frequencies = self._frequencies()
        sizes = Counter(document.locale for document in self.documents)
        self.unknown_rarity = math.log(1 + max(sizes.values(), default=0) / 0.5)
        self._rarity = _rarity(self.documents, frequencies)
        self._postings = _postings(frequencies)
        self._vocabulary = _vocabulary(self._postings)
        self._short_texts = [self._shorten(document) for document in self.documents]

    def __contains__(self, term: object) -> bool:
        """Tell whether any document has the term."""
        return term in self._postings

    def is_in_scope(self, place: int) -> bool:
        """Tell whether the document is of an article, not of a topic out of scope."""
        return place < self._articles

    def versions(self, article_id: str, *, in_scope: bool) -> Sequence[int]:
        """Return the places of all language versions of an article, or of a topic out of scope."""
        return self._versions.get((article_id, in_scope), ())

    def postings(self, term: str) -> Sequence[tuple[int, float]]:
        """Return (place of document, saturated weight) of all documents with the term."""
        return self._postings.get(term, ())

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency in the language in which the term is most common; 0 when unknown."""
        return self._rarity.get(term, 0.0)

    def short_texts(self, place: int) -> ShortTexts:
        """Return the title and the phrases of a document."""
        return self._short_texts[place]

    def is_function_word(self, key: str, locale: str | None) -> bool:
        """Tell whether the skeleton is a function word of the language; of any of ours when it is None."""
        own = self._function_words.get(language_of(locale)) if locale else None
        return key in own if own is not None else any(key in words for words in self._function_words.values())

    def corrections(self, key: str) -> list[tuple[str, float]]:
        """Return the words most like a skeleton that the index lacks, with similarity 0-1; [] when none is near.

        The first letter is taken to be right, lost or swapped with the second, which spares most of the vocabulary.
        """
        if len(key) < MIN_CORRECTED:
            return []
        cutoff = MIN_SIMILARITY_SHORT if len(key) < SHORT else MIN_SIMILARITY
        words = [word for letter in dict.fromkeys(key[:2]) for word in self._vocabulary.get(letter, ())]
        found = process.extract(
            key, words, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=MAX_CORRECTIONS
        )
        return [(term, similarity) for term, similarity, _ in found]

    def field(self, place: int, term: str) -> Field | None:
        """Return the weightiest field of a document that has the term, or None."""
        texts = [text for text, _ in self._short_texts[place].places.get(term, ())]
        if texts:
            return Field.TITLE if 0 in texts else Field.PHRASES
        postings = self.postings(term)
        near = bisect_left(postings, (place,))
        return Field.BODY if near < len(postings) and postings[near][0] == place else None

    def terms(self, token: str, locale: str) -> tuple[str, ...]:
        """Return the terms under which a token of a document stands: its spellings, then their prefixes."""
        known = self._spellings.get((token, locale))
        if known is None:
            keys = [key for key in spellings(token, locale) if key]
            known = (*keys, *dict.fromkeys(term for key in keys for term in prefixes(key)))
            self._spellings[token, locale] = known
        return known

    def _frequencies(self) -> list[dict[str, float]]:
        """Return per document the frequency of each term over all fields, weighed and normalised by length."""
        frequencies: list[dict[str, float]] = [defaultdict(float) for _ in self.documents]
        for field, weight in FIELD_WEIGHTS.items():
            texts = [list(tokenise("\n".join(document.texts(field)))) for document in self.documents]
            average = max(sum(map(len, texts)) / max(len(texts), 1), 1)
            for frequency, document, tokens in zip(frequencies, self.documents, texts, strict=True):
                worth = weight / (1 - LENGTH_NORM + LENGTH_NORM * len(tokens) / average)
                counted = Counter(tokens).items()
                for term, count in ((term, n) for token, n in counted for term in self.terms(token, document.locale)):
                    frequency[term] += worth * count
        return frequencies

    def _shorten(self, document: Document) -> ShortTexts:
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        weights: list[tuple[float, ...]] = []
        for number, text in enumerate((document.title, *document.phrases)):
            words = [terms for token in dict.fromkeys(tokenise(text)) if (terms := self.terms(token, document.locale))]
            weights.append(tuple(self._weight(terms[0], document.locale) for terms in words))
            for word, terms in enumerate(words):
                for term in terms:
                    places[term].append((number, word))
        return ShortTexts(dict(places), tuple(weights))

    def _weight(self, key: str, locale: str) -> float:
        return self.rarity(key) * (FUNCTION_WORD_WEIGHT if self.is_function_word(key, locale) else 1.0)


def prefixes(key: str) -> tuple[str, ...]:
    """Return the terms for the first letters of a skeleton, the shorter first; a short word has one."""
    short = "^" + key[:SHORT_PREFIX]
    return (short, "^" + key[:LONG_PREFIX]) if len(key) >= LONG_PREFIX else (short,)


def is_prefix(term: str) -> bool:
    """Tell whether the term stands for first letters and not for a whole word."""
    return term.startswith("^")


def _function_words() -> dict[str, set[str]]:
    """Return the skeletons of the function words by language, whatever its script."""
    keys: dict[str, set[str]] = defaultdict(set)
    for locale, words in read_function_words().items():
        keys[language_of(locale)].update(map(skeleton, words))
    return dict(keys)


def _vocabulary(terms: Iterable[str]) -> dict[str, list[str]]:
    """Return the words that a slip may be corrected to, by first letter."""
    words: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        if len(term) >= MIN_CORRECTED and not is_prefix(term):
            words[term[0]].append(term)
    return dict(words)


def _rarity(documents: Sequence[Document], frequencies: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Weigh terms within each language: what 1 of 12 Hungarian articles has is rare, whatever the others have."""
    sizes = Counter(document.locale for document in documents)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for document, frequency in zip(documents, frequencies, strict=True):
        found[document.locale].update(frequency.keys())
    rarity: dict[str, float] = {}
    for locale, counts in found.items():
        for term, count in counts.items():
            own = math.log(1 + (sizes[locale] - count + 0.5) / (count + 0.5))
            rarity[term] = min(rarity.get(term, own), own)
    return rarity


def _postings(frequencies: Sequence[Mapping[str, float]]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, frequency in enumerate(frequencies):
        for term, weight in frequency.items():
            postings[term].append((place, weight * (K1 + 1) / (weight + K1)))
    return dict(postings)
