"""A text as the guard reads it: composed, without invisible characters, each character with its place in the original.

What is typed in full-width digits, with zero-width characters between digits, with non-breaking spaces or long dashes
reads like the plain form.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from bot.guard.dates import WrittenDate, dates
from bot.guard.numbers import Number, numbers
from bot.guard.words import Words
from knowledge.folding import is_georgian

# A character with the marks on it is composed as one: "й" may be typed as "и" and a breve.
MARK = re.compile(r"[\u0300-\u036f]")
CLUSTER = re.compile(r"(?s).[\u0300-\u036f\ufe00-\ufe0f\u20e3]{0,8}")
INVISIBLE = re.compile(
    r"[\0-\x09\x0b-\x1f\x7f-\xa0\xad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u20d0-\u20f0\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""Controls (but for the line feed), format characters, fillers and marks that no letter has taken up."""
FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
SPACES = dict.fromkeys((0x09, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000), " ")
SLASHES = dict.fromkeys(map(ord, "⁄∕"), "/")
ORDINARY = DASHES | SPACES | SLASHES
# Cyrillic capitals that look like Latin ones: plates and document numbers are typed in either script.
LOOK_ALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX")


@dataclass(frozen=True)
class PlainText:
    """The text and its way back.

    Attributes:
        text: what the guard reads.
        starts: for each of its characters, where that begins in the original.
        ends: the same, where it ends.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def read(cls, original: str) -> "PlainText":
        """Return any text in its plain form."""
        plain = original.translate(ORDINARY)
        if unicodedata.is_normalized("NFKC", plain) and not INVISIBLE.search(plain) and not FOREIGN_DIGIT.search(plain):
            return cls(plain, range(len(plain)), range(1, len(plain) + 1))
        clusters = CLUSTER.findall(plain) if MARK.search(plain) else list(plain)
        table = {cluster: _plain(cluster) for cluster in set(clusters)}
        pieces = [table[cluster] for cluster in clusters]
        ends = list(accumulate(map(len, clusters)))
        starts = [0, *ends]
        return cls("".join(pieces), _repeated(starts, pieces), _repeated(ends, pieces))

    @cached_property
    def latin(self) -> str:
        """The text in capitals, Cyrillic look-alikes as Latin letters; as long as the text."""
        capitals = self.text.upper()
        if len(capitals) != len(self.text):
            capitals = "".join(map(_capital, self.text))
        return capitals.translate(LOOK_ALIKES)

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return Words(self.text)

    @cached_property
    def is_georgian(self) -> bool:
        """Whether there is a Georgian letter in it."""
        return any(map(is_georgian, self.text))

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """What may be one number, in order; those that begin at one place longest first."""
        return tuple(numbers(self.text))

    @cached_property
    def dates(self) -> Sequence[WrittenDate]:
        """The dates of the text."""
        return tuple(dates(self.text, self.words))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of at least one character begins and ends in the original."""
        return self.starts[start], self.ends[end - 1]


def _repeated(places: Sequence[int], pieces: Sequence[str]) -> Sequence[int]:
    return [place for place, piece in zip(places, pieces, strict=False) for _ in piece]


def _plain(cluster: str) -> str:
    if cluster.isascii() and cluster.isprintable():
        return cluster
    composed = INVISIBLE.sub("", unicodedata.normalize("NFKC", cluster).translate(ORDINARY))
    return FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), composed)


def _capital(character: str) -> str:
    capital = character.upper()
    return capital if len(capital) == 1 else character
