"""The inverted index over all language versions of all articles and all topics out of scope, weighed with BM25F.

All languages share one index, so a question in any of them may find any version. A word is held under its skeleton and
under the first letters of that (`^sxxxx`), which stand in for lemmas: no dictionary covers all our languages.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from types import MappingProxyType

import numpy as np

from knowledge.folding import skeleton
from knowledge.language import language_of, read_function_words
from knowledge.postings import Floats, Integers, Postings
from knowledge.terms import Terms, is_prefix
from knowledge.vocabulary import Vocabulary

# BM25F as usual (Robertson, Zaragoza 2009); that three phrases outweigh a body was measured on seven languages.
K1 = 1.2
LENGTH_NORM = 0.5
# What "how", "may" and "need" weigh beside other words: they tell articles apart a little, subjects not at all.
FUNCTION_WORD_WEIGHT = 0.3
TOPIC_MARK = "~"


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
    """The titles and the phrases of all documents, to be compared with a whole question.

    Attributes:
        starts: number of each document's first text, its title; its phrases follow, then the next document's title.
        masses: weight of all words of each text.
        postings: texts by term, with the weight of the word that it stands for, damped for function words.
    """

    starts: Integers
    masses: Floats
    postings: Postings


class Index:
    """Postings, rarity and vocabulary of a sequence of documents; never changes once built, and keeps no texts.

    Documents are named by their place: the articles, then the topics out of scope, in the given order.

    Attributes:
        articles: how many of the documents are articles.
        subjects: articles and topics, as `subject_of` calls them.
        subject_of_place: number of each document's subject in `subjects`.
        locales: of the documents.
        locale_of_place: number of each document's language in `locales`.
        short_texts: titles and phrases.
        unknown_rarity: what a word weighs that no document has: as much as the rarest.
    """

    def __init__(self, documents: Sequence[Document], out_of_scope: Sequence[Document] = ()) -> None:
        """Index the articles and the topics out of scope; there may be none of either."""
        every = (*documents, *out_of_scope)
        self.articles = len(documents)
        self._versions: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for place, document in enumerate(every):
            self._versions[document.article_id, self.is_in_scope(place)].append(place)
        names = [subject_of(each.article_id, in_scope=self.is_in_scope(n)) for n, each in enumerate(every)]
        self.subjects, self.subject_of_place = _numbered(names)
        self.locales, self.locale_of_place = _numbered([document.locale for document in every])
        self._function_words = _function_words()
        sizes = Counter(document.locale for document in every)
        self.unknown_rarity = math.log(1 + max(sizes.values(), default=0) / 0.5)
        terms = Terms()
        frequencies = _frequencies(every, terms)
        self._numbers = terms.numbers
        self._postings = Postings.of(map(_saturated, frequencies), len(terms.numbers))
        self._rarity = _rarity(self._postings, self.locale_of_place)
        self._vocabulary = Vocabulary(term for term in terms.numbers if not is_prefix(term))
        self.short_texts = self._shorten(every, terms)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.locale_of_place)

    def __contains__(self, term: object) -> bool:
        """Tell whether any document has the term."""
        return term in self._numbers

    def is_in_scope(self, place: int) -> bool:
        """Tell whether the document is of an article, not of a topic out of scope."""
        return place < self.articles

    def article_id(self, place: int) -> str:
        """Return the article that the document is a version of, or the topic."""
        subject: str = self.subjects[self.subject_of_place[place]]
        return subject if self.is_in_scope(place) else subject.removeprefix(TOPIC_MARK)

    def locale(self, place: int) -> str:
        """Return the language of the document."""
        locale: str = self.locales[self.locale_of_place[place]]
        return locale

    def versions(self, article_id: str, *, in_scope: bool) -> Sequence[int]:
        """Return the places of all language versions of an article, or of a topic out of scope."""
        return self._versions.get((article_id, in_scope), ())

    def entries(self, term: str) -> tuple[Integers, Floats]:
        """Return the places of all documents with the term, and its saturated weight there; `term` is in the index."""
        return self._postings.entries(self._numbers[term])

    def text_entries(self, term: str) -> tuple[Integers, Floats]:
        """Return the numbers of all short texts with the term, and the weight of its word; `term` is in the index."""
        return self.short_texts.postings.entries(self._numbers[term])

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency in the language in which the term is most common; 0 when unknown."""
        number = self._numbers.get(term)
        return 0.0 if number is None else float(self._rarity[number])

    def is_function_word(self, key: str, locale: str | None) -> bool:
        """Tell whether the skeleton is a function word of the language; of any of ours when it is None."""
        own = self._function_words.get(language_of(locale)) if locale else None
        return key in own if own is not None else any(key in words for words in self._function_words.values())

    def corrections(self, key: str) -> list[tuple[str, float]]:
        """Return the words most like a skeleton that the index lacks, with similarity 0-1; [] when none is near."""
        return self._vocabulary.corrections(key)

    def field(self, place: int, term: str) -> Field | None:
        """Return the weightiest field of a document that has the term, or None."""
        if term not in self:
            return None
        texts, _ = self.text_entries(term)
        title = self.short_texts.starts[place]
        end = self.short_texts.starts[place + 1] if place + 1 < len(self) else len(self.short_texts.masses)
        own = texts[np.searchsorted(texts, title) : np.searchsorted(texts, end)]
        if len(own):
            return Field.TITLE if own[0] == title else Field.PHRASES
        return Field.BODY if place in self.entries(term)[0] else None

    def _shorten(self, documents: Sequence[Document], terms: Terms) -> ShortTexts:
        """Take the short texts of all documents apart."""
        masses = array("f")

        def weights(text: str, locale: str) -> Mapping[int, float]:
            words = [own for word in dict.fromkeys(terms.words(text, locale)) if (own := terms.of(word))]
            owned = [self._weight(own[0], locale, terms) for own in words]
            masses.append(sum(owned))
            return {term: weight for own, weight in zip(words, owned, strict=True) for term in own}

        texts = ((text, document.locale) for document in documents for text in (document.title, *document.phrases))
        postings = Postings.of(starmap(weights, texts), len(terms.numbers))
        starts = np.cumsum([0, *(1 + len(document.phrases) for document in documents)], dtype=np.int32)[:-1]
        return ShortTexts(starts, np.array(masses, dtype=np.float32), postings)

    def _weight(self, term: int, locale: str, terms: Terms) -> float:
        damping = FUNCTION_WORD_WEIGHT if self.is_function_word(terms.names[term], locale) else 1.0
        return float(self._rarity[term]) * damping


def subject_of(article_id: str, *, in_scope: bool) -> str:
    """Return the classifiers' name for an article, or for a topic out of scope."""
    return article_id if in_scope else TOPIC_MARK + article_id


def _numbered(names: Sequence[str]) -> tuple[tuple[str, ...], Integers]:
    """Return the different names, and the number of each name among them."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return tuple(numbers), np.array([numbers[name] for name in names], dtype=np.int32)


def _function_words() -> dict[str, set[str]]:
    """Return the skeletons of the function words by language, whatever its script."""
    keys: dict[str, set[str]] = defaultdict(set)
    for locale, words in read_function_words().items():
        keys[language_of(locale)].update(map(skeleton, words))
    return dict(keys)


def _frequencies(documents: Sequence[Document], terms: Terms) -> Iterator[Mapping[int, float]]:
    """Return per document the frequency of each term over all fields, weighed and normalised by length."""
    words = {
        field: [terms.words("\n".join(document.texts(field)), document.locale) for document in documents]
        for field in FIELD_WEIGHTS
    }
    averages = {field: max(sum(map(len, texts)) / max(len(texts), 1), 1) for field, texts in words.items()}

    def frequency(place: int) -> Mapping[int, float]:
        found: dict[int, float] = defaultdict(float)
        for field, weight in FIELD_WEIGHTS.items():
            own = words[field][place]
            worth = weight / (1 - LENGTH_NORM + LENGTH_NORM * len(own) / averages[field])
            for term, count in ((term, n) for word, n in Counter(own).items() for term in terms.of(word)):
                found[term] += worth * count
        return found

    return map(frequency, range(len(documents)))


def _rarity(postings: Postings, locale_of_place: Integers) -> Floats:
    """Weigh terms within each language: what 1 of 12 Hungarian articles has is rare, whatever the others have."""
    rarity = np.full(postings.terms, np.inf, dtype=np.float32)
    for locale, size in enumerate(np.bincount(locale_of_place).tolist()):
        owners = postings.owners(locale_of_place == locale).astype(np.float32)
        has = owners > 0
        rarity[has] = np.minimum(rarity[has], np.log1p((size - owners[has] + 0.5) / (owners[has] + 0.5)))
    return rarity


def _saturated(frequency: Mapping[int, float]) -> dict[int, float]:
    return {term: weight * (K1 + 1) / (weight + K1) for term, weight in frequency.items()}
