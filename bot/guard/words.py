"""The words around a place, in a form in which script, case, diacritics and romanisation make no difference."""

import re
from bisect import bisect_left, bisect_right

from knowledge.folding import skeleton

WORD = re.compile(r"[^\W\d_]+|\d+")
LONGEST = 24
"""Letters of a word that are looked at; no word of ours is longer."""
NUMBER = "#"
IDENTIFIER_DIGITS = 6


class Words:
    """The words and numbers of a text; a word is folded when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        spans = [match.span() for match in WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._folded: dict[int, str] = {}

    def before(self, place: int, count: int) -> str:
        """Return up to so many words that end at the place or before it, in their order, parted by spaces.

        A long number ends the stretch: a word in front of it speaks of that number and not of the next. Shorter
        numbers stand as `#`. Empty at the beginning of the text.
        """
        last = bisect_right(self._ends, place)
        return " ".join(reversed(self._until_identifier(range(last - 1, max(last - 1 - count, -1), -1))))

    def after(self, place: int, count: int) -> str:
        """Return up to so many words that begin at the place or after it; else as `before`."""
        first = bisect_left(self._starts, place)
        return " ".join(self._until_identifier(range(first, min(first + count, len(self._starts)))))

    def _until_identifier(self, indexes: range) -> list[str]:
        found: list[str] = []
        for index in indexes:
            if self._text[self._starts[index]].isdigit():
                if self._ends[index] - self._starts[index] >= IDENTIFIER_DIGITS:
                    break
                found.append(NUMBER)
            else:
                found.append(self._fold(index))
        return found

    def _fold(self, index: int) -> str:
        if index not in self._folded:
            start = self._starts[index]
            self._folded[index] = skeleton(self._text[start : min(self._ends[index], start + LONGEST)])
        return self._folded[index]


def phrases(listed: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases among words of `Words`.

    Args:
        listed: phrases parted by commas, each word in any of our scripts; `stem*` stands for all that begins so.
    """
    alternatives = sorted({_phrase(phrase) for phrase in listed.split(",") if phrase.strip()}, key=len, reverse=True)
    return re.compile(f"(?:^|(?<= ))(?:{'|'.join(alternatives)})(?= |$)")


def last(pattern: re.Pattern[str], window: str) -> int:
    """Return where the last of the phrases ends among some words; -1 when none is there."""
    return max((match.end() for match in pattern.finditer(window)), default=-1)


def _phrase(phrase: str) -> str:
    return " ".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    folded = skeleton(word.rstrip("*"))
    if not word.endswith("*"):
        return folded
    # Before a vowel of the ending an i would have been folded away.
    return rf"{folded.rstrip('i')}[^ ]{{0,{LONGEST}}}"
