"""What the glossary must satisfy: enough terms, short definitions, every language, one term for a form."""

from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.article import Finding, excerpt
from knowledge.glossary import Equivalent, Glossary, Term

MAX_DEFINITION = 45
"""Words of a definition."""
LEAST_TERMS = 150


def glossary_findings(folder: Path, glossary: Glossary, articles: Collection[str]) -> Iterator[Finding]:
    """Yield terms that are too few, too long, lead nowhere, lack a language or have one form with another term."""
    if not glossary.terms:
        return
    path = folder / "terms.yaml"
    if len(glossary.terms) < LEAST_TERMS:
        yield Finding(path, 1, f"{len(glossary.terms)} terms", f"{LEAST_TERMS} or more")
    for term in glossary.terms.values():
        yield from _term_findings(path, term, glossary, articles)
    yield from _shared_forms(path, dict(glossary.terms))
    for locale, said in glossary.equivalents.items():
        file = folder / f"{locale}.yaml"
        for key in glossary.terms.keys() - said.keys():
            yield Finding(file, 1, f"no {key}", "an equivalent for each term")
        for key in said.keys() - glossary.terms.keys():
            yield Finding(file, 1, excerpt(key), "the id of a term")
        yield from _shared_forms(file, dict(said))


def _term_findings(path: Path, term: Term, glossary: Glossary, articles: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with one term."""
    words = len(term.definition.split())
    if words > MAX_DEFINITION:
        yield Finding(path, 1, f"{term.id}: {words} words", f"at most {MAX_DEFINITION}")
    for target in term.articles:
        if target not in articles:
            yield Finding(path, 1, f"{term.id}: article {target}", "the id of an article")
    for target in term.see:
        if target not in glossary.terms or target == term.id:
            yield Finding(path, 1, f"{term.id}: see {target}", "the id of another term")


def _shared_forms(path: Path, said: dict[str, Equivalent]) -> Iterator[Finding]:
    """Yield forms that stand for two terms, and forms that are both right and wrong."""
    owners: dict[str, str] = {}
    for key, term in said.items():
        for form in (term.term, *term.also):
            if owners.setdefault(form.casefold(), key) != key:
                yield Finding(path, 1, f"{form!r} under {owners[form.casefold()]} and {key}", "one term for a form")
        for form in {avoided.casefold() for avoided in term.avoid} & {
            text.casefold() for text in (term.term, *term.also)
        }:
            yield Finding(path, 1, f"{key}: {form!r} both right and to be avoided", "one of both")
