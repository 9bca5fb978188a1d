"""Dates of birth: a date beside a word such as "born", or beside a name.

A date directly beside the word counts whatever its year; farther off, and beside a name, only when somebody born then
would be a teenager or older, since the dates of meetings stand beside capitals too. A name is two or three capitalised
words, none of which belongs to the name of a treaty, an act or a body; in Georgian, which has no capitals, a word with
the ending of a surname.

Not recognised: a year of birth alone, an age, a name in small letters, and names without a date: no rule tells the name
of a suspect from that of a colleague or a town.
"""

import re
from collections.abc import Iterator

from bot.guard.dates import WrittenDate
from bot.guard.findings import Finding, Kind
from bot.guard.plaintext import PlainText
from bot.guard.vocabulary import BORN, BORN_SHORT, INSTRUMENT, PLACE_PREPOSITION

EARLIEST, LATEST = 1900, 2012
"""Years of birth that are believed without the word right beside the date."""
STAR = re.compile(r"[*✱★] ?$")
TIME = re.compile(r"[ ,.]{0,3}(?:(?:at|u|la|о|у|во|ora|ore) )?\d{1,2}[:.]\d{2}(?!\d|[./]\d)")
CAPITALISED = r"(?:[^\W\d_][^\W\d_]{1,24}(?:-[^\W\d_]{2,24})?)"
NAME = rf"({CAPITALISED}(?: {CAPITALISED}){{1,2}}|[^\W\d_]{{4,24}}, ?{CAPITALISED})"
PLACE = rf"(?:[,(] ?[(]?{CAPITALISED}, ?)?"
BEFORE = re.compile(rf"(?<!\w){NAME} ?{PLACE}[ ,(:;-]{{1,4}}$")
AFTER = re.compile(rf"[ ,.)(:;-]{{1,4}}{NAME}(?!\w)")
ROMAN = re.compile(r"[IVX]+")
SURNAME = re.compile(r"(?:შვილ|ძე|[ა-ჰ]{3}ავა)(?:ი|მა?|ს|ის|ით)?(?!\w)")
COMPACT = re.compile(r"(?<!\w)(?:(?:19|20)\d{6}|[0-3]\d[01]\d(?:19|20)\d\d)(?!\w)")
NAME_LENGTH = 90
SURNAME_LENGTH = 24
FEWEST_WORDS = 2
LETTERS_OF_CAPITALS = 4
"""Of each word of a name that is all in capitals; shorter ones are acronyms."""
WORDS_BESIDE, WORDS_NEAR, WORDS_AFTER = 2, 6, 2


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the dates of birth, in no order."""
    for date in text.dates:
        if _is_birth(date, text):
            yield Finding(Kind.BIRTH_DATE, date.start, date.end)
    for match in COMPACT.finditer(text.text):
        if BORN.search(text.words.before(match.start(), WORDS_BESIDE)):
            yield Finding(Kind.BIRTH_DATE, *match.span())


def _is_birth(date: WrittenDate, text: PlainText) -> bool:
    if TIME.match(text.text, date.end):
        return False
    if STAR.search(text.text, max(date.start - 2, 0), date.start) or _is_called_birth(date, text):
        return True
    if date.year is None or not EARLIEST <= date.year <= LATEST:
        return False
    near = text.words.before(date.start, WORDS_NEAR)
    return bool(BORN.search(near) or BORN_SHORT.search(_last(near))) or _is_beside_name(date, text)


def _is_called_birth(date: WrittenDate, text: PlainText) -> bool:
    windows = text.words.before(date.start, WORDS_BESIDE), text.words.after(date.end, WORDS_AFTER)
    return any(map(BORN.search, windows))


def _is_beside_name(date: WrittenDate, text: PlainText) -> bool:
    before = BEFORE.search(text.text, max(date.start - NAME_LENGTH, 0), date.start)
    after = AFTER.match(text.text, date.end)
    if (before and _is_name(before[1], before.start(), text)) or (after and _is_name(after[1], after.start(), text)):
        return True
    beside = (
        text.text[max(date.start - SURNAME_LENGTH, 0) : date.start],
        text.text[date.end : date.end + SURNAME_LENGTH],
    )
    return any(map(SURNAME.search, beside))


def _is_name(words: str, start: int, text: PlainText) -> bool:
    capitalised = [part for part in words.replace(",", " ").split() if part[0].isupper()]
    if len(capitalised) < FEWEST_WORDS or any(map(ROMAN.fullmatch, capitalised)):
        return False
    if words.isupper() and min(map(len, capitalised)) < LETTERS_OF_CAPITALS:
        return False
    # "Vienna, Austria" has a comma as well: of a name, the surname before it is in capitals.
    if "," in words and (words.isupper() or not capitalised[0].isupper()):
        return False
    if PLACE_PREPOSITION.search(text.words.before(text.text.index(capitalised[0], start), 1)):
        return False
    return INSTRUMENT.search(text.words.after(start, len(words.split()))) is None


def _last(window: str) -> str:
    return " ".join(window.split()[-1:])
