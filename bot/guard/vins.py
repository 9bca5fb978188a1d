"""Vehicle identification numbers (ISO 3779): 17 letters and digits, never I, O or Q.

A right check digit, which North American makers must set, is enough; so is the shape of a number whose last four places
are digits. With a word such as "VIN" before it, it may be written in groups and be any mixture.

Not recognised: numbers of 17 digits without such a word (criminal registers have those), numbers of vehicles made
before 1981, which are shorter.
"""

import re
from collections.abc import Iterator

from bot.guard.findings import Finding, Kind
from bot.guard.plaintext import PlainText
from bot.guard.vocabulary import CHASSIS

WHOLE = re.compile(r"(?<![A-Z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])")
GROUPED = re.compile(r"(?<![A-Z0-9])[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){16}(?![A-Z0-9])")
VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", "123456781234579234567890123456789", strict=True))
WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
CHECK_PLACE = 8
SERIAL_DIGITS = 4
FEWEST_LETTERS, FEWEST_DIGITS = 2, 5
WORDS_BEFORE = 4


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the numbers; one that is written in groups only after a word that names it."""
    for match in WHOLE.finditer(text.latin):
        if is_vin(match[0]) or _is_named(text, match.start()):
            yield Finding(Kind.VIN, *match.span())
    for match in GROUPED.finditer(text.latin):
        if sum(map(str.isdigit, match[0])) >= FEWEST_DIGITS and _is_named(text, match.start()):
            yield Finding(Kind.VIN, *match.span())


def is_vin(number: str) -> bool:
    """Tell whether 17 capitals and digits are a number by themselves."""
    digits = sum(map(str.isdigit, number))
    if digits < FEWEST_DIGITS or len(number) - digits < FEWEST_LETTERS:
        return False
    return number[-SERIAL_DIGITS:].isdigit() or has_check_digit(number)


def has_check_digit(number: str) -> bool:
    """Tell whether the ninth place is the check digit of 49 CFR 565.15."""
    total = sum(int(VALUES[character]) * weight for character, weight in zip(number, WEIGHTS, strict=True))
    return number[CHECK_PLACE] == "0123456789X"[total % 11]


def _is_named(text: PlainText, start: int) -> bool:
    return CHASSIS.search(text.words.before(start, WORDS_BEFORE)) is not None
