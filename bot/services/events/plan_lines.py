"""A message with an event, line by line -> the fields that its lines begin with (pure)."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.services.events.plan_words import PlanWord, field_of, kind_of

LINE = re.compile(r"\W*(?P<label>[^\W_][^:：=]{0,39}?)[\s*_]*[:：=][\s*_]*(?P<value>.*)")
"""Before the word of a field bullets, numbers of a list and marks of bold text say nothing."""
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=[^\W\d])")
BULLETS = re.compile(r"[\s\-–—•*▪◦·‣>_]+")
MOST_LABEL_WORDS = 4
GOES_ON = {
    PlanWord.TITLE: PlanWord.DESCRIPTION,
    PlanWord.DESCRIPTION: PlanWord.DESCRIPTION,
    PlanWord.VENUE: PlanWord.ADDRESS,
}
"""What lines without the word of a field belong to below one of these."""
NOTHING = frozenset({"", "-", "–", "—"})


class Unread(StrEnum):
    """Why a line is not read."""

    NO_FIELD = "no_field"
    TWICE = "twice"


@dataclass(frozen=True)
class PlanLine:
    """A field with its value.

    Attributes:
        word: which.
        value: as typed, not empty; the lines of a description.
        quoted: the lines as they stand in the message.
    """

    word: PlanWord
    value: str
    quoted: str


@dataclass(frozen=True)
class Read:
    """What a message says.

    Attributes:
        lines: the fields, each once, in the order of the message.
        unread: lines that belong to none, with the reason.
    """

    lines: tuple[PlanLine, ...]
    unread: tuple[tuple[str, Unread], ...]


def read_lines(text: str, locale: str) -> Read:
    """Return the fields of a message; fields that are left empty, as in the message to copy, are none.

    The first line may be the title or the kind without a word before it. Lines below a description belong to it, those
    below a title are the description, those below a venue its address.

    Args:
        text: what follows the command.
        locale: of who types.
    """
    reader = _Reader(locale)
    for line in text.splitlines():
        reader.read(line)
    return reader.found()


class _Reader:
    """Reads a message line by line."""

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self._lines: dict[PlanWord, PlanLine] = {}
        self._unread: list[tuple[str, Unread]] = []
        self._heading = ""
        self._open: PlanWord | None = None
        self._begun = False

    def read(self, line: str) -> None:
        """Take the next line."""
        form = LINE.fullmatch(NUMBERED.sub("", line))
        word = self._word(form["label"]) if form else None
        if form and word:
            self._begin(word, form["value"].strip(), line.strip())
        elif line.strip():
            self._go_on(line, is_labelled=form is not None and _is_label(form["label"]))
        elif self._open is PlanWord.DESCRIPTION:
            self._append(PlanWord.DESCRIPTION, "", "")

    def found(self) -> Read:
        """Return what was read."""
        self._place_heading()
        lines = (replace(line, value=line.value.strip(), quoted=line.quoted.strip()) for line in self._lines.values())
        return Read(tuple(line for line in lines if line.value not in NOTHING), tuple(self._unread))

    def _word(self, label: str) -> PlanWord | None:
        """Return the field of a word; within a description only of one that is spelt as it should be."""
        return field_of(label, self._locale, misspelt=self._open is not PlanWord.DESCRIPTION)

    def _begin(self, word: PlanWord, value: str, quoted: str) -> None:
        self._begun, self._open = True, word
        if word in GOES_ON.values() and word in self._lines:
            self._append(word, value, quoted)
        elif word in self._lines and self._lines[word].value not in NOTHING:
            self._open = None
            self._unread.append((quoted, Unread.TWICE))
        else:
            self._lines[word] = PlanLine(word, value, quoted)

    def _go_on(self, line: str, *, is_labelled: bool) -> None:
        """Take a line without the word of a field; one with another word and a colon is text only in a description."""
        into = GOES_ON.get(self._open) if self._open else None
        if not self._begun and not self._heading and not is_labelled:
            self._heading = line.strip()
        elif into is None or (is_labelled and into is not self._open):
            self._unread.append((line.strip(), Unread.NO_FIELD))
        else:
            self._append(into, line.strip(), line.strip())
            self._open = into if into is PlanWord.DESCRIPTION else self._open

    def _append(self, word: PlanWord, value: str, quoted: str) -> None:
        before = self._lines.get(word, PlanLine(word, "", ""))
        self._lines[word] = PlanLine(word, f"{before.value}\n{value}", f"{before.quoted}\n{quoted}")

    def _place_heading(self) -> None:
        """Take the first line as kind or title, if it is one and the message has fields."""
        bare = BULLETS.sub(" ", self._heading).strip() if self._heading else ""
        word = PlanWord.KIND if kind_of(bare, self._locale) else PlanWord.TITLE
        if self._heading and (word is PlanWord.KIND or self._lines) and word not in self._lines:
            self._lines = {word: PlanLine(word, bare if word is PlanWord.KIND else self._heading, self._heading)} | (
                self._lines
            )
        elif self._heading:
            self._unread.insert(0, (self._heading, Unread.NO_FIELD))


def _is_label(text: str) -> bool:
    """Say whether what stands before a colon looks like the word of a field, as an hour and a sentence do not."""
    return any(map(str.isalpha, text)) and len(text.split()) <= MOST_LABEL_WORDS
