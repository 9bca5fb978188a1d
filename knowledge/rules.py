"""What the knowledge base must satisfy beyond its format: sources, links, dates, lengths."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.article import Article, Finding, FindingsError, Section, excerpt
from knowledge.instruments import Instrument
from knowledge.phrase_rules import out_of_scope_findings, phrase_findings
from knowledge.reading import read_article
from knowledge.reference import Reference, read_reference
from knowledge.reference_rules import reference_findings
from knowledge.text_rules import text_findings
from knowledge.topic_rules import read_hosts, source_findings, topic_findings

SHORT_ANSWER_WORDS = 60
REQUIRED_SECTIONS = (Section.SHORT_ANSWER, Section.STEPS)
FORBIDDEN = "<>{}"


@dataclass(frozen=True)
class Shelf:
    """All that is known when one article is judged; without `official_hosts` sources are not judged."""

    articles: Mapping[str, Article]
    instruments: Mapping[str, Instrument]
    today: dt.date
    official_hosts: tuple[str, ...] = ()


def check(folder: Path, today: dt.date) -> list[Finding]:
    """Judge a knowledge base: `articles/*.md`, `instruments.yaml`, `phrases/*.yaml`, `out-of-scope/*.yaml`.

    Args:
        folder: the folder that holds them.
        today: nothing may have been read or reviewed later.

    Returns:
        All that breaks a rule, by file and line; [] when it may be published.
    """
    findings: list[Finding] = []
    articles: dict[str, Article] = {}
    reference = Reference()
    for path in sorted((folder / "articles").glob("*.md")):
        try:
            articles[path.stem] = read_article(path)
        except FindingsError as error:
            findings.extend(error.findings)
    try:
        reference = read_reference(folder)
    except FindingsError as error:
        findings.extend(error.findings)
    shelf = Shelf(articles, reference.instruments, today, read_hosts(folder))
    for article in articles.values():
        findings.extend(article_findings(article, shelf))
    known = {path.stem for path in (folder / "articles").glob("*.md")}
    for path in sorted((folder / "phrases").glob("*.yaml")):
        findings.extend(phrase_findings(path, known))
    findings.extend(out_of_scope_findings(folder))
    findings.extend(topic_findings(folder, known))
    findings.extend(reference_findings(folder, reference, known))
    return sorted(findings)


def article_findings(article: Article, shelf: Shelf) -> Iterator[Finding]:
    """Yield what breaks a rule in one article."""
    yield from _identity(article)
    yield from _length(article)
    yield from _texts(article)
    yield from _countries(article)
    yield from _links(article, shelf)
    yield from _dates(article, shelf.today)
    yield from text_findings(article)
    yield from source_findings(article, shelf.official_hosts)


def _identity(article: Article) -> Iterator[Finding]:
    if article.id != article.path.stem:
        yield Finding(article.path, article.lines["id"], excerpt(article.id), f"{article.path.stem!r}, as the file")


def _length(article: Article) -> Iterator[Finding]:
    last_line = max(article.lines.values())
    for section in REQUIRED_SECTIONS:
        if not article.sections[section]:
            yield Finding(article.path, last_line, f"no section {section}", "one")
    answer = article.sections[Section.SHORT_ANSWER]
    words = sum(len(block.text.split()) for block in answer)
    if answer and words > SHORT_ANSWER_WORDS:
        yield Finding(article.path, answer[0].line, f"{words} words", f"at most {SHORT_ANSWER_WORDS}")
    if len(answer) > 1:
        yield Finding(article.path, answer[1].line, "a second paragraph", "one paragraph as short answer")


def _texts(article: Article) -> Iterator[Finding]:
    """Pieces are HTML and format strings later, and equal ones in one section would share a translation."""
    for section, blocks in article.sections.items():
        for position, block in enumerate(blocks):
            if any(mark in block.text for mark in FORBIDDEN):
                yield Finding(article.path, block.line, excerpt(block.text), f"none of {FORBIDDEN}")
            if block.text in (earlier.text for earlier in blocks[:position]):
                yield Finding(article.path, block.line, f"{excerpt(block.text)} twice in {section}", "it once")


def _countries(article: Article) -> Iterator[Finding]:
    noted = {country for block in article.sections[Section.COUNTRY_NOTES] for country in block.countries}
    if noted != set(article.front.countries):
        line = article.lines.get("countries", 1)
        found = f"countries {', '.join(sorted(article.front.countries)) or 'none'}"
        yield Finding(article.path, line, found, f"{', '.join(sorted(noted)) or 'none'}, as in the country notes")


def _links(article: Article, shelf: Shelf) -> Iterator[Finding]:
    for position, basis in enumerate(article.front.legal_bases):
        if basis.instrument not in shelf.instruments:
            line = article.lines[f"legal_bases.{position}"]
            yield Finding(article.path, line, excerpt(basis.instrument), "an id of instruments.yaml")
    for position, related in enumerate(article.front.related):
        if related not in shelf.articles or related == article.id:
            line = article.lines[f"related.{position}"]
            yield Finding(article.path, line, excerpt(related), "the id of another article")


def _dates(article: Article, today: dt.date) -> Iterator[Finding]:
    front = article.front
    for key, day in [("reviewed_on", front.reviewed_on)] + [
        (f"sources.{position}", source.read) for position, source in enumerate(front.sources)
    ]:
        if day > today:
            yield Finding(article.path, article.lines[key], day.isoformat(), "a day that is not to come")
    if front.review_due < today:
        yield Finding(
            article.path, article.lines["review_due"], front.review_due.isoformat(), "a review that is not overdue"
        )
    if front.review_due <= front.reviewed_on:
        line = article.lines["review_due"]
        yield Finding(article.path, line, front.review_due.isoformat(), f"a day after {front.reviewed_on}")
