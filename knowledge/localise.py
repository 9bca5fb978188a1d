"""An article in a reader's language: each piece translated, or English and marked so."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.article import Article, Country, Duration, FrontMatter, Section
from knowledge.catalog import Catalog
from knowledge.reference import Reference
from knowledge.request_forms import RequestForm


@dataclass(frozen=True)
class Text:
    """A piece of an article.

    Attributes:
        text: in the reader's language, or English.
        translated: False where the reader's language lacks it, so that English is shown.
    """

    text: str
    translated: bool = True


@dataclass(frozen=True)
class LocalisedBlock:
    """A paragraph or list item; `countries` as in `knowledge.article.Block`."""

    content: Text
    countries: tuple[Country, ...] = ()


@dataclass(frozen=True)
class LocalisedDeadline:
    """A label with `{duration}` in it, and what stands there."""

    label: Text
    duration: Duration


@dataclass(frozen=True)
class LocalisedBasis:
    """A legal basis: the instrument's name and its articles, as `13; 34(1)`, if they are known."""

    name: Text
    short: str | None
    articles: str | None


@dataclass(frozen=True)
class LocalisedArticle:
    """What a reader sees of an article; what needs no translation is in `front`.

    `form` is the empty form of the request that the article is about, if it is about one; `terms` are the ids of the
    glossary's terms that matter in it.
    """

    front: FrontMatter
    locale: str
    title: Text
    sections: Mapping[Section, tuple[LocalisedBlock, ...]]
    deadlines: tuple[LocalisedDeadline, ...]
    legal_bases: tuple[LocalisedBasis, ...]
    decides: Text | None
    form: RequestForm | None = None
    terms: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The permanent id."""
        return self.front.id


@dataclass(frozen=True)
class Localiser:
    """Turns articles into one language.

    Attributes:
        catalog: the translations.
        reference: what stands beside the articles; with every instrument that one names (`knowledge.rules` sees to it).
    """

    catalog: Catalog
    reference: Reference

    def text(self, context: str, msgid: str) -> Text:
        """Return the translation of a piece, or the English."""
        translation = self.catalog.find(context, msgid)
        return Text(msgid, translated=False) if translation is None else Text(translation)

    def article(self, article: Article) -> LocalisedArticle:
        """Return the article in this language."""
        front, identifier = article.front, article.id
        return LocalisedArticle(
            front=front,
            locale=self.catalog.locale,
            title=self.text(f"{identifier}/title", front.title),
            sections={
                section: tuple(
                    LocalisedBlock(self.text(f"{identifier}/{section}", block.text), block.countries)
                    for block in blocks
                )
                for section, blocks in article.sections.items()
            },
            deadlines=tuple(
                LocalisedDeadline(self.text(f"{identifier}/deadline", deadline.label), deadline.duration)
                for deadline in front.deadlines
            ),
            legal_bases=tuple(self._basis(basis.instrument, basis.articles) for basis in front.legal_bases),
            decides=self.text(f"{identifier}/decides", front.decides) if front.decides else None,
            form=self.reference.request_forms.of_article(identifier),
            terms=tuple(self.reference.glossary.of_article(identifier)),
        )

    def _basis(self, identifier: str, articles: str | None) -> LocalisedBasis:
        """Return a legal basis with the instrument's name in this language."""
        instrument = self.reference.instruments[identifier]
        name = self.text(f"instrument/{identifier}", instrument.name)
        return LocalisedBasis(name, instrument.short, articles)
