"""FAQ sets of others: documents in several languages, and questions labelled with the documents that answer them.

A set is a folder with `docs.jsonl` {id, lang, title, body} and `queries.jsonl` {q, lang, relevant, kind}. The texts are
read where they lie and are no part of the project.

An id is `ARTICLE#LANG`: what stands before the mark is the article, and its languages are versions of it. So a question
is answered by an article, in whatever language; in the sets at hand the relevant documents of a question are always all
versions of its article, and ranking articles is the same as ranking documents and taking any relevant one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel

from knowledge.index import Document


class Kind(StrEnum):
    """How a question came about, which says what it must not find."""

    HEADING = "heading"
    """The document's own title: it would find itself, so titles in its language are hidden."""
    VARIANT = "variant"
    """Another person's wording; nothing is hidden."""
    CROWD = "crowd"
    """Written by someone who saw the body; all titles are hidden."""

    def hides(self, language: str, asked: str) -> bool:
        """Tell whether titles of documents in a language are hidden from questions asked in another or the same."""
        return self is Kind.CROWD or (self is Kind.HEADING and language == asked)


class Scope(StrEnum):
    """What all systems search, which is always the same."""

    OWN = "own"
    """Documents in the question's language and no others."""
    ALL = "all"
    """Documents in all languages of the set together."""


class Text(BaseModel):
    """A line of `docs.jsonl`."""

    id: str
    lang: str
    title: str
    body: str


class Query(BaseModel):
    """A line of `queries.jsonl`."""

    q: str
    lang: str
    relevant: tuple[str, ...]
    kind: Kind

    @property
    def articles(self) -> frozenset[str]:
        """The articles that answer it."""
        return frozenset(map(article_of, self.relevant))


@dataclass(frozen=True)
class FaqSet:
    """A set as it was read."""

    name: str
    texts: tuple[Text, ...]
    queries: tuple[Query, ...]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read a set's folder; a malformed line is a `ValidationError`."""
        texts = tuple(map(Text.model_validate_json, _lines(folder / "docs.jsonl")))
        return cls(folder.name, texts, tuple(map(Query.model_validate_json, _lines(folder / "queries.jsonl"))))

    def groups(self) -> Iterator[tuple[str, Kind, Sequence[Query]]]:
        """Yield the questions by language and kind, in this order."""
        groups: dict[tuple[str, Kind], list[Query]] = defaultdict(list)
        for query in self.queries:
            groups[query.lang, query.kind].append(query)
        for language, kind in sorted(groups):
            yield language, kind, groups[language, kind]

    def documents(self, language: str, kind: Kind, scope: Scope) -> list[Document]:
        """Return what questions of a language and kind are asked of."""
        return [
            Document(
                article_of(text.id), text.lang, "" if kind.hides(text.lang, language) else text.title, body=(text.body,)
            )
            for text in self.texts
            if scope is Scope.ALL or text.lang == language
        ]


def read_sets(folder: Path) -> list[FaqSet]:
    """Return the sets in the folders of a folder, by name; [] where there is none."""
    return [FaqSet.read(path.parent) for path in sorted(folder.glob("*/docs.jsonl"))]


def article_of(text_id: str) -> str:
    """Return the article that a document is a version of."""
    return text_id.rpartition("#")[0] or text_id


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
