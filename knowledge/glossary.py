"""The glossary: terms of police cooperation, what they mean, and how each language says them.

`glossary/terms.yaml` holds the English terms with definition and sources, `glossary/LOCALE.yaml` the equivalents.
Definitions are translated with the articles (msgctxt `glossary/ID`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import Field, TypeAdapter, ValidationError
from rapidfuzz import fuzz

from knowledge.article import Entry, FindingsError, Source
from knowledge.catalog import DERIVED_LOCALES, SOURCE_LOCALE, to_latin
from knowledge.folding import skeleton, tokenise
from knowledge.reading import key_lines, read_yaml, validation_findings

CUTOFF = 80.0
"""Least similarity (0-100, rapidfuzz) of what was typed to a form of a term."""
PART_MALUS = 10.0
"""What a part of a term counts less than the whole."""
SHORT = 4
"""A shorter text is an abbreviation: it must be the whole form."""
Kind = TypeVar("Kind")
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Equivalent(Entry):
    """How one language says a term.

    Attributes:
        term: the form to use.
        also: further forms and abbreviations that documents use.
        avoid: forms that are wrong or misleading for it.
    """

    term: str = Field(min_length=2)
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


class Term(Equivalent):
    """A term in English.

    Attributes:
        id: its permanent id.
        definition: what it is, English.
        sources: the pages on which the definition stands.
        articles: procedures in which it matters.
        see: ids of neighbouring terms.
    """

    id: str = Field(pattern=ID, max_length=40)
    definition: str = Field(min_length=10)
    sources: tuple[Source, ...] = Field(min_length=1)
    articles: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True)
class TermHit:
    """A term that was looked up.

    Attributes:
        term_id: which.
        score: similarity, 0-100.
        avoided: the form that was typed, where it is one that should not be used; else None.
    """

    term_id: str
    score: float
    avoided: str | None = None


@dataclass(frozen=True)
class Glossary:
    """All terms.

    Attributes:
        terms: by id.
        equivalents: locale -> id -> how this language says it; nothing for English.
    """

    terms: Mapping[str, Term] = field(default_factory=dict)
    equivalents: Mapping[str, Mapping[str, Equivalent]] = field(default_factory=dict)

    def equivalent(self, term_id: str, locale: str) -> Equivalent | None:
        """Return how a language says a term; None where it is not known.

        Raises:
            KeyError: there is no such term.
        """
        if locale == SOURCE_LOCALE:
            return self.terms[term_id]
        found = self.equivalents.get(DERIVED_LOCALES.get(locale, locale), {}).get(term_id)
        return _in_latin(found) if found and locale in DERIVED_LOCALES else found

    def name(self, term_id: str, locale: str) -> str:
        """Return the term in a language, or in English where the language lacks it."""
        return (self.equivalent(term_id, locale) or self.terms[term_id]).term

    def of_article(self, article_id: str) -> list[str]:
        """Return the ids of the terms that matter in a procedure."""
        return [key for key, term in self.terms.items() if article_id in term.articles]

    def find(self, text: str, limit: int = 5) -> list[TermHit]:
        """Return the terms that a text may mean, in any language and script, the nearest first; [] for none."""
        typed = _key(text)
        if not typed:
            return []
        scores = ((_similarity(typed, form), meanings) for form, meanings in self._forms.items())
        near = sorted((pair for pair in scores if pair[0] >= CUTOFF), key=lambda pair: -pair[0])
        best: dict[str, TermHit] = {}
        for score, meanings in near:
            for term_id, avoided in meanings:
                best.setdefault(term_id, TermHit(term_id, score, avoided))
        return list(best.values())[:limit]

    @cached_property
    def _forms(self) -> dict[str, list[tuple[str, str | None]]]:
        """What each way to write a term stands for: ids, with the written form where it is one to avoid."""
        forms: dict[str, list[tuple[str, str | None]]] = {}
        for term_id, said in self._said():
            for text in (said.term, *said.also):
                forms.setdefault(_key(text), []).insert(0, (term_id, None))
            for text in said.avoid:
                forms.setdefault(_key(text), []).append((term_id, text))
        return forms

    def _said(self) -> Iterator[tuple[str, Equivalent]]:
        yield from self.terms.items()
        for terms in self.equivalents.values():
            yield from terms.items()


def read_glossary(folder: Path) -> Glossary:
    """Read `terms.yaml` and `LOCALE.yaml` of a folder; without them the glossary is empty.

    Raises:
        FindingsError: a file breaks the format.
    """
    terms = _read(folder / "terms.yaml", TypeAdapter(tuple[Term, ...]), ())
    paths = sorted(path for path in folder.glob("*.yaml") if path.stem != "terms")
    kind: TypeAdapter[Mapping[str, Equivalent]] = TypeAdapter(Mapping[str, Equivalent])
    return Glossary({term.id: term for term in terms}, {path.stem: _read(path, kind, {}) for path in paths})


def _read(path: Path, kind: TypeAdapter[Kind], empty: Kind) -> Kind:
    if not path.exists():
        return empty
    entries = read_yaml(path)
    try:
        return kind.validate_python(entries)
    except ValidationError as error:
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        raise FindingsError(validation_findings(error, path, lines)) from error


def _key(text: str) -> str:
    """Bring a text to the form in which scripts and spellings are one."""
    return " ".join(skeleton(token) for token in tokenise(text))


def _similarity(typed: str, form: str) -> float:
    """Compare whole forms, whatever the order of words; a part of a form counts for less than all of it."""
    whole = max(fuzz.ratio(typed, form), fuzz.token_sort_ratio(typed, form))
    part = fuzz.token_set_ratio(typed, form) - PART_MALUS if len(typed) >= SHORT else 0.0
    return float(max(whole, part))


def _in_latin(said: Equivalent) -> Equivalent:
    return Equivalent(
        term=to_latin(said.term), also=tuple(map(to_latin, said.also)), avoid=tuple(map(to_latin, said.avoid))
    )
