"""All detectors over one text."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.guard import accounts, addresses, births, documents, national_ids, phones, plates, vins
from bot.guard.findings import Finding
from bot.guard.plaintext import PlainText

NEEDED = re.compile(r"\d|<<")
DETECTORS: Sequence[Callable[[PlainText], Iterator[Finding]]] = (
    addresses.find,
    accounts.find_ibans,
    vins.find,
    national_ids.find,
    accounts.find_cards,
    documents.find,
    births.find,
    phones.find,
    plates.find,
)
"""The surer first: of two that claim the same characters, the first has them."""


def find(text: str) -> tuple[Finding, ...]:
    """Return the personal data in a text, in order and without overlaps; () when there is none that we know."""
    plain = PlainText.read(text)
    kept: list[Finding] = []
    taken = bytearray(len(plain.text))
    # All but an address and a machine-read line has a digit, and most of what people ask has none.
    for detector in DETECTORS if NEEDED.search(plain.text) else DETECTORS[:1]:
        for finding in detector(plain):
            place = slice(finding.start, finding.end)
            if not any(taken[place]):
                taken[place] = b"\1" * (finding.end - finding.start)
                kept.append(finding)
    return tuple(sorted((_in_original(finding, plain) for finding in kept), key=lambda finding: finding.start))


def _in_original(finding: Finding, plain: PlainText) -> Finding:
    return Finding(finding.kind, *plain.original(finding.start, finding.end))
