"""What the knowledge base asks of translations; whence they come is the caller's business."""

from typing import Protocol

import cyrtranslit

SOURCE_LOCALE = "en"
DERIVED_LOCALES = {"sr_Latn": "sr"}
"""Locales without a catalog of their own, and the one they are written from."""


class Catalog(Protocol):
    """The translations of one locale."""

    @property
    def locale(self) -> str:
        """The locale, as `uk` or `sr_Latn`."""

    def find(self, context: str, msgid: str) -> str | None:
        """Return the translation, or None where it is missing, fuzzy, empty or damaged."""


class SourceCatalog:
    """English: every message is its own translation."""

    locale = SOURCE_LOCALE

    def find(self, context: str, msgid: str) -> str | None:
        """Return the message itself."""
        del context
        return msgid


class LatinCatalog:
    """A Serbian Cyrillic catalog in Latin letters, so that nothing is translated twice."""

    def __init__(self, locale: str, cyrillic: Catalog) -> None:
        """Take the locale of the Latin texts and the catalog they come from."""
        self.locale = locale
        self._cyrillic = cyrillic

    def find(self, context: str, msgid: str) -> str | None:
        """Return the Cyrillic translation in Latin letters, or None."""
        text = self._cyrillic.find(context, msgid)
        return None if text is None else to_latin(text)


def to_latin(text: str) -> str:
    """Write Serbian Cyrillic in Latin letters; everything else stays as it is."""
    return str(cyrtranslit.to_latin(text, "sr"))
