"""What somebody in a hurry meant to type: words of the documents, in the script and with the marks of their language.

Sentence embeddings know words as they are written; words typed in Latin letters, without marks or with a slip are
others to them. The search by words has no need of this: its index holds skeletons (`folding`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Self

from knowledge.folding import WORD, Script, fold, normalise, script_of, skeleton, tokenise
from knowledge.language import language_of
from knowledge.romanisation import is_abbreviation, is_romanised, respell
from knowledge.vocabulary import Vocabulary
from knowledge.word_table import WordTable

# A shorter word is in half of the languages by chance.
SHORT = 3


class Spelling:
    """The words of all documents; never changes once made."""

    def __init__(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Take how many texts of each language have each word."""
        self._usual = {locale: WordTable.of(_usual(words)) for locale, words in counts.items()}
        total = Counter[str]()
        for words in counts.values():
            total.update(words)
        frequent = [word for word, _ in total.most_common() if word.isalpha()]
        written = dict.fromkeys(map(_written, frequent))
        self._known = WordTable.of(dict.fromkeys(written, ""))
        self._vocabulary = Vocabulary(written)

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]]) -> Self:
        """Learn from (locale, text)."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for locale, text in texts:
            counts[language_of(locale)].update(set(tokenise(text)))
        return cls(counts)

    def meant(self, text: str, locale: str | None, own: str | None = None) -> str:
        """Return a text as it was meant; what is no slip of a known word stays.

        Args:
            text: as typed.
            locale: of the text, if known.
            own: the asker's.
        """
        foreign = locale if is_romanised(text, locale) else None
        return WORD.sub(lambda match: self._word(match[0], locale or own, foreign), text)

    def _word(self, typed: str, locale: str | None, foreign: str | None) -> str:
        """Return one word as it was meant.

        Args:
            typed: a word.
            locale: what language to look in first.
            foreign: the language that it is romanised from, if it is.
        """
        word = normalise(typed)
        if is_abbreviation(typed) or not word.isalpha():
            return typed
        known = _written(word) in self._known
        kept = known and len(word) > SHORT and is_romanised(word, locale)
        usual = None if kept or not word.isascii() else self._usual_of(word, locale)
        if usual or known:
            return usual or typed
        respelled = respell(word, foreign) if foreign else word
        nearest = next((found for found, _ in self._vocabulary.corrections(_written(respelled))), None)
        if nearest is None:
            return respelled if foreign else typed
        return self._usual_of(nearest, locale) or nearest

    def _usual_of(self, word: str, locale: str | None) -> str | None:
        """Return how a word is mostly written in a language; None where it has none that looks like it."""
        table = self._usual.get(language_of(locale)) if locale else None
        return table.get(skeleton(word)) if table else None


def _usual(words: Mapping[str, int]) -> dict[str, str]:
    """Return the most frequent word of each skeleton."""
    found: dict[str, str] = {}
    for word in sorted(words, key=lambda word: (-words[word], word)):
        found.setdefault(skeleton(word), word)
    return found


def _written(word: str) -> str:
    """Return what slips are looked for in: marks are left out more often than mistaken."""
    return fold(word) if script_of(word) is Script.LATIN else word
