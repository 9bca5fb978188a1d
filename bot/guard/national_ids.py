"""National numbers of persons: CNP, IDNP, JMBG and EMBG, RNOKPP, the three Hungarian ones, the Georgian one.

A number of 13 digits, and a Hungarian personal number, is recognised by its check digit alone. Ten digits need a check
digit and no word such as "ref" in front. The TAJ, where one number in ten is right, and the Georgian number, which has
no check digit, need a word that says what they are; beside such a word a number of the right length counts even when it
is mistyped.

Not recognised: numbers of companies, and those of countries outside the network that have another rule.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.guard.checksums import (
    is_cnp,
    is_hungarian_personal_number,
    is_hungarian_tax_number,
    is_idnp,
    is_jmbg,
    is_rnokpp,
    is_taj,
)
from bot.guard.findings import Finding, Kind
from bot.guard.numbers import Number
from bot.guard.plaintext import PlainText
from bot.guard.vocabulary import NATIONAL_ID, REFERENCE, TAJ

UNMISTAKABLE: Mapping[int, tuple[Callable[[str], bool], ...]] = MappingProxyType(
    {13: (is_cnp, is_jmbg, is_idnp), 11: (is_hungarian_personal_number,)}
)
LIKELY: Mapping[int, tuple[Callable[[str], bool], ...]] = MappingProxyType({10: (is_rnokpp, is_hungarian_tax_number)})
NAMED_LENGTHS = frozenset({10, 11, 13})
TAJ_LENGTH = 9
WORDS_BEFORE, WORDS_AFTER, WORDS_OF_REFERENCE = 4, 2, 2


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the national numbers; overlapping ones where a number can be read in two ways."""
    for number in text.numbers:
        if _is_unmistakable(number) or _is_likely(number, text) or _is_named(number, text):
            yield Finding(Kind.NATIONAL_ID, number.start, number.end)


def _is_unmistakable(number: Number) -> bool:
    return any(is_right(number.digits) for is_right in UNMISTAKABLE.get(len(number.digits), ()))


def _is_likely(number: Number, text: PlainText) -> bool:
    rules = LIKELY.get(len(number.digits), ()) if number.is_whole and number.digits[0] != "0" else ()
    if not any(is_right(number.digits) for is_right in rules):
        return False
    return REFERENCE.search(text.words.before(number.start, WORDS_OF_REFERENCE)) is None


def _is_named(number: Number, text: PlainText) -> bool:
    length = len(number.digits)
    if length not in NAMED_LENGTHS and not (length == TAJ_LENGTH and is_taj(number.digits)):
        return False
    named = TAJ if length == TAJ_LENGTH else NATIONAL_ID
    windows = text.words.before(number.start, WORDS_BEFORE), text.words.after(number.end, WORDS_AFTER)
    return any(map(named.search, windows))
