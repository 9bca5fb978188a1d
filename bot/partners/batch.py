"""Lines of JSON that ask for units, and the lines that answer them: a contract of `ilecu contacts find --batch`."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.partners.search import Candidate, Lookup, find
from knowledge.article import Finding, FindingsError

EXPECTED = '{"q": text, "lang": locale}'


class Query(BaseModel):
    """A line that asks.

    Attributes:
        q: as typed.
        lang: locale of who asks; None when it is not known.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    q: str
    lang: str | None = Field(default=None)


def read_queries(path: Path) -> list[Query]:
    """Read a file of lines; blank ones are passed over.

    Raises:
        FindingsError: lines are malformed; each is named by its number, and none is answered.
    """
    queries: list[Query] = []
    findings: list[Finding] = []
    for number, line in enumerate(path.read_bytes().removeprefix(codecs.BOM_UTF8).split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            queries.append(Query.model_validate_json(line))
        except ValidationError as error:
            findings.append(Finding(path, number, error.errors(include_url=False)[0]["msg"], EXPECTED))
    if findings:
        raise FindingsError(findings)
    return queries


def answers(queries: list[Query]) -> Iterator[str]:
    """Yield a line of JSON for each query, in their order."""
    for query in queries:
        yield json.dumps({"q": query.q} | as_object(find(query.q, query.lang)), ensure_ascii=False)


def as_object(lookup: Lookup) -> dict[str, object]:
    """Return a lookup for JSON: country (ISO 3166 alpha-2 or None), role, outcome and candidates."""
    return {
        "country": lookup.country,
        "role": lookup.role,
        "outcome": lookup.outcome,
        "candidates": [_candidate(candidate) for candidate in lookup.candidates],
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "country": candidate.country,
        "role": candidate.role,
        "function": candidate.function,
        "score": candidate.score,
    }
