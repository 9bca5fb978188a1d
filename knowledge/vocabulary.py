"""The words that a slip of the finger may be corrected to."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

# A shorter word has too many neighbours to be corrected.
MIN_CORRECTED = 4
# Least similarity (0-1, optimal string alignment) of a correction: one slip in four letters, two in eight.
MIN_SIMILARITY = 0.74
MIN_SIMILARITY_SHORT = 0.79
SHORT = 6
MAX_CORRECTIONS = 4
# Words that are as alike as the cutoff must not be lost to rounding.
TOLERANCE = 1e-6


class Vocabulary:
    """Words by their first letter and length: what begins otherwise, or is much longer, is not compared."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take all words, each once; of equally good corrections the earlier is found."""
        self._words: Mapping[str, Sequence[str]]
        self._numbers: Mapping[str, array[int]]
        letters: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for number, word in enumerate(words):
            if len(word) >= MIN_CORRECTED:
                letters[word[0]].append((len(word), number, word))
        ordered = {letter: sorted(entries) for letter, entries in letters.items()}
        self._words = {letter: [word for _, _, word in entries] for letter, entries in ordered.items()}
        self._numbers = {letter: array("i", [n for _, n, _ in entries]) for letter, entries in ordered.items()}

    def corrections(self, key: str) -> list[tuple[str, float]]:
        """Return the words most like another one, with similarity 0-1; [] when none is near.

        The first letter is taken to be right, lost or swapped with the second, which spares most of the vocabulary.
        """
        if len(key) < MIN_CORRECTED:
            return []
        found = [pair for letter in dict.fromkeys(key[:2]) for pair in self._nearest(key, letter)]
        return [(term, similarity) for similarity, term in sorted(found, reverse=True)[:MAX_CORRECTIONS]]

    def _nearest(self, key: str, letter: str) -> list[tuple[float, str]]:
        """Return the likest of the words with a first letter; no two words are more alike than they are long."""
        words = self._words.get(letter, ())
        cutoff = MIN_SIMILARITY_SHORT if len(key) < SHORT else MIN_SIMILARITY
        begin = bisect_left(words, len(key) * cutoff - TOLERANCE, key=len)
        end = bisect_right(words, len(key) / cutoff + TOLERANCE, key=len)
        scorer = OSA.normalized_similarity
        alike = process.extract(key, words[begin:end], scorer=scorer, score_cutoff=cutoff, limit=None)
        best = sorted((-likeness, self._numbers[letter][begin + place], word) for word, likeness, place in alike)
        return [(-opposite, word) for opposite, _, word in best[:MAX_CORRECTIONS]]
