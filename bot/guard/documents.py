"""Numbers of passports and identity cards of the seven countries.

Their shapes are short and have no check digit, so a word such as "passport" must stand within a few words. Unmistakable
by themselves are the lines that machines read, and "series XX no. 123456" as Romanian and Ukrainian papers have it.

Not recognised: a number without such a word, driving licences, residence permits, and visas.
"""

import re
from collections.abc import Iterator

from bot.guard.findings import Finding, Kind
from bot.guard.plaintext import PlainText
from bot.guard.vocabulary import IDENTITY_CARD, PASSPORT, REFERENCE
from bot.guard.words import last

SHAPES = re.compile(
    r"(?<![A-Z0-9+/])(?:"
    r"[A-Z]{1,2}[ -]?(?:N[OR]?\.? ?)?\d{6,8}"  # HU, MD, MK, UA passports; RO, MD, MK cards
    r"|\d{2} ?[A-Z]{2} ?\d{5}"  # GE both
    r"|\d{6} ?[A-Z]{2}"  # HU card
    r"|\d{3}[ -]\d{3}[ -]\d{3}|\d{2} (?:N[OR]\.? ?)?\d{6,7}|\d{8,9}"  # RO, RS passports; RS, UA cards
    r")(?![A-Z0-9]|[/.,-]\d)"
)
SERIES = re.compile(
    r"(?<![A-Z])(?:SERI[AEI]{1,2}|CEPI[ЯЇ]|CEPИJA|C\.?I\.?)[ :.]{1,3}"
    r"[A-Z]{2}[ ,.-]{0,3}(?:N[RO]\.?)?[ .]{0,2}\d{6}(?!\d)"
)
MACHINE_READ = re.compile(r"(?<![A-Z<])[PIAC][A-Z<][A-Z]{3}[A-Z0-9<]{25,39}(?![A-Z0-9])")
EIGHT_DIGITS = re.compile(r"\d{8}")
"""Old Romanian passports have them, no identity card has."""
DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
WORDS_BEFORE, WORDS_AFTER, WORDS_OF_REFERENCE = 5, 4, 1


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the numbers, those that are unmistakable first."""
    for match in MACHINE_READ.finditer(text.latin):
        if "<<" in match[0]:
            yield Finding(Kind.PASSPORT if match[0][0] == "P" else Kind.IDENTITY_CARD, *match.span())
    for match in SERIES.finditer(text.latin):
        yield Finding(_named_kind(text, *match.span()) or Kind.IDENTITY_CARD, *match.span())
    for match in SHAPES.finditer(text.latin):
        kind = _named_kind(text, *match.span())
        if kind and not _is_harmless(text, match) and (kind is Kind.PASSPORT or not EIGHT_DIGITS.fullmatch(match[0])):
            yield Finding(kind, *match.span())


def _named_kind(text: PlainText, start: int, end: int) -> Kind | None:
    """Return what the words beside say that it is; of two words before it the nearer one."""
    before = text.words.before(start, WORDS_BEFORE)
    passport, card = last(PASSPORT, before), last(IDENTITY_CARD, before)
    if passport == card:
        after = text.words.after(end, WORDS_AFTER)
        passport, card = -_first(PASSPORT, after), -_first(IDENTITY_CARD, after)
        if passport == card:
            return None
    return Kind.PASSPORT if passport > card else Kind.IDENTITY_CARD


def _first(pattern: re.Pattern[str], window: str) -> int:
    match = pattern.search(window)
    return match.start() if match else len(window) + 1


def _is_harmless(text: PlainText, match: re.Match[str]) -> bool:
    if DAY.fullmatch(match[0]) or REFERENCE.search(text.words.before(match.start(), WORDS_OF_REFERENCE)):
        return True
    letters = text.text[match.start() : match.end()]
    return " " in match[0] and any(map(str.isalpha, letters)) and letters.islower() and match[0][0].isalpha()
