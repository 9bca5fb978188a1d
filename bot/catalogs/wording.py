"""What no other rule reads: commands, space at the ends, line breaks, the last sign, text left in English."""

import re

from bot.catalogs import plain
from bot.catalogs.findings import Fault, Rule

CLOSING = re.compile(r"(?:</\w+>|[\s\"'»”“’)\]*_])+$")
"""What may stand behind the last sign of a sentence."""
SIGNS = ".?!:;,…"
SENTENCE_LENGTH = 4
"""Words in lower case from which on a text cannot be the same in two languages by chance."""


def faults(source: str, text: str) -> list[Fault]:
    """Return what is wrong with the form of a translation."""
    return [
        *_commands(source, text),
        *_space(source, text),
        *_lines(source, text),
        *_sign(source, text),
        *_identical(source, text),
    ]


def _commands(source: str, text: str) -> list[Fault]:
    expected, found = (set(plain.COMMAND.findall(words)) for words in (source, text))
    if found == expected:
        return []
    return [Fault(Rule.COMMAND, " ".join(sorted(found)) or "none", " ".join(sorted(expected)) or "none")]


def _space(source: str, text: str) -> list[Fault]:
    expected, found = _ends(source), _ends(text)
    return [] if found == expected else [Fault(Rule.SPACE, _shown(found), _shown(expected))]


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _shown(ends: tuple[str, str]) -> str:
    return f"{ends[0]!r} before and {ends[1]!r} after"


def _lines(source: str, text: str) -> list[Fault]:
    expected, found = source.strip().count("\n"), text.strip().count("\n")
    return [] if found == expected else [Fault(Rule.LINES, str(found), str(expected))]


def _sign(source: str, text: str) -> list[Fault]:
    expected, found = _last_sign(source), _last_sign(text)
    return [] if found == expected else [Fault(Rule.PUNCTUATION, found or "none", expected or "none")]


def _last_sign(text: str) -> str:
    end = CLOSING.sub("", text.replace("...", "…"))[-1:]
    return end if end in SIGNS else ""


def _identical(source: str, text: str) -> list[Fault]:
    words = re.findall(r"\b[a-z]+\b", plain.words(source))
    if source != text or len(words) < SENTENCE_LENGTH:
        return []
    return [Fault(Rule.IDENTICAL, "the English sentence", "a translation")]
