"""International bank account numbers and payment cards, both by their check digits.

Not recognised: account numbers of one country without IBAN, which look like any reference, and IBANs that are mistyped.
"""

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from bot.guard.findings import Finding, Kind
from bot.guard.numbers import Number
from bot.guard.plaintext import PlainText

# Looked for from every place, since the next word may read on like the number.
IBAN = re.compile(r"(?<![A-Z0-9])(?=([A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}(?![A-Z0-9])))")
SHORTEST_IBAN = 15
SEPARATED = re.compile(r"[ .-]|$")
CARD = re.compile(r"4(?:\d{12}|\d{15})|(?:5[1-5]|2[2-7]|6[05]|35)\d{14}|3[47]\d{13}|5[06-9]\d{14,17}")
"""By the first digits of Visa, Mastercard, American Express, JCB, Discover, Maestro."""
CARD_GROUPS = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 4, 4, 4, 3), (4, 4, 4, 1)})


def find_ibans(text: PlainText) -> Iterator[Finding]:
    """Yield the account numbers, in order."""
    for match in IBAN.finditer(text.latin):
        end = _end_of_iban(match[1])
        if end:
            yield Finding(Kind.IBAN, match.start(), match.start() + end)


def find_cards(text: PlainText) -> Iterator[Finding]:
    """Yield the card numbers: written whole or in the groups that are printed on cards."""
    return (Finding(Kind.CARD, number.start, number.end) for number in text.numbers if _is_card(number))


def _is_card(number: Number) -> bool:
    printed = number.is_whole or number.sizes in CARD_GROUPS
    return printed and CARD.fullmatch(number.digits) is not None and luhn.is_valid(number.digits)


def _end_of_iban(candidate: str) -> int:
    """Return how long the number is that the candidate begins with; 0 when it begins with none."""
    for separator in SEPARATED.finditer(candidate, SHORTEST_IBAN):
        number = re.sub(r"[ .-]", "", candidate[: separator.start()])
        if int("".join(str(int(character, 36)) for character in number[4:] + number[:4])) % 97 == 1 and iban.is_valid(
            number
        ):
            return separator.start()
    return 0
