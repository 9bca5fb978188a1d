"""Looking a term up: which one is meant, and all that is known of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge import KnowledgeBase, LocalisedArticle, Text
from knowledge.glossary import Equivalent, Glossary, Term, TermHit

CERTAIN = 97.0
"""Similarity (0-100) from which the nearest term is taken without asking."""
MAX_CHOICES = 6
MAX_TYPED = 100
"""Characters; nothing longer is a term, and to look a long text up takes long (4,000 characters: 0.2 s)."""


@dataclass(frozen=True)
class TermEntry:
    """A term as a reader sees it.

    Attributes:
        term: in English, with its sources.
        said: how each language says it, by locale.
        definition: in the reader's language.
        articles: procedures in which it matters, in the reader's language.
        see: (id, name) of neighbouring terms.
    """

    term: Term
    said: Mapping[str, Equivalent]
    definition: Text
    articles: tuple[LocalisedArticle, ...]
    see: tuple[tuple[str, str], ...]


def certain(glossary: Glossary, typed: str) -> list[str]:
    """Return the ids of the terms that are what was typed, in any language; [] where it is only like one."""
    return [hit.term_id for hit in _find(glossary, typed) if hit.score >= CERTAIN]


def meant(glossary: Glossary, typed: str) -> list[str]:
    """Return the id of the one term that is clearly meant, or of up to `MAX_CHOICES`; [] for none."""
    return certain(glossary, typed) or [hit.term_id for hit in _find(glossary, typed)]


def _find(glossary: Glossary, typed: str) -> Sequence[TermHit]:
    """Return the nearest terms, best first; [] for what is too long to be one."""
    return glossary.find(typed, MAX_CHOICES) if len(typed) <= MAX_TYPED else []


def entry(knowledge: KnowledgeBase, term_id: str, locale: str, locales: Iterable[str]) -> TermEntry:
    """Return a term for a reader.

    Raises:
        KeyError: there is no such term.
    """
    glossary = knowledge.reference.glossary
    term = glossary.terms[term_id]
    known = {locale: glossary.equivalent(term_id, locale) for locale in locales}
    return TermEntry(
        term=term,
        said={locale: said for locale, said in known.items() if said is not None},
        definition=knowledge.text(locale, f"glossary/{term_id}", term.definition),
        articles=tuple(knowledge.article(key, locale) for key in term.articles if key in knowledge),
        see=tuple((key, glossary.name(key, locale)) for key in term.see),
    )
