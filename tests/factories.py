"""Valid made-up objects, for tests that care about one or two of their fields."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.article import Article, Block, Category, Channel, Country, FrontMatter, Section
from knowledge.catalog import SourceCatalog
from knowledge.instruments import Instrument
from knowledge.localise import LocalisedArticle, Localiser
from knowledge.reference import Reference

REFERENCE = Reference({"cs": Instrument(id="cs", name="Convention on Signals", short="CS")})
FRONT: dict[str, Any] = {
    "id": "signal",
    "title": "Sending a signal",
    "category": Category.CHANNELS,
    "legal_bases": [{"instrument": "cs", "articles": "13; 34(1)"}],
    "channels": [Channel.INTERPOL, Channel.SIENA],
    "deadlines": [{"label": "Answer: {duration}", "duration": "PT8H"}],
    "decides": "The head of unit decides.",
    "countries": [Country.HU, Country.RO],
    "sources": [{"title": "Text of the Convention", "url": "https://example.org/cs", "read": dt.date(2026, 11, 1)}],
    "reviewed_on": dt.date(2026, 11, 1),
    "review_due": dt.date(2027, 5, 1),
}
SECTIONS = {
    Section.SHORT_ANSWER: (Block("Send it at once.", 20),),
    Section.STEPS: (Block("Write.", 24), Block("Call.", 25)),
    Section.CONDITIONS: (),
    Section.COMES_BACK: (Block("An answer.", 29),),
    Section.COUNTRY_NOTES: (Block("Use the form.", 33, (Country.HU, Country.RO)),),
    Section.MISTAKES: (),
}


def article(sections: Mapping[Section, tuple[Block, ...]] = SECTIONS, **front: object) -> Article:
    """Return an article; keyword arguments replace fields of its front matter."""
    fields = FRONT | front
    lines = {name: number for number, name in enumerate(fields, start=2)}
    lines |= {"deadlines.0": 8, "legal_bases.0": 6, "related.0": 12, "sources.0": 11}
    return Article(FrontMatter.model_validate(fields), sections, Path(f"{fields['id']}.md"), lines)


@dataclass(frozen=True)
class Translations:
    """A catalog from a dictionary of (msgctxt, msgid) -> msgstr."""

    locale: str
    messages: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def find(self, context: str, msgid: str) -> str | None:
        """Return the translation, or None."""
        return self.messages.get((context, msgid))


def localised(
    source: Article, translations: Mapping[tuple[str, str], str] | None = None, locale: str = "en"
) -> LocalisedArticle:
    """Return an article in English, or in a language that has only these translations."""
    catalog = SourceCatalog() if translations is None else Translations(locale, translations)
    return Localiser(catalog, REFERENCE).article(source)
