"""What the guard reports: a kind and a place, never the value itself."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data that the guard knows."""

    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    CARD = "card"
    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    PLATE = "plate"
    VIN = "vin"
    NATIONAL_ID = "national_id"
    BIRTH_DATE = "birth_date"


@dataclass(frozen=True)
class Finding:
    """Where personal data stands in a text.

    It holds no part of the text, so it may be logged, counted and shown.

    Attributes:
        kind: what it looks like.
        start: index of its first character in the text as it was given.
        end: index after its last character.
    """

    kind: Kind
    start: int
    end: int
