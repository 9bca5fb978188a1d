"""What the ways to ask must satisfy: enough of them, each under one subject, each finding its article."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.article import Finding, FindingsError, excerpt
from knowledge.folding import tokenise
from knowledge.phrases import read_phrases
from knowledge.reading import key_lines
from knowledge.search import Searcher

MIN_PHRASES = 25
"""Ways to ask per article and language: the strongest lever on the search (docs/benchmarks.md)."""
MIN_TOPIC_PHRASES = 5
"""Ways to ask per topic out of scope and language: a topic has nothing else to be found by."""

Phrases = Mapping[str, tuple[str, ...]]


def phrase_findings(path: Path, known: Iterable[str]) -> list[Finding]:
    """Return what breaks a rule in one file of phrases; every article needs `MIN_PHRASES` of them."""
    try:
        phrases = read_phrases(path)
    except FindingsError as error:
        return error.findings
    known = set(known)
    strangers = [Finding(path, 1, excerpt(key), "the id of an article") for key in sorted(phrases.keys() - known)]
    return [*strangers, *_scarce(path, phrases, known, MIN_PHRASES), *_under_two(path, phrases)]


def out_of_scope_findings(folder: Path) -> list[Finding]:
    """Return what breaks a rule in the topics out of scope of a knowledge base, which may have none.

    All languages have the same topics, and no phrase stands under an article as well.
    """
    topics: dict[Path, Phrases] = {}
    findings: list[Finding] = []
    for path in sorted((folder / "out-of-scope").glob("*.yaml")):
        try:
            topics[path] = read_phrases(path)
        except FindingsError as error:
            findings.extend(error.findings)
            topics[path] = {}
    for path in sorted((folder / "phrases").glob("*.yaml")) if topics else ():
        topics.setdefault(folder / "out-of-scope" / path.name, {})
    known = set().union(*topics.values())
    for path, phrases in topics.items():
        findings.extend(_scarce(path, phrases, known, MIN_TOPIC_PHRASES))
        findings.extend(_shared(path, phrases, folder / "phrases" / path.name))
    return findings


def _scarce(path: Path, phrases: Phrases, known: Iterable[str], least: int) -> list[Finding]:
    return [
        Finding(path, 1, f"{len(phrases.get(key, ()))} phrases for {key}", f"{least} or more")
        for key in sorted(known)
        if len(phrases.get(key, ())) < least
    ]


def _shared(path: Path, topics: Phrases, articles: Path) -> Iterator[Finding]:
    """Yield the phrases of topics that stand under an article too, however they are written there."""
    try:
        owned = read_phrases(articles)
    except (FindingsError, FileNotFoundError):
        return
    owners = {tuple(tokenise(text)): article for article, texts in owned.items() for text in texts}
    lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1) if topics else {}
    for topic, texts in topics.items():
        for position, text in enumerate(texts):
            owner = owners.get(tuple(tokenise(text)))
            if owner is not None:
                expected = f"a phrase that article {owner} does not have"
                yield Finding(path, lines[f"{topic}.{position}"], excerpt(text), expected)


def misleading(folder: Path, search: Searcher) -> list[Finding]:
    """Return the phrases of `phrases/*.yaml` whose first hit is another article.

    Args:
        folder: of the knowledge base.
        search: over it, these phrases included: what is wrong is plainly so.
    """
    findings = []
    for path in sorted((folder / "phrases").glob("*.yaml")):
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        for article_id, texts in read_phrases(path).items():
            for position, text in enumerate(texts):
                hits = search.search(text, path.stem).hits
                if not hits or hits[0].article_id != article_id:
                    found = f"{excerpt(text)} leads to {hits[0].article_id if hits else 'nothing'}"
                    findings.append(
                        Finding(path, lines[f"{article_id}.{position}"], found, f"one that leads to {article_id}")
                    )
    return findings


def _under_two(path: Path, phrases: Phrases) -> Iterator[Finding]:
    """Yield the phrases that stand under two articles, or twice under one."""
    lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
    owners: dict[tuple[str, ...], str] = {}
    for article_id, texts in phrases.items():
        for position, text in enumerate(texts):
            owner = owners.setdefault(tuple(tokenise(text)), f"{article_id}.{position}")
            if owner != f"{article_id}.{position}":
                found = f"{excerpt(text)} also under {owner.partition('.')[0]}"
                yield Finding(path, lines[f"{article_id}.{position}"], found, "it once")
