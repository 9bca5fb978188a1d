"""Foreign text on its way into and out of calendar files: no control characters, no markup, no more than fits."""

import re
import unicodedata
from html.parser import HTMLParser

LONGEST_TEXT, LONGEST_TITLE = 4000, 200
"""Characters; a description is shown in one Telegram message."""
BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
BLANK_LINES = re.compile(r"\n\s*\n\s*")
TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
BLOCKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3"})
UNSEEN = frozenset({"script", "style", "head", "title"})
INVISIBLE = frozenset({"Cc", "Cs", "Co"})
"""Categories of Unicode that are dropped: controls, halves of pairs, private ones (unassigned may be new emoji)."""
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They let a text show other than it reads."""


def clean(text: str) -> str:
    """Return a text of any origin without control characters; its lines end with a line feed, tabs are spaces."""
    lines = BREAKS.sub("\n", text).replace("\t", " ")
    return "".join(each for each in lines if each == "\n" or _is_visible(each))


def plain(text: str, longest: int = LONGEST_TEXT) -> str:
    """Return what can be read of a text that may be HTML: lines, without markup, scripts and blank stretches.

    Args:
        text: of any origin.
        longest: characters to keep; a text that was cut ends with an ellipsis.
    """
    bare = clean(text)
    if TAG.search(bare):
        reader = _Reader()
        reader.feed(bare)
        reader.close()
        bare = clean("".join(reader.read))
    tidy = BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in bare.split("\n"))).strip()
    return tidy if len(tidy) <= longest else tidy[: longest - 1].rstrip() + "…"


def typed_line(text: str) -> str:
    """Return what somebody typed in one line, whole: what stands in angle brackets is text there, not markup."""
    return " ".join(clean(text).split())


def one_line(text: str, longest: int = LONGEST_TITLE) -> str:
    """Return what can be read in one line of a text that may be HTML."""
    return plain(" ".join(plain(text).split()), longest)


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in INVISIBLE and character not in BIDI


class _Reader(HTMLParser):
    """Collects the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block; what is not for reading is left out until its end."""
        del attrs
        self._unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.read.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what was left out."""
        self._unseen -= tag in UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if not self._unseen:
            self.read.append(data)
