"""What the knowledge base must satisfy beyond its format: sources, links, dates, lengths."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.article import Article, Finding, FindingsError, Section, excerpt
from knowledge.folding import tokenise
from knowledge.instruments import Instrument, read_instruments
from knowledge.phrases import read_phrases
from knowledge.reading import key_lines, read_article

SHORT_ANSWER_WORDS = 60
REQUIRED_SECTIONS = (Section.SHORT_ANSWER, Section.STEPS)
FORBIDDEN = "<>{}"
MIN_PHRASES = 3
"""Ways to ask per article and language; each of the first three makes search better by 2-4 points."""
MIN_TOPIC_PHRASES = 5
"""Ways to ask per topic out of scope and language: a topic has nothing else to be found by."""

Phrases = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Shelf:
    """All that is known when one article is judged."""

    articles: Mapping[str, Article]
    instruments: Mapping[str, Instrument]
    today: dt.date


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
    instruments: Mapping[str, Instrument] = {}
    for path in sorted((folder / "articles").glob("*.md")):
        try:
            articles[path.stem] = read_article(path)
        except FindingsError as error:
            findings.extend(error.findings)
    try:
        instruments = read_instruments(folder / "instruments.yaml")
    except FindingsError as error:
        findings.extend(error.findings)
    shelf = Shelf(articles, instruments, today)
    for article in articles.values():
        findings.extend(article_findings(article, shelf))
    known = {path.stem for path in (folder / "articles").glob("*.md")}
    for path in sorted((folder / "phrases").glob("*.yaml")):
        findings.extend(phrase_findings(path, known))
    findings.extend(out_of_scope_findings(folder))
    return sorted(findings)


def article_findings(article: Article, shelf: Shelf) -> Iterator[Finding]:
    """Yield what breaks a rule in one article."""
    yield from _identity(article)
    yield from _length(article)
    yield from _texts(article)
    yield from _countries(article)
    yield from _links(article, shelf)
    yield from _dates(article, shelf.today)


def phrase_findings(path: Path, known: Iterable[str]) -> list[Finding]:
    """Return what breaks a rule in one file of phrases; every article needs `MIN_PHRASES` of them."""
    try:
        phrases = read_phrases(path)
    except FindingsError as error:
        return error.findings
    known = set(known)
    strangers = [Finding(path, 1, excerpt(key), "the id of an article") for key in sorted(phrases.keys() - known)]
    return strangers + _scarce(path, phrases, known, MIN_PHRASES)


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
    if front.review_due <= front.reviewed_on:
        line = article.lines["review_due"]
        yield Finding(article.path, line, front.review_due.isoformat(), f"a day after {front.reviewed_on}")
