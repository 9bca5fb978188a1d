"""Licence plates of the seven countries, in either script, with spaces, hyphens or neither.

Unmistakable in capitals: Romanian and new Hungarian plates, and two letters, three or four digits, two letters
(Georgian, Serbian, Macedonian, Ukrainian). The same in small letters, and shapes that also occur in "ETS 182" or
"ISO 639", need a word such as "plate" or "car" within a few words.

Not recognised: personalised, diplomatic and provisional plates, those of motorcycles and trailers that have another
shape, and plates of other countries unless they look like one of these.
"""

import re
from collections.abc import Iterator

from bot.guard.findings import Finding, Kind
from bot.guard.plaintext import PlainText
from bot.guard.plate_codes import COUNTRIES, FUNCTION_WORDS, NAMES, ROMANIAN, TOWNS, UKRAINIAN, UNITS
from bot.guard.vocabulary import PLATE, REFERENCE, VEHICLE

LETTER = r"[^\W\d_]"
START, END = r"(?<![\w/.-])", r"(?!\w|[/.-]\w)"
TWO_AND_TWO = re.compile(rf"{START}({LETTER}{{2}})([ -]?)(\d{{3,4}})([ -]?)({LETTER}{{2}}){END}")
TWO_AND_THREE = re.compile(rf"{START}({LETTER}{{1,2}})([ -]?)(\d{{2,3}})([ -]?)({LETTER}{{3}}){END}")
NEW_HUNGARIAN = re.compile(rf"{START}({LETTER}{{2}})([ -]?)({LETTER}{{2}})([ -]?)(\d{{3}}){END}")
THREE_AND_THREE = re.compile(rf"{START}({LETTER}{{3}})[ -]?\d{{3}}{END}")
OLD_MOLDOVAN = re.compile(rf"{START}({LETTER}{{1,2}})[ -]({LETTER}{{2}})[ -]?\d{{3}}{END}")
WITHOUT_TOWN = re.compile(rf"{START}\d{{3,4}}[ -]?({LETTER}{{2}}){END}")
# Unmistakable also in small letters: four digits that are no year of our time, without spaces or in Cyrillic letters.
SMALL = re.compile(r"[a-z]{2}(?!19|20)\d{4}[a-z]{2}|[авеікмнорстх]{2} ?(?!19|20)\d{4} ?[авеікмнорстх]{2}")
PLACEHOLDER = re.compile(r"(?<!\d)0{1,4}(?!\d)")
"""How people show what a plate looks like; none has only zeros."""
SHORT = 3
"""Digits of a Georgian plate, and of one of Bucharest; the other counties have two."""
WORDS_BEFORE, WORDS_AFTER, WORDS_OF_REFERENCE = 5, 4, 1
NAMED_BEFORE, NAMED_AFTER = 3, 2


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the plates, the unmistakable ones first."""
    for match in TWO_AND_TWO.finditer(text.text):
        if _is_two_and_two(match, text):
            yield _plate(match)
    for match in TWO_AND_THREE.finditer(text.text):
        if _is_romanian(match, text):
            yield _plate(match)
    for match in NEW_HUNGARIAN.finditer(text.text):
        if _is_new_hungarian(match, text):
            yield _plate(match)
    for pattern in (THREE_AND_THREE, OLD_MOLDOVAN):
        yield from (_plate(match) for match in pattern.finditer(text.text) if _is_short(match, text))
    for match in WITHOUT_TOWN.finditer(text.text):
        if _letters_may_be(match) and match[0].isupper() and _is_called_plate(match, text):
            yield _plate(match)


def _plate(match: re.Match[str]) -> Finding:
    return Finding(Kind.PLATE, *match.span())


def _is_two_and_two(match: re.Match[str], text: PlainText) -> bool:
    first, gap, digits, other_gap, last = match.groups()
    if not _letters_may_be(match) or (" " in gap + other_gap and {first.upper(), last.upper()} <= COUNTRIES):
        return False
    known = first.upper() in TOWNS or _latin(first) in UKRAINIAN
    if match[0].isupper():
        return _is_no_reference(match, text) and (known or len(digits) == SHORT or " " not in gap + other_gap)
    if known and (gap == other_gap == "-" or SMALL.fullmatch(match[0])):
        return True
    return _is_named(match, text)


def _is_romanian(match: re.Match[str], text: PlainText) -> bool:
    county, digits = match[1], match[3]
    if _latin(county) not in ROMANIAN or (len(digits) == SHORT and county.upper() not in "BВ"):
        return False
    if match[5].upper() in UNITS | NAMES or (county in FUNCTION_WORDS and not match[0].isupper()):
        return False
    return (match[0].isupper() and _is_no_reference(match, text)) or _is_named(match, text)


def _is_new_hungarian(match: re.Match[str], text: PlainText) -> bool:
    if not _letters_may_be(match) or f"{match[1]}{match[3]}".upper() in NAMES:
        return False
    as_printed = match[0].isupper() and (match[2], match[4]) == (" ", "-")
    return (as_printed and _is_no_reference(match, text)) or _is_named(match, text)


def _is_short(match: re.Match[str], text: PlainText) -> bool:
    """Tell whether three letters and three digits are a plate; in small letters with a space they may be "and 100"."""
    if not _letters_may_be(match):
        return False
    return _is_called_plate(match, text) or (_is_named(match, text) and (match[0].isupper() or " " not in match[0]))


def _letters_may_be(match: re.Match[str]) -> bool:
    groups = [group.upper() for group in match.groups() if group and group.isalpha()]
    if any(group in NAMES for group in groups) or PLACEHOLDER.search(match[0]):
        return False
    return " " not in match[0] or not (groups[-1] in UNITS or any(group in FUNCTION_WORDS for group in groups))


def _is_named(match: re.Match[str], text: PlainText) -> bool:
    """Tell whether a word beside it speaks of plates or vehicles."""
    windows = text.words.before(match.start(), WORDS_BEFORE), text.words.after(match.end(), WORDS_AFTER)
    return any(PLATE.search(window) or VEHICLE.search(window) for window in windows)


def _is_called_plate(match: re.Match[str], text: PlainText) -> bool:
    windows = text.words.before(match.start(), NAMED_BEFORE), text.words.after(match.end(), NAMED_AFTER)
    return any(map(PLATE.search, windows))


def _is_no_reference(match: re.Match[str], text: PlainText) -> bool:
    return REFERENCE.search(text.words.before(match.start(), WORDS_OF_REFERENCE)) is None


def _latin(letters: str) -> str:
    return PlainText.read(letters).latin
