"""Phone numbers: with a country code of any country, or as they are dialled within the seven.

How sure we must be depends on how the number is written:

- with `+` it only has to be a possible number, with `00` and a code outside the seven a valid one;
- with the code of one of the seven countries but no `+`, or with a leading 0, it has to be a valid one, and no word
  such as "ref" may stand in front;
- a Georgian mobile number, which has no leading 0, has to be grouped as they are or stand in a Georgian text;
- beside a word such as "phone" any valid number of the seven counts, and one of six or seven digits shortly after it.

Not recognised: short numbers (112, 116 000), extensions, and numbers of other countries without their code.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

from bot.guard.findings import Finding, Kind
from bot.guard.harmless import without_harmless
from bot.guard.plaintext import PlainText
from bot.guard.vocabulary import PHONE, REFERENCE
from bot.guard.words import last

CANDIDATE = re.compile(r"(?=[\d+(])(?<![\d+])(?<!\d[.,/-])(?!0[.,])\(?\+?\(?\d(?:[ .\-/()]{0,3}\d){5,15}(?!\w)")
GROUP_END = re.compile(r"\d(?!\d)")
CODES = {36: "HU", 40: "RO", 373: "MD", 995: "GE", 389: "MK", 381: "RS", 380: "UA"}
TRUNK = {"HU": "06"}
"""What is dialled before a number within a country, where that is not 0."""
MOBILE = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
OF_PERSONS = MOBILE | {PhoneNumberType.FIXED_LINE, PhoneNumberType.VOIP, PhoneNumberType.PERSONAL_NUMBER}
"""Not the numbers of hotlines: free, shared-cost and premium-rate."""
GEORGIAN_MOBILE = re.compile(r"5\d{2}(?:[ -]?\d{2}){3}|5\d{2}([ -])\d{3}\1\d{3}")
LOCAL_DIGITS = range(8, 12)
SUBSCRIBER = re.compile(r"(?!116)\d{3}[ -]?\d{3,4}|\d{1,3}(?:[ -]\d{2}){2,3}")
MOST_GROUPS = 6
WORDS_BEFORE, WORDS_BESIDE, WORDS_AFTER, WORDS_OF_REFERENCE = 4, 3, 3, 2


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the phone numbers, in order."""
    if CANDIDATE.search(text.text) is None:
        return
    for match in CANDIDATE.finditer(without_harmless(text)):
        is_phone = _rule(match, text)
        end = next((end for end in _ends(match[0]) if is_phone(match[0][:end], _digits(match[0][:end]))), 0)
        if end:
            yield Finding(Kind.PHONE, match.start(), match.start() + end)


def _ends(candidate: str) -> list[int]:
    """Return where the number may end, the longest first: another number may follow it."""
    return [match.end() for match in GROUP_END.finditer(candidate)][: -MOST_GROUPS - 1 : -1]


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written)


def _rule(match: re.Match[str], text: PlainText) -> Callable[[str, str], bool]:
    """Return what a number at this place must satisfy, as it is written and in its digits."""
    if "+" in match[0]:
        return lambda _, digits: is_international(digits)
    if _digits(match[0]).startswith("00"):
        return lambda _, digits: is_international(digits.removeprefix("00"), by_plus=False)
    if _is_called_phone(match, text):
        is_beside = PHONE.search(text.words.before(match.start(), WORDS_BESIDE)) is not None
        return lambda written, digits: _is_dialled(digits) or (is_beside and SUBSCRIBER.fullmatch(written) is not None)
    if _is_reference(match, text):
        return lambda *_: False
    if _digits(match[0]).startswith("0"):
        return lambda _, digits: is_local(digits)
    is_mobile = partial(is_georgian_mobile, is_georgian_text=text.is_georgian)
    return lambda written, digits: is_with_code(digits) or is_mobile(written)


def _is_called_phone(match: re.Match[str], text: PlainText) -> bool:
    """Tell whether a word beside it speaks of phones, and none between them of references."""
    before = text.words.before(match.start(), WORDS_BEFORE)
    named = last(PHONE, before)
    if named < 0:
        return PHONE.search(text.words.after(match.end(), WORDS_AFTER)) is not None
    return named > last(REFERENCE, before)


def _is_reference(match: re.Match[str], text: PlainText) -> bool:
    """Tell whether it is the rest of a word with digits, or a word such as "case" stands in front."""
    if text.text[max(match.start() - 1, 0)].isalpha():
        return True
    return REFERENCE.search(text.words.before(match.start(), WORDS_OF_REFERENCE)) is not None


def _is_dialled(digits: str) -> bool:
    return is_local(digits) or is_with_code(digits)


def is_international(digits: str, *, by_plus: bool = True) -> bool:
    """Tell whether digits that begin with a country code are a phone number; a 0 after the code does no harm."""
    try:
        number = phonenumbers.parse(f"+{digits}")
    except NumberParseException:
        return False
    is_right = (
        phonenumbers.is_possible_number if by_plus or number.country_code in CODES else phonenumbers.is_valid_number
    )
    return len(digits) >= LOCAL_DIGITS.start and is_right(number)


def is_local(digits: str) -> bool:
    """Tell whether the digits are a valid number within one of the seven countries, trunk prefix or not."""
    return len(digits) in LOCAL_DIGITS and any(_is_valid_in(region, code, digits) for code, region in CODES.items())


def is_with_code(digits: str) -> bool:
    """Tell whether the digits are a mobile number of the seven countries with the code but without `+`."""
    for code in CODES:
        rest = digits.removeprefix(str(code))
        if rest != digits and rest:
            number = PhoneNumber(country_code=code, national_number=int(rest))
            return phonenumbers.number_type(number) in MOBILE
    return False


def _is_valid_in(region: str, code: int, digits: str) -> bool:
    national = digits.removeprefix(TRUNK.get(region, "0"))
    if national.startswith("0"):
        return False
    number = PhoneNumber(country_code=code, national_number=int(national))
    return phonenumbers.number_type(number) in OF_PERSONS


def is_georgian_mobile(written: str, *, is_georgian_text: bool) -> bool:
    """Tell whether it is a Georgian mobile number: in groups, or without where the text is Georgian."""
    if GEORGIAN_MOBILE.fullmatch(written) is None or not is_local(_digits(written)):
        return False
    return is_georgian_text or not written.isdigit()
