"""What a word of a question can mean: values that the vocabulary gives and the readers of a question look at."""

from dataclasses import dataclass
from enum import StrEnum

from bot.partners.functions import PartnerFunction
from knowledge import Country


class Kind(StrEnum):
    """The kinds of words; those from `CONTACT` on are the keys of `asking.yaml`."""

    PLACE = "place"
    ELSEWHERE = "elsewhere"
    FUNCTION = "function"
    CONTACT = "contact"
    WORKS = "works"
    WHO = "who"
    TIME = "time"
    ORIGIN = "origin"
    ASKING = "asking"
    PROCEDURE = "procedure"
    FILLER = "filler"
    NOISE = "noise"


NAMING = frozenset({Kind.PLACE, Kind.ELSEWHERE, Kind.FUNCTION})
GLUED = NAMING | {Kind.CONTACT}
"""Kinds that are also found written together."""
CORRECTED = GLUED | {Kind.PROCEDURE, Kind.WORKS, Kind.WHO, Kind.TIME}
"""Kinds that are also found misspelt; a word that is like one that says nothing stays unknown."""


@dataclass(frozen=True)
class Meaning:
    """What a word or phrase stands for.

    Attributes:
        kind: see `Kind`.
        country: of a place in the network.
        elsewhere: ISO 3166 code of a country that is not in it.
        function: of a unit.
    """

    kind: Kind
    country: Country | None = None
    elsewhere: str | None = None
    function: PartnerFunction | None = None
